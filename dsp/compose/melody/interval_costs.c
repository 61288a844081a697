// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "interval_costs.h"

#include "korean.h"

/* -ln(share), by straight lines between exact values: the same on every
 * machine. */
static float
surprise(float share)
{
  static const float at[] = {0.01f, 0.02f, 0.05f, 0.1f, 0.2f, 0.4f, 0.7f, 1.0f};
  static const float is[] = {
    4.61f, 3.91f, 3.0f, 2.3f, 1.61f, 0.92f, 0.36f, 0.0f};
  if (share <= at[0]) {
    return is[0];
  }
  int i = 0;
  while (i < 6 && share > at[i + 1]) {
    ++i;
  }
  const float part = (share - at[i]) / (at[i + 1] - at[i]);
  return is[i] + (part > 1.0f ? 1.0f : part) * (is[i + 1] - is[i]);
}

/* Shares of intervals that the statement keeps: pop melodies (POP909). */
struct yeoun_line_style
yeoun_manner_plain(void)
{
  return (struct yeoun_line_style){
    .low = 57,
    .high = 77,
    .unison = surprise(0.2f) - 0.3f,
    .step = surprise(0.5f) + 0.4f,
    .third = surprise(0.17f) + 0.4f,
    .fourth = surprise(0.08f) - 0.5f,
    .wide = surprise(0.03f) - 1.2f,
    .reversal = 2.5f,
    .turning = 1.0f,
    .contour = 0.3f,
    .noise = 1.8f,
  };
}

struct yeoun_line_style
yeoun_manner_of(const struct yeoun_plan *plan, unsigned pole, float centre)
{
  const float *const feature = plan->pole_feature[pole];
  const float leap = feature[YEOUN_FEATURE_LEAP];
  const float step = feature[YEOUN_FEATURE_STEP];
  const float third = 1.0f - leap - step > 0.05f ? 1.0f - leap - step : 0.05f;
  const float half = 0.5f * feature[YEOUN_FEATURE_RANGE];
  const float wide = surprise(0.35f * leap) - 3.4f;
  const int low = (int)(centre - half - 0.5f);
  const int high = (int)(centre + half + 0.5f);
  return (struct yeoun_line_style){
    .low = low < plan->low[pole] ? plan->low[pole] : low,
    .high = high > plan->high[pole] ? plan->high[pole] : high,
    .unison = surprise(0.28f * step) - 0.3f,
    .step = surprise(0.72f * step) + 0.5f,
    .third = surprise(third) + 0.25f,
    .fourth = surprise(0.65f * leap) - 1.1f,
    .wide = wide > 0.1f ? wide : 0.1f,
    .reversal = 4.0f * feature[YEOUN_FEATURE_REVERSAL],
    .turning = pole == YEOUN_COMIC ? -0.1f : 1.5f,
    .contour = pole == YEOUN_COMIC ? 0.3f : 0.4f,
    .shun = 4.0f * yeoun_korean_amount(plan),
    .noise = 1.8f + plan->request->distance,
  };
}
