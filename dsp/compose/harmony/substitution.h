// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* Chords in the place of the theme's own: the parallel mode, functional
   substitutes, and at a great distance others. */

#ifndef YEOUN_COMPOSE_HARMONY_SUBSTITUTION_H
#define YEOUN_COMPOSE_HARMONY_SUBSTITUTION_H

#include <stdbool.h>

#include "compose/plan/plan.h"
#include "music/score.h"

/** Replace chords as the plan has it. Each keeps its slot, and is marked as a
    substitute when it has another root but the same function. Any thread. */
void
yeoun_replace_chords(const struct yeoun_plan *plan,
                     unsigned pole,
                     struct yeoun_score *score);

/** Whether a bar lies in the parallel mode (minore, maggiore). Any thread. */
bool
yeoun_replace_is_parallel(const struct yeoun_plan *plan, int bar);

#endif
