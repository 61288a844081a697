// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* What a variation measures against what its mood asks. Pure. */

#ifndef YEOUN_UI_MODEL_MEASURE_H
#define YEOUN_UI_MODEL_MEASURE_H

#include <stddef.h>

#include "compose/request.h"
#include "music/score.h"

/** Quantities that are shown. */
#define YEOUN_MEASURES 4

struct yeoun_measure {
  const char *name;
  const char *meaning; /**< a sentence, or "" */
  enum yeoun_feature feature;
  float asked;     /**< what the mood asks for */
  float measured;  /**< on the notes */
  float low, high; /**< the scale: of all three poles */
};

/** Write a value with its unit: "1.2 notes/s", "Aâ¯3", "12 %". */
void
yeoun_measure_write(const struct yeoun_measure *measure,
                    float value,
                    char *text,
                    size_t size);

/** Measure the melody: notes a second at the tempo of the mood, mean key, share
    of leaps of 5 semitones and more, share of steps. */
void
yeoun_measure(const struct yeoun_request *request,
              const struct yeoun_score *score,
              struct yeoun_measure measure[YEOUN_MEASURES]);

#endif
