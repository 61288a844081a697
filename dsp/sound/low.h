// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* What all strips do to a block: look whether there is anything in it, and take
   its top away. Written so that neither waits for the frame before. */

#ifndef YEOUN_SOUND_LOW_H
#define YEOUN_SOUND_LOW_H

#include <math.h>
#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include "vectors.h"

/** Frames of a block. */
#define YEOUN_LOW_FRAMES 32

/** Whether two sides are zero all along: by their bits, which are compared many
    at a time. Any thread. */
static inline bool
yeoun_is_silent(const float *left, const float *right)
{
  int32_t some = 0;
  for (int f = 0; f < YEOUN_LOW_FRAMES; ++f) {
    int32_t one, two;
    memcpy(&one, &left[f], sizeof(one));
    memcpy(&two, &right[f], sizeof(two));
    some |= one | two;
  }
  return !(some & 0x7FFFFFFF);
}

/** One pole: y += pole * (x - y), from a state that is kept. Each frame is
    reckoned from the one four before it, four at once: the rest is a sum of
   what came in.
    @param[out] y  YEOUN_LOW_FRAMES, not x
    Any thread. */
static inline void
yeoun_low_pass(const float *x, float pole, float *state, float *y)
{
  const float stay = 1.0f - pole;
  const float stay4 = stay * stay * stay * stay;
  const float y0 = stay * *state + pole * x[0];
  const float y1 = stay * y0 + pole * x[1];
  const float y2 = stay * y1 + pole * x[2];
  yeoun_four four = {y0, y1, y2, stay * y2 + pole * x[3]};
  memcpy(y, &four, sizeof(four));
  for (int f = 4; f < YEOUN_LOW_FRAMES; f += 4) {
    const yeoun_four sum =
      yeoun_four_at(x + f - 2) + stay * yeoun_four_at(x + f - 3);
    const yeoun_four all =
      yeoun_four_at(x + f) + stay * (yeoun_four_at(x + f - 1) + stay * sum);
    four = pole * all + stay4 * four;
    memcpy(y + f, &four, sizeof(four));
  }
  *state = fabsf(four[3]) > 1e-12f ? four[3] : 0.0f;
}

#endif
