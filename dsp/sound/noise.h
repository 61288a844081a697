// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* Noise and small chances, the same for the same seed on every machine
   (congruential, constants of Numerical Recipes: Press et al. 1992). */

#ifndef YEOUN_SOUND_NOISE_H
#define YEOUN_SOUND_NOISE_H

#include <stdint.h>

/** Where a noise begins for a note's seed: neighbours differ at once. */
static inline uint32_t
yeoun_noise_seed(uint32_t seed)
{
  seed = (seed ^ (seed >> 16)) * 0x45d9f3bU + 0x9e3779b9U;
  return (seed ^ (seed >> 15)) * 0x2c1b3c6dU;
}

/** White noise, evenly spread in -1..1. */
static inline float
yeoun_noise_next(uint32_t *state)
{
  *state = *state * 1664525U + 1013904223U;
  return (float)(int32_t)*state * (1.0f / 2147483648.0f);
}

/** Near 1: up to `share` more or less. */
static inline float
yeoun_noise_near(uint32_t *state, float share)
{
  return 1.0f + share * yeoun_noise_next(state);
}

#endif
