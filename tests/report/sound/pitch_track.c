// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "pitch_track.h"

#include <math.h>

#include "../music/statistics.h"
#include "spectrum.h"

#define RATE 48000.0

enum { MOST = 1024, SWINGS = 64 };

int
track_pitch(const float *x,
            uint32_t frames,
            double hertz,
            double *cents,
            int most)
{
  int count = 0;
  for (uint32_t at = 0; at + TRACK_WINDOW <= frames && count < most;
       at += TRACK_HOP) {
    const double here = spectrum_pitch(x + at, TRACK_WINDOW, hertz, RATE);
    cents[count++] = 1200 * log2(here / hertz);
  }
  return count;
}

/* Without what is slower than two swings a second, and what trembles within 25
   ms. */
static void
smooth(const double *cents, int count, double *out)
{
  for (int i = 0; i < count; ++i) {
    double near = 0, wide = 0;
    int nears = 0, wides = 0;
    for (int k = i - 50; k <= i + 50; ++k) {
      if (k >= 0 && k < count) {
        wide += cents[k];
        ++wides;
        near += k >= i - 2 && k <= i + 2 ? cents[k] : 0;
        nears += k >= i - 2 && k <= i + 2;
      }
    }
    out[i] = near / nears - wide / wides;
  }
}

struct vibrato
track_vibrato(const double *cents, int count)
{
  static double moved[MOST];
  double period[SWINGS], size[SWINGS];
  struct vibrato vibrato = {.swings = 0};
  double last = -1, most = 0, least = 0;
  const int used = count < MOST ? count : MOST;
  smooth(cents, used, moved);
  for (int i = 1; i < used && vibrato.swings < SWINGS; ++i) {
    most = fmax(most, moved[i]);
    least = fmin(least, moved[i]);
    if (moved[i - 1] >= 0 || moved[i] < 0) {
      continue;
    }
    const double moment = i - moved[i] / (moved[i] - moved[i - 1]);
    const double seconds = (moment - last) * TRACK_HOP / RATE;
    const double half = 0.5 * (most - least);
    if (last > 0 && seconds > 1 / 9.0 && seconds < 1 / 2.5 && half > 1) {
      period[vibrato.swings] = seconds;
      size[vibrato.swings++] = half;
    }
    /* What trembles about the middle crosses it more than once. */
    if (last < 0 || seconds > 1 / 9.0) {
      last = moment;
      most = least = 0;
    }
  }
  if (vibrato.swings >= 3) {
    const double mean = statistics_mean(period, vibrato.swings);
    vibrato.hertz = 1 / mean;
    vibrato.cents = statistics_mean(size, vibrato.swings);
    vibrato.rate = 100 * statistics_deviation(period, vibrato.swings) / mean;
    vibrato.widths =
      100 * statistics_deviation(size, vibrato.swings) / vibrato.cents;
  }
  return vibrato;
}
