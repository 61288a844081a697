// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "mix.h"

#include <ebur128.h>
#include <math.h>
#include <string.h>

#include "spectrum.h"

#define RATE 48000.0

static const double edges[MIX_BANDS] = {200, 1000, 4000, 24000};

const char *
mix_band_name(int band)
{
  static const char *const names[MIX_BANDS] = {
    "below 200 Hz", "200 Hz to 1 kHz", "1 to 4 kHz", "above 4 kHz"};
  return names[band];
}

/* Add the power of one and another signal, added or taken from each other. */
static void
add_power(const float *one, const float *two, double sign, double *sum)
{
  static double x[SPECTRUM_FRAMES], power[SPECTRUM_FRAMES / 2];
  for (int f = 0; f < SPECTRUM_FRAMES; ++f) {
    const double bow = sin(M_PI * f / SPECTRUM_FRAMES);
    x[f] = 0.5 * bow * bow * ((double)one[f] + sign * (double)two[f]);
  }
  spectrum_power(x, power);
  int band = 0;
  for (int b = 1; b < SPECTRUM_FRAMES / 2; ++b) {
    band += b * RATE / SPECTRUM_FRAMES > edges[band] ? 1 : 0;
    sum[band] += power[b];
  }
}

struct mix_figures
mix_measure(const float *left, const float *right, uint32_t frames)
{
  struct mix_figures figures;
  double middle[MIX_BANDS] = {1e-30, 1e-30, 1e-30, 1e-30};
  double side[MIX_BANDS] = {1e-30, 1e-30, 1e-30, 1e-30};
  double both = 0;
  double one = 1e-30;
  double two = 1e-30;
  for (uint32_t f = 0; f < frames; ++f) {
    both += (double)left[f] * (double)right[f];
    one += (double)left[f] * (double)left[f];
    two += (double)right[f] * (double)right[f];
  }
  for (uint32_t f = 0; f + SPECTRUM_FRAMES <= frames; f += SPECTRUM_FRAMES) {
    add_power(left + f, right + f, 1, middle);
    add_power(left + f, right + f, -1, side);
  }
  figures.correlation = both / sqrt(one * two);
  figures.balance = 10 * log10(one / two);
  for (int b = 0; b < MIX_BANDS; ++b) {
    figures.side[b] = 10 * log10(side[b] / middle[b]);
    figures.tone[b] = 10 * log10((side[b] + middle[b]) / (side[1] + middle[1]));
  }
  return figures;
}

double
mix_loudness(const float *left, const float *right, uint32_t frames)
{
  ebur128_state *const meter = ebur128_init(2, (unsigned)RATE, EBUR128_MODE_I);
  double lufs = -INFINITY;
  for (uint32_t f = 0; f < frames; ++f) {
    const float pair[2] = {left[f], right[f]};
    ebur128_add_frames_float(meter, pair, 1);
  }
  ebur128_loudness_global(meter, &lufs);
  ebur128_destroy((ebur128_state *[]){meter});
  return lufs;
}
