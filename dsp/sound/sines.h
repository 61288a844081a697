// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* yeoun_sine() of eight phases at once: the same polynomial, without a branch,
   which compilers do not take out of it by themselves. */

#ifndef YEOUN_SOUND_SINES_H
#define YEOUN_SOUND_SINES_H

#include <stdint.h>

#include "vectors.h"

typedef int32_t yeoun_eight_bits __attribute__((vector_size(32)));

/** Sines of phases in turns, below four million; within 1e-7. In place. Any
    thread. */
static inline void
yeoun_sine_eight(yeoun_eight *phases)
{
  const int32_t sign_bit = INT32_MIN;
  const yeoun_eight turns = *phases;
  const yeoun_eight whole = (turns + 12582912.0f) - 12582912.0f;
  const yeoun_eight x = turns - whole;
  const yeoun_eight_bits sign = (yeoun_eight_bits)x & sign_bit;
  /* From a peak: the nearer zero is so much further than a quarter. */
  const yeoun_eight off =
    (yeoun_eight)((yeoun_eight_bits)x & ~sign_bit) - 0.25f;
  const yeoun_eight near =
    0.25f - (yeoun_eight)((yeoun_eight_bits)off & ~sign_bit);
  const yeoun_eight y = 4.0f * (yeoun_eight)((yeoun_eight_bits)near | sign);
  const yeoun_eight z = y * y;
  *phases =
    y *
    (1.57079631847f +
     z * (-0.64596371106f +
          z * (0.07968967928f + z * (-0.00467376557f + z * 0.00015148419f))));
}

#endif
