// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* The counter lane: a second voice against the theme. */

#ifndef YEOUN_COMPOSE_LANES_COUNTER_H
#define YEOUN_COMPOSE_LANES_COUNTER_H

#include "compose/melody/melody.h"

/**
   Write the counter-melody: in contrary motion to the melody, moving where that
   holds and holding where it moves; in canon with the statement; in comic music
   an answer from below.

   @param heard  the first take of the melody, whichever sounds: so that either
                 lane can be re-rolled alone

   Any thread.
*/
void
yeoun_counter_write(const struct yeoun_plan *plan,
                    const struct yeoun_tune *statement,
                    const struct yeoun_tune *heard,
                    const struct yeoun_harmony *harmony,
                    struct yeoun_score *score);

#endif
