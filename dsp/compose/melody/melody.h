// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* The melody: of the statement, and of a variation. */

#ifndef YEOUN_COMPOSE_MELODY_MELODY_H
#define YEOUN_COMPOSE_MELODY_MELODY_H

#include "compose/harmony/harmony.h"
#include "compose/plan/plan.h"
#include "melody_line.h"
#include "music/score.h"
#include "phrase_line.h"

/** The statement of the theme over the chords of the score: the same for every
    variation of the same length and metre. Leaves its rhythms in the scratch.
    Any thread. */
void
yeoun_melody_state(const struct yeoun_plan *plan,
                   const struct yeoun_score *score,
                   const struct yeoun_harmony *harmony,
                   struct yeoun_melody_scratch *scratch,
                   struct yeoun_tune *statement);

/** The melody of the variation, each bar in the mood of its pole
    (plan->pole_of_bar). Any thread. */
void
yeoun_melody_vary(const struct yeoun_plan *plan,
                  const struct yeoun_score *score,
                  const struct yeoun_harmony *harmony,
                  const struct yeoun_tune *statement,
                  struct yeoun_melody_scratch *scratch,
                  struct yeoun_tune *tune);

#endif
