// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "wave.h"

#include <math.h>

/* Complex numbers, their parts apart. */
struct bins {
  float real[YEOUN_WAVE_FRAMES], imag[YEOUN_WAVE_FRAMES];
};

static void
reverse_bits(struct bins *bins, int count)
{
  for (int i = 1, j = 0; i < count; ++i) {
    int bit = count / 2;
    for (; j & bit; bit /= 2) {
      j ^= bit;
    }
    j ^= bit;
    if (i < j) {
      const float real = bins->real[i];
      const float imag = bins->imag[i];
      bins->real[i] = bins->real[j];
      bins->imag[i] = bins->imag[j];
      bins->real[j] = real;
      bins->imag[j] = imag;
    }
  }
}

/* Frequencies to times in place, not scaled (Cooley & Tukey 1965). */
static void
transform(struct bins *bins, int count)
{
  reverse_bits(bins, count);
  for (int half = 1; half < count; half *= 2) {
    const double angle = 3.14159265358979 / half;
    const double step_real = cos(angle);
    const double step_imag = sin(angle);
    double turn_real = 1.0;
    double turn_imag = 0.0;
    for (int j = 0; j < half; ++j) {
      const float c = (float)turn_real;
      const float s = (float)turn_imag;
      for (int a = j; a < count; a += 2 * half) {
        const int b = a + half;
        const float real = c * bins->real[b] - s * bins->imag[b];
        const float imag = c * bins->imag[b] + s * bins->real[b];
        bins->real[b] = bins->real[a] - real;
        bins->imag[b] = bins->imag[a] - imag;
        bins->real[a] += real;
        bins->imag[a] += imag;
      }
      const double next = turn_real * step_real - turn_imag * step_imag;
      turn_imag = turn_real * step_imag + turn_imag * step_real;
      turn_real = next;
    }
  }
}

static float
scale_of(const float *level, int harmonics)
{
  float power = 1e-12f;
  for (int i = 0; i < harmonics; ++i) {
    power += level[i] * level[i];
  }
  return 1.0f / sqrtf(power);
}

/* Two real waves from one transform: one is its real part, one its imaginary.
 */
static void
build_two(const struct yeoun_spectrum *spectrum,
          int first,
          float (*eight)[YEOUN_WAVES])
{
  struct bins bins = {.real = {0}};
  const int count = yeoun_wave_frames(spectrum->harmonics);
  const float *const one = spectrum->level[first];
  const float *const two = spectrum->level[first + 1];
  const float scale_one = 0.5f * scale_of(one, spectrum->harmonics);
  const float scale_two = 0.5f * scale_of(two, spectrum->harmonics);
  for (int i = 0; i < spectrum->harmonics; ++i) {
    const float c = cosf(spectrum->phase[i]);
    const float s = sinf(spectrum->phase[i]);
    const float a = scale_one * one[i];
    const float b = scale_two * two[i];
    bins.real[i + 1] = a * c - b * s;
    bins.imag[i + 1] = a * s + b * c;
    bins.real[count - 1 - i] = a * c + b * s;
    bins.imag[count - 1 - i] = b * c - a * s;
  }
  transform(&bins, count);
  for (int i = 0; i <= count; ++i) {
    eight[i][first] = bins.real[i % count];
    eight[i][first + 1] = bins.imag[i % count];
  }
}

int
yeoun_wave_frames(int harmonics)
{
  /* Enough that a straight line between them will do: what it bends the
     highest harmonic by lies 70 dB below the first. */
  return harmonics <= 10 ? 256 : harmonics <= 30 ? 512 : YEOUN_WAVE_FRAMES;
}

void
yeoun_wave_build(const struct yeoun_spectrum *spectrum,
                 float (*eight)[YEOUN_WAVES])
{
  for (int first = 0; first < YEOUN_WAVES; first += 2) {
    build_two(spectrum, first, eight);
  }
}
