// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* A walk that comes back (Ornstein & Uhlenbeck 1930): what no player holds
   still. */

#ifndef YEOUN_SOUND_WANDER_H
#define YEOUN_SOUND_WANDER_H

#include <math.h>
#include <stdint.h>

#include "noise.h"

/** One step of a walk about 0 with a standard deviation of 1.
    @param speed  times a second that it turns back
    @param seconds  of the step, far less than one over that
    Any thread. */
static inline float
yeoun_wander(float place, float speed, float seconds, uint32_t *noise)
{
  /* An even spread in -1..1 has a third of the variance of one of 1. */
  return place - place * speed * seconds +
         sqrtf(6.0f * speed * seconds) * yeoun_noise_next(noise);
}

#endif
