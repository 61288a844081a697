// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* A look-ahead limiter: never above full scale, no distortion. */

#ifndef YEOUN_SOUND_LIMITER_H
#define YEOUN_SOUND_LIMITER_H

#include <stdint.h>

#include "../audio.h"

enum { YEOUN_LIMITER_FRAMES = 512 };

struct yeoun_limiter {
  uint32_t look_ahead; /**< frames */
  float release;       /* factor a frame */
  float gain;
  uint32_t at;
  float left[YEOUN_LIMITER_FRAMES], right[YEOUN_LIMITER_FRAMES];
  float wanted[YEOUN_LIMITER_FRAMES]; /* gain that each frame asks for */
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
