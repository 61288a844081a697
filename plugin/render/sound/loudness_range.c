// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "loudness_range.h"

#include <math.h>
#include <stdlib.h>

/* EBU Tech 3342, ch. 3: gates in LUFS and LU, shares of what is left. */
#define SILENCE (-70.0)
#define GATE (-20.0)
#define LOW 0.10
#define HIGH 0.95

static int
by_value(const void *a, const void *b)
{
  const double x = *(const double *)a;
  const double y = *(const double *)b;
  return (x > y) - (x < y);
}

/** The first that is as loud as that, of sorted ones. */
static size_t
find_first(const double *lufs, size_t count, double least)
{
  size_t i = 0;
  while (i < count && lufs[i] < least) {
    ++i;
  }
  return i;
}

double
yeoun_loudness_range(double *short_lufs, size_t count)
{
  qsort(short_lufs, count, sizeof(*short_lufs), by_value);
  const size_t loud = find_first(short_lufs, count, SILENCE);
  if (loud == count) {
    return 0;
  }
  double power = 0;
  for (size_t i = loud; i < count; ++i) {
    power += pow(10, short_lufs[i] / 10);
  }
  const double gate = 10 * log10(power / (double)(count - loud)) + GATE;
  const size_t first =
    find_first(short_lufs, count, gate > SILENCE ? gate : SILENCE);
  const double last = (double)(count - first - 1);
  return short_lufs[first + (size_t)lround(last * HIGH)] -
         short_lufs[first + (size_t)lround(last * LOW)];
}
