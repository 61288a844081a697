// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* The line that the bass draws under the chords, before it is divided. */

#ifndef YEOUN_COMPOSE_LANES_BASS_LINE_H
#define YEOUN_COMPOSE_LANES_BASS_LINE_H

struct yeoun_lanes;

/** Lowest and highest key of the bass lane. Any thread. */
void
yeoun_bass_range(const struct yeoun_lanes *lanes, int *low, int *high);

/** Choose a key under every span: the root, or where a chord is written without
    another bass its third or fifth, so that the line goes by step more often,
    comes to its cadences on roots, and sinks towards the end (Lieder: the bass
    moves by step in 31-34 % of moves, and sinks by 5 semitones). No parallel
    octaves or fifths with the melody. Any thread. */
void
yeoun_bass_line_find(struct yeoun_lanes *lanes);

#endif
