// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* The lesser, the greater, and what lies between: once for all rooms. The last
   letter tells the type: i int, l int64_t, u unsigned, z size_t, f float,
   d double. Any thread. */

#ifndef YEOUN_MUSIC_NUMBER_H
#define YEOUN_MUSIC_NUMBER_H

#include <stddef.h>
#include <stdint.h>

#include "audio.h"

YEOUN_AUDIO static inline int
yeoun_min_i(int a, int b)
{
  return a < b ? a : b;
}

YEOUN_AUDIO static inline int
yeoun_max_i(int a, int b)
{
  return a > b ? a : b;
}

/** @param low, high  low <= high, here and below */
YEOUN_AUDIO static inline int
yeoun_clamp_i(int x, int low, int high)
{
  return yeoun_max_i(low, yeoun_min_i(x, high));
}

YEOUN_AUDIO static inline int64_t
yeoun_min_l(int64_t a, int64_t b)
{
  return a < b ? a : b;
}

YEOUN_AUDIO static inline int64_t
yeoun_max_l(int64_t a, int64_t b)
{
  return a > b ? a : b;
}

YEOUN_AUDIO static inline unsigned
yeoun_min_u(unsigned a, unsigned b)
{
  return a < b ? a : b;
}

YEOUN_AUDIO static inline unsigned
yeoun_max_u(unsigned a, unsigned b)
{
  return a > b ? a : b;
}

YEOUN_AUDIO static inline unsigned
yeoun_clamp_u(unsigned x, unsigned low, unsigned high)
{
  return yeoun_max_u(low, yeoun_min_u(x, high));
}

YEOUN_AUDIO static inline size_t
yeoun_min_z(size_t a, size_t b)
{
  return a < b ? a : b;
}

YEOUN_AUDIO static inline size_t
yeoun_max_z(size_t a, size_t b)
{
  return a > b ? a : b;
}

YEOUN_AUDIO static inline float
yeoun_min_f(float a, float b)
{
  return a < b ? a : b;
}

YEOUN_AUDIO static inline float
yeoun_max_f(float a, float b)
{
  return a > b ? a : b;
}

/** What is not a number becomes the lowest. */
YEOUN_AUDIO static inline float
yeoun_clamp_f(float x, float low, float high)
{
  return x > low ? yeoun_min_f(x, high) : low;
}

YEOUN_AUDIO static inline double
yeoun_min_d(double a, double b)
{
  return a < b ? a : b;
}

YEOUN_AUDIO static inline double
yeoun_max_d(double a, double b)
{
  return a > b ? a : b;
}

/** What is not a number becomes the lowest. */
YEOUN_AUDIO static inline double
yeoun_clamp_d(double x, double low, double high)
{
  return x > low ? yeoun_min_d(x, high) : low;
}

#endif
