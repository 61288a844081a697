// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* How much of the theme is left in a variation, measured on its notes, by what
   an ear follows: the chords at their places, the tones on strong beats, the
   motif. */

#ifndef YEOUN_COMPOSE_REPORT_IDENTITY_H
#define YEOUN_COMPOSE_REPORT_IDENTITY_H

#include "compose/melody/blend.h"
#include "compose/plan/plan.h"

/**
   Measure.

   Harmony: at each pulse, the tones that the chord has in common with the
   statement's chord there, against all tones of both; the same root counts for
   more. Skeleton: whether the tones that the statement has on strong beats
   sound there, in any octave. Motif: the best likeness in each four bars, as it
   is, or at a cost inverted, backwards, or at another tempo; mean of all.

   @param stated  the statement: its spans and its tune
   @param score  spans and melody in felt time
   @return 0..1; 1 only when every melody note and every chord is the
           statement's

   Any thread.
*/
float
yeoun_identity_measure(const struct yeoun_plan *plan,
                       const struct yeoun_version *stated,
                       const struct yeoun_score *score);

#endif
