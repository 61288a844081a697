// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "ceiling.h"

#include <math.h>

#define RELEASE_S 0.09

void
yeoun_ceiling_init(struct yeoun_ceiling *ceiling, double rate)
{
  ceiling->release = (float)(1.0 - exp(-1.0 / (RELEASE_S * rate)));
  yeoun_ceiling_reset(ceiling);
}

void
yeoun_ceiling_reset(struct yeoun_ceiling *ceiling)
{
  ceiling->gain = 1.0f;
}

static float
louder(float left, float right)
{
  return fabsf(left) > fabsf(right) ? fabsf(left) : fabsf(right);
}

static float
within_one(float x)
{
  return x > 1.0f ? 1.0f : x < -1.0f ? -1.0f : x;
}

void
yeoun_ceiling_render(struct yeoun_ceiling *ceiling,
                     float *left,
                     float *right,
                     uint32_t frames)
{
  float most = 0.0f;
  for (uint32_t f = 0; f < frames; ++f) {
    const float peak = louder(left[f], right[f]);
    most = peak > most ? peak : most;
  }
  if (most <= 1.0f && ceiling->gain > 0.9999f) {
    ceiling->gain = 1.0f;
    return;
  }
  for (uint32_t f = 0; f < frames; ++f) {
    const float peak = louder(left[f], right[f]);
    ceiling->gain += ceiling->release * (1.0f - ceiling->gain);
    ceiling->gain = peak * ceiling->gain > 1.0f ? 1.0f / peak : ceiling->gain;
    left[f] = within_one(left[f] * ceiling->gain);
    right[f] = within_one(right[f] * ceiling->gain);
  }
}
