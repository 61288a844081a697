// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "limiter.h"

#include <math.h>

static const float ceiling = 0.985f;

void
yeoun_limiter_init(struct yeoun_limiter *limiter, double rate)
{
  const uint32_t wanted = (uint32_t)(0.0015 * rate);
  limiter->look_ahead = wanted < 1 ? 1
                        : wanted > YEOUN_LIMITER_FRAMES - 1
                          ? YEOUN_LIMITER_FRAMES - 1
                          : wanted;
  limiter->release = (float)(1.0 - exp(-1.0 / (0.08 * rate)));
  yeoun_limiter_reset(limiter);
}

void
yeoun_limiter_reset(struct yeoun_limiter *limiter)
{
  for (int i = 0; i < YEOUN_LIMITER_FRAMES; ++i) {
    limiter->left[i] = limiter->right[i] = 0.0f;
    limiter->wanted[i] = 1.0f;
  }
  limiter->gain = 1.0f;
  limiter->at = 0;
}

static float
sane(float x)
{
  return x > -1e6f && x < 1e6f ? x : 0.0f;
}

void
yeoun_limiter_render(struct yeoun_limiter *limiter,
                     float *left,
                     float *right,
                     uint32_t frames)
{
  const uint32_t ahead = limiter->look_ahead;
  for (uint32_t f = 0; f < frames; ++f) {
    const float l = sane(left[f]);
    const float r = sane(right[f]);
    const float peak = fmaxf(fabsf(l), fabsf(r));
    const float asked = peak > ceiling ? ceiling / peak : 1.0f;
    const float old_left = limiter->left[limiter->at];
    const float old_right = limiter->right[limiter->at];
    const float old_wanted = limiter->wanted[limiter->at];
    limiter->left[limiter->at] = l;
    limiter->right[limiter->at] = r;
    limiter->wanted[limiter->at] = asked;
    limiter->at = limiter->at + 1 < ahead ? limiter->at + 1 : 0;
    /* Fall in a straight line, so as to be there when the peak is. */
    const float fall = asked < limiter->gain
                         ? (limiter->gain - asked) / (float)ahead * 1.5f
                         : 0.0f;
    float goal = 1.0f;
    for (uint32_t i = 0; i < ahead; i += 4) {
      goal = fminf(goal, limiter->wanted[i]);
    }
    goal = fminf(goal, fminf(asked, old_wanted));
    if (limiter->gain > goal) {
      limiter->gain = fmaxf(goal, limiter->gain - fmaxf(fall, 0.02f));
    } else {
      limiter->gain += limiter->release * (goal - limiter->gain);
    }
    const float gain = fminf(limiter->gain, old_wanted);
    left[f] = fminf(fmaxf(old_left * gain, -1.0f), 1.0f);
    right[f] = fminf(fmaxf(old_right * gain, -1.0f), 1.0f);
  }
}
