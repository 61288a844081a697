// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* What makes a line romantic: it lingers on its beats and hurries after, and
   once in a phrase it soars. */

#ifndef YEOUN_COMPOSE_MELODY_ROMANTIC_LINE_H
#define YEOUN_COMPOSE_MELODY_ROMANTIC_LINE_H

#include "compose/plan/plan.h"
#include "melody_line.h"

/** Dot pairs of equal notes in bars that speak romantically: the first of two
    takes half of the second, where no chord changes between them. Notes of the
    motif stay, and phrases that are alike stay alike. Any thread.
    @param share  0..1 of the pairs */
void
yeoun_tune_dot(const struct yeoun_plan *plan,
               const struct yeoun_score *score,
               float share,
               struct yeoun_tune *tune);

/** Let the highest note of each phrase that speaks romantically lie higher, on
    the next tone of its chord, a leap above the note before: the motif, strong
   beats, the close and the first bar stay as they are. Any thread. */
void
yeoun_tune_soar(const struct yeoun_plan *plan,
                const struct yeoun_score *score,
                struct yeoun_tune *tune);

#endif
