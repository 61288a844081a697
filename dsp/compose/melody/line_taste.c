// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "line_taste.h"

static const struct yeoun_line_taste tastes[YEOUN_POLES] = {
  [YEOUN_LYRICAL] = {.repeat = 2.9f,
                     .step = 1.0f,
                     .third = 2.8f,
                     .fourth = 3.9f,
                     .sixth = 5.0f,
                     .octave = 5.5f,
                     .tritone = 7.0f,
                     .other = 9.0f,
                     .dissonance = 1.0f,
                     .wideness = 5.5f,
                     .temperature = 1.6f},
  [YEOUN_ROMANTIC] = {.repeat = 3.3f,
                      .step = 1.4f,
                      .third = 2.4f,
                      .fourth = 2.6f,
                      .sixth = 2.7f,
                      .octave = 3.5f,
                      .tritone = 6.0f,
                      .other = 8.0f,
                      .dissonance = 0.75f,
                      .wideness = 7.0f,
                      .temperature = 1.8f},
  [YEOUN_COMIC] = {.repeat = 2.4f,
                   .step = 1.5f,
                   .third = 2.0f,
                   .fourth = 2.5f,
                   .sixth = 3.8f,
                   .octave = 4.4f,
                   .tritone = 6.0f,
                   .other = 8.0f,
                   .dissonance = 1.1f,
                   .wideness = 6.5f,
                   .temperature = 1.8f},
};

/* Cards may be trimmed: more leaps, fewer steps. */
struct yeoun_line_taste
yeoun_line_taste_of(const struct yeoun_plan *plan, unsigned pole)
{
  const float *const feature = plan->pole_feature[pole];
  const float leaps = feature[YEOUN_FEATURE_LEAP] -
                      yeoun_feature_facts(YEOUN_FEATURE_LEAP)->pole[pole].value;
  struct yeoun_line_taste taste = tastes[pole];
  const float steps = feature[YEOUN_FEATURE_STEP] -
                      yeoun_feature_facts(YEOUN_FEATURE_STEP)->pole[pole].value;
  taste.step -= 3.0f * steps;
  taste.third += 3.0f * steps;
  taste.fourth -= 6.0f * leaps;
  taste.sixth -= 8.0f * leaps;
  taste.octave -= 8.0f * leaps;
  taste.step += 2.0f * leaps;
  return taste;
}
