// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "limiter.h"

#include <math.h>

static const float ceiling = 0.98f;

enum { MASK = YEOUN_LIMITER_FRAMES - 1 };

void
yeoun_limiter_init(struct yeoun_limiter *limiter, double rate)
{
  const uint32_t wanted = (uint32_t)(0.0015 * rate);
  limiter->look_ahead = wanted < 1 ? 1
                        : wanted > YEOUN_LIMITER_FRAMES - 2
                          ? YEOUN_LIMITER_FRAMES - 2
                          : wanted;
  limiter->release = (float)(1.0 - exp(-1.0 / (0.09 * rate)));
  yeoun_limiter_reset(limiter);
}

void
yeoun_limiter_reset(struct yeoun_limiter *limiter)
{
  for (int i = 0; i < YEOUN_LIMITER_FRAMES; ++i) {
    limiter->left[i] = limiter->right[i] = 0.0f;
    limiter->recent[i] = 1.0f;
  }
  limiter->now = limiter->first = limiter->count = 0;
  limiter->held = 1.0f;
  limiter->oldest = 0;
  limiter->sum = limiter->look_ahead;
}

static float
sane(float x)
{
  return x > -1e6f && x < 1e6f ? x : 0.0f;
}

static float
within_one(float x)
{
  return x > 1.0f ? 1.0f : x < -1.0f ? -1.0f : x;
}

/* The least gain of this frame and the look-ahead before it. */
static float
least(struct yeoun_limiter *limiter, float wanted)
{
  while (limiter->count &&
         limiter->wanted[(limiter->first + limiter->count - 1) & MASK] >=
           wanted) {
    --limiter->count;
  }
  const uint32_t last = (limiter->first + limiter->count++) & MASK;
  limiter->wanted[last] = wanted;
  limiter->frame[last] = limiter->now;
  if (limiter->now - limiter->frame[limiter->first] > limiter->look_ahead) {
    limiter->first = (limiter->first + 1) & MASK;
    --limiter->count;
  }
  return limiter->wanted[limiter->first];
}

static float
smooth(struct yeoun_limiter *limiter, float least)
{
  const uint32_t ahead = limiter->look_ahead;
  float *const oldest = &limiter->recent[limiter->oldest];
  const float risen = limiter->held + limiter->release * (1.0f - limiter->held);
  limiter->held = least < risen ? least : risen;
  limiter->sum += (double)limiter->held - *oldest;
  *oldest = limiter->held;
  limiter->oldest = limiter->oldest + 1 < ahead ? limiter->oldest + 1 : 0;
  return (float)(limiter->sum / ahead);
}

void
yeoun_limiter_render(struct yeoun_limiter *limiter,
                     float *left,
                     float *right,
                     uint32_t frames)
{
  for (uint32_t f = 0; f < frames; ++f) {
    const float l = sane(left[f]);
    const float r = sane(right[f]);
    const float peak = fabsf(l) > fabsf(r) ? fabsf(l) : fabsf(r);
    const float gain =
      smooth(limiter, least(limiter, peak > ceiling ? ceiling / peak : 1.0f));
    const uint32_t now = limiter->now & MASK;
    const uint32_t old = (limiter->now - limiter->look_ahead) & MASK;
    limiter->left[now] = l;
    limiter->right[now] = r;
    left[f] = within_one(limiter->left[old] * gain);
    right[f] = within_one(limiter->right[old] * gain);
    ++limiter->now;
  }
}
