// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* A look-ahead limiter: never above its ceiling, no distortion. The least gain
   that any frame of the look-ahead asks for, let rise slowly, then averaged
   over the look-ahead, so that it is there when the peak is (sliding minimum by
   a monotonic queue: Lemire 2006). */

#ifndef YEOUN_SOUND_LIMITER_H
#define YEOUN_SOUND_LIMITER_H

#include <stdint.h>

#include "music/audio.h"

enum { YEOUN_LIMITER_FRAMES = 512 };

struct yeoun_limiter {
  uint32_t look_ahead; /**< frames */
  float release;       /* share of the way back in a frame */
  uint32_t now;        /* frames since the reset */
  float left[YEOUN_LIMITER_FRAMES], right[YEOUN_LIMITER_FRAMES];
  /* gains that are not above any later one, and their frames */
  uint32_t first, count;
  float wanted[YEOUN_LIMITER_FRAMES];
  uint32_t frame[YEOUN_LIMITER_FRAMES];
  float held;                         /* the least, rising slowly */
  float recent[YEOUN_LIMITER_FRAMES]; /* the last of it */
  uint32_t oldest;                    /* of them */
  double sum;
};

/** Any thread but audio. */
void
yeoun_limiter_init(struct yeoun_limiter *limiter, double rate);

/** Silence. Audio thread. */
YEOUN_AUDIO void
yeoun_limiter_reset(struct yeoun_limiter *limiter);

/** Limit in place, delayed by the look-ahead. NaN becomes silence.
    Audio thread. */
YEOUN_AUDIO void
yeoun_limiter_render(struct yeoun_limiter *limiter,
                     float *left,
                     float *right,
                     uint32_t frames);

#endif
