// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "spectrum.h"

#include <math.h>
#include <stddef.h>

double
spectrum_at(const float *x,
            uint32_t frames,
            double hertz,
            double rate,
            double *phase)
{
  /* Both turn by as much a frame: a product instead of a sine. */
  const double turn = 2 * M_PI * hertz / rate;
  const double bow = 2 * M_PI / frames;
  const double turn_cos = cos(turn), turn_sin = sin(turn);
  const double bow_cos = cos(bow), bow_sin = sin(bow);
  double c = 1, s = 0, window_c = 1, window_s = 0;
  double real = 0;
  double imag = 0;
  for (uint32_t f = 0; f < frames; ++f) {
    const double y = (0.5 - 0.5 * window_c) * (double)x[f];
    const double next = c * turn_cos - s * turn_sin;
    const double window_next = window_c * bow_cos - window_s * bow_sin;
    real += y * c;
    imag -= y * s;
    s = s * turn_cos + c * turn_sin;
    c = next;
    window_s = window_s * bow_cos + window_c * bow_sin;
    window_c = window_next;
  }
  if (phase) {
    *phase = atan2(imag, real);
  }
  return 4 * hypot(real, imag) / frames;
}

double
spectrum_pitch(const float *x, uint32_t frames, double guess, double rate)
{
  const uint32_t hop = frames / 3;
  double hertz = guess;
  /* From a short way, which is sure, to a long one, which is exact. */
  for (uint32_t way = hop / 16 + 1; way <= hop; way = way * 2) {
    double first, second;
    spectrum_at(x, frames - hop, hertz, rate, &first);
    spectrum_at(x + way, frames - hop, hertz, rate, &second);
    const double due = 2 * M_PI * hertz * way / rate;
    hertz += remainder(second - first - due, 2 * M_PI) * rate / way / 2 / M_PI;
  }
  return hertz;
}

double
spectrum_middle(const float *x,
                uint32_t frames,
                double hertz,
                double cents,
                double rate)
{
  double sum = 0;
  double whole = 1e-30;
  for (double c = -cents; c <= cents; c += cents / 12) {
    const double level =
      spectrum_at(x, frames, hertz * exp2(c / 1200), rate, NULL);
    sum += c * level * level;
    whole += level * level;
  }
  return hertz * exp2(sum / whole / 1200);
}

double
spectrum_width(const float *x, uint32_t frames, double hertz, double rate)
{
  double sum = 0, squares = 0;
  double whole = 1e-30;
  for (double c = -60; c <= 60; c += 2) {
    const double level =
      spectrum_at(x, frames, hertz * exp2(c / 1200), rate, NULL);
    sum += c * level * level;
    squares += c * c * level * level;
    whole += level * level;
  }
  return sqrt(squares / whole - sum / whole * sum / whole);
}

double
spectrum_near(const float *x,
              uint32_t frames,
              double hertz,
              double share,
              double rate,
              double *found)
{
  const double step = rate / frames;
  const double reach = fmax(share * hertz, step);
  double most = 0;
  for (double f = hertz - reach; f <= hertz + reach; f += step) {
    const double here = spectrum_at(x, frames, f, rate, NULL);
    if (here > most) {
      most = here;
      if (found) {
        *found = f;
      }
    }
  }
  return most;
}

double
spectrum_centroid(const float *x, uint32_t frames, double first, double rate)
{
  double sum = 0;
  double whole = 0;
  for (int n = 1; n <= 40 && n * first < 16000; ++n) {
    const double level = spectrum_near(x, frames, n * first, 0.02, rate, NULL);
    sum += n * level;
    whole += level;
  }
  return sum / whole;
}

void
spectrum_part(const float *x,
              uint32_t frames,
              double first,
              int from,
              int to,
              double rate,
              double *clean,
              double *dirty)
{
  for (int n = from; n <= to; ++n) {
    const double on = spectrum_near(x, frames, n * first, 0.02, rate, NULL);
    const double off = spectrum_at(x, frames, (n - .5) * first, rate, NULL);
    *clean += on * on;
    /* Noise fills every bin; a Hann window is 1.5 bins wide. */
    *dirty += off * off * first * frames / rate / 1.5;
  }
}

double
spectrum_level(const float *x, uint32_t frames)
{
  double power = 1e-30;
  for (uint32_t f = 0; f < frames; ++f) {
    power += (double)x[f] * (double)x[f];
  }
  return 10 * log10(power / frames);
}

void
spectrum_power(const double *x, double *power)
{
  static double real[SPECTRUM_FRAMES], imag[SPECTRUM_FRAMES];
  for (int i = 0, j = 0; i < SPECTRUM_FRAMES; ++i) {
    real[j] = x[i];
    imag[j] = 0;
    for (int bit = SPECTRUM_FRAMES / 2; (j ^= bit) < bit; bit /= 2) {
    }
  }
  for (int half = 1; half < SPECTRUM_FRAMES; half *= 2) {
    for (int j = 0; j < half; ++j) {
      const double c = cos(M_PI * j / half);
      const double s = -sin(M_PI * j / half);
      for (int a = j; a < SPECTRUM_FRAMES; a += 2 * half) {
        const int b = a + half;
        const double re = c * real[b] - s * imag[b];
        const double im = c * imag[b] + s * real[b];
        real[b] = real[a] - re;
        imag[b] = imag[a] - im;
        real[a] += re;
        imag[a] += im;
      }
    }
  }
  for (int i = 0; i < SPECTRUM_FRAMES / 2; ++i) {
    power[i] = real[i] * real[i] + imag[i] * imag[i];
  }
}
