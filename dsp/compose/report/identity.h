// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* How much of the theme is left in a variation, measured on its notes. */

#ifndef YEOUN_COMPOSE_REPORT_IDENTITY_H
#define YEOUN_COMPOSE_REPORT_IDENTITY_H

#include "compose/plan/plan.h"
#include "music/score.h"

/**
   Identity 0..1: the mean of skeleton and motif trace.

   Skeleton: share of the theme's time whose span keeps the root of its chord,
   or a declared substitute of it. Motif trace: best likeness of the motif in
   each four bars, under transposition by steps, inversion, retrograde, and
   double or half time, by intervals and ratios of duration.

   Needs spans and the melody lane in order of time. Any thread.
*/
float
yeoun_identity_measure(const struct yeoun_plan *plan,
                       const struct yeoun_score *score);

#endif
