// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "body.h"

#include <math.h>
#include <stdint.h>

#include "noise.h"

static float
height_of(int32_t mode)
{
  uint32_t chance = yeoun_noise_seed((uint32_t)mode);
  return yeoun_noise_next(&chance);
}

/* Modes at even distances and of heights by chance, joined by half cosines. */
static float
ripple(const struct yeoun_body *body, float hertz)
{
  const float place = hertz / body->ripple_hertz;
  const float below = floorf(place);
  const float left = height_of((int32_t)below);
  const float right = height_of((int32_t)below + 1);
  const float x = place - below;
  return left + (right - left) * x * x * (3.0f - 2.0f * x);
}

float
yeoun_body_gain(const struct yeoun_body *body, float hertz)
{
  const float low = body->low_hertz / hertz;
  const float high = hertz / body->high_hertz;
  float gain = 1.0f;
  for (const struct yeoun_peak *p = body->peaks; p && p->hertz > 0.0f; ++p) {
    const float off = p->quality * (hertz / p->hertz - p->hertz / hertz);
    gain += p->gain / sqrtf(1.0f + off * off);
  }
  if (body->ripple > 0.0f) {
    gain *= 1.0f + body->ripple * ripple(body, hertz);
  }
  return gain / sqrtf((1.0f + low * low * low * low) *
                      (1.0f + high * high * high * high));
}
