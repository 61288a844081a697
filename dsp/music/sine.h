// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* A sine that is cheap and as exact as its float (Hastings 1955, Approximations
   for Digital Computers, sheet 16: within 1e-8). */

#ifndef YEOUN_MUSIC_SINE_H
#define YEOUN_MUSIC_SINE_H

/** Sine of a phase in turns. Any thread. */
static inline float
yeoun_sine(float turns)
{
  /* Adding so much rounds to whole turns, and unlike floor() goes into vectors
     on every machine. Good below four million turns. */
  const float whole = (turns + 12582912.0f) - 12582912.0f;
  const float x = turns - whole;
  const float side = x < 0.0f ? -x : x;
  const float near = side < 0.25f ? side : 0.5f - side;
  const float y = x < 0.0f ? -4.0f * near : 4.0f * near;
  const float z = y * y;
  return y * (1.57079631847f +
              z * (-0.64596371106f +
                   z * (0.07968967928f +
                        z * (-0.00467376557f + z * 0.00015148419f))));
}

#endif
