// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* The tone of each chord that the bass has: a line that goes somewhere. */

#ifndef YEOUN_COMPOSE_HARMONY_BASS_LINE_H
#define YEOUN_COMPOSE_HARMONY_BASS_LINE_H

#include "places.h"

/** Choose the bass of each span. Phrases begin and close on the bass that the
    theme has; between, inversions make steps of it where the distance allows
    (sets of variations keep the bass in 80 % of the chords that they keep:
    TAVERN; the bass moves by step in 34 % of romantic moves); by degrees the
    budget asks for a falling line, or for one tone held below as long as
    nothing in the chord rubs against it. Any thread. */
void
yeoun_bass_line_draw(const struct yeoun_plan *plan, struct yeoun_score *score);

#endif
