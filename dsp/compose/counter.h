// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* The counter lane: a second voice against the theme. */

#ifndef YEOUN_COMPOSE_COUNTER_H
#define YEOUN_COMPOSE_COUNTER_H

#include "melody.h"

/**
   Write the counter-melody: second species against the statement, in contrary
   motion, moving where the theme holds still.

   It answers the statement and the chords, never the take of the melody, so
   that either lane can be re-rolled alone. Any thread.
*/
void
yeoun_counter_write(const struct yeoun_plan *plan,
                    const struct yeoun_tune *statement,
                    const struct yeoun_harmony *harmony,
                    struct yeoun_score *score);

#endif
