// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* The jokes of the plan, played in the melody. */

#ifndef YEOUN_COMPOSE_MELODY_JOKES_H
#define YEOUN_COMPOSE_MELODY_JOKES_H

#include "compose/harmony/harmony.h"
#include "melody.h"

/** Play the jokes of all phrases: what they do to the notes. Any thread. */
void
yeoun_jokes_play(const struct yeoun_plan *plan,
                 const struct yeoun_score *score,
                 const struct yeoun_harmony *harmony,
                 struct yeoun_tune *tune);

/** Write the laughs into the melody lane, which count in seconds and not in
    beats; and let the notes of a bang be loud. Any thread. */
void
yeoun_jokes_write(const struct yeoun_plan *plan,
                  const struct yeoun_tune *tune,
                  struct yeoun_score *score);

#endif
