// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* What a variation measures against what its mood asks. Pure. */

#ifndef YEOUN_UI_MODEL_MEASURE_H
#define YEOUN_UI_MODEL_MEASURE_H

#include "compose/request.h"
#include "music/score.h"

/** Quantities that are shown. */
#define YEOUN_MEASURES 4

struct yeoun_measure {
  const char *name, *unit;
  float asked;     /**< what the mood asks for */
  float measured;  /**< on the notes */
  float low, high; /**< the scale: of all three poles */
};

/** Measure the melody: notes a second at the tempo of the mood, mean key, share
    of leaps of 5 semitones and more, share of steps. */
void
yeoun_measure(const struct yeoun_request *request,
              const struct yeoun_score *score,
              struct yeoun_measure measure[YEOUN_MEASURES]);

#endif
