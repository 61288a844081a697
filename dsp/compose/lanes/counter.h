// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* The counter lane: a second voice against the theme. */

#ifndef YEOUN_COMPOSE_LANES_COUNTER_H
#define YEOUN_COMPOSE_LANES_COUNTER_H

struct yeoun_lanes;

/** Write the counter-melody: it moves where the melody holds and holds where it
    moves, in contrary motion a sixth or a tenth below; in some variations it
    goes along in sixths and thirds; in canon with the statement where that is
    consonant; in comic music an answer from below where the melody is silent.
    Any thread. */
void
yeoun_counter_write(struct yeoun_lanes *lanes);

#endif
