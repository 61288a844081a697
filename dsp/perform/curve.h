// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* What swells and sways over whole phrases: level and tempo as curves that all
   lanes share. */

#ifndef YEOUN_PERFORM_CURVE_H
#define YEOUN_PERFORM_CURVE_H

#include "rendition.h"

#define YEOUN_CURVE_STEPS 1024

/** Values at even steps from the first tick to the loop point. */
struct yeoun_curve {
  int32_t step; /**< ticks: a sixteenth, more in very long scores */
  int steps;
  float level_db[YEOUN_CURVE_STEPS + 1];
  float late_ms[YEOUN_CURVE_STEPS + 1];   /**< against the host's beat */
  float ritard_ms[YEOUN_CURVE_STEPS + 1]; /**< of a score that has an ending:
                                               what its close asks for */
};

/** Harmonic charge of a chord in the key of the score: 0 .. 9. Any thread. */
float
yeoun_harmonic_charge(const struct yeoun_score *score,
                      const struct yeoun_span *span);

/**
   Draw the curves: phrase arch, harmonic charge, clock noise (1/f), a breath
   before the climax, and the final ritard of a score that has an ending.

   The time of each phrase of level 6 is redistributed, not changed: late_ms is
   0 at its two ends and never larger than the mood's rubato allows. Only the
   final ritard goes on to the end.

   Any thread.
*/
void
yeoun_curve_draw(const struct yeoun_rendition *rendition,
                 struct yeoun_curve *curve);

/** Value of one of the two rows at a tick, taken modulo the length of the
   score, between steps on a straight line. Any thread. */
float
yeoun_curve_at(const struct yeoun_curve *curve, const float *row, int32_t tick);

#endif
