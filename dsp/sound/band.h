// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* A resonant band: the state-variable filter with trapezoidal integrators
   (Zavalishin 2012, The Art of VA Filter Design, section 4.4). Its frequency
   may move at any time without a click. */

#ifndef YEOUN_SOUND_BAND_H
#define YEOUN_SOUND_BAND_H

#include <math.h>

struct yeoun_band {
  float tangent, damping, divisor; /* where it is and how narrow */
  float one, two;                  /* the integrators */
};

static inline void
yeoun_band_clear(struct yeoun_band *band)
{
  band->one = band->two = 0.0f;
}

/** Move it: `quality` is centre over width. */
static inline void
yeoun_band_tune(struct yeoun_band *band, float hertz, float quality, float rate)
{
  const float turns = hertz < 0.45f * rate ? hertz / rate : 0.45f;
  band->tangent = tanf(3.14159265f * turns);
  band->damping = 1.0f / quality;
  band->divisor =
    1.0f / (1.0f + band->tangent * (band->tangent + band->damping));
}

/** One frame; the gain in the middle of the band is 1. */
static inline float
yeoun_band_next(struct yeoun_band *band, float in)
{
  const float high =
    (in - band->two - (band->tangent + band->damping) * band->one) *
    band->divisor;
  const float step = band->tangent * high;
  const float middle = step + band->one;
  const float low = band->tangent * middle + band->two;
  band->one = step + middle;
  band->two = band->tangent * middle + low;
  return band->damping * middle;
}

/** To nothing what has become too small to hear: denormals are slow. */
static inline void
yeoun_band_rest(struct yeoun_band *band)
{
  if (fabsf(band->one) + fabsf(band->two) < 1e-12f) {
    yeoun_band_clear(band);
  }
}

/* A band that stands still, for less: the same response as two poles and two
   zeros (transposed direct form II; Robert Bristow-Johnson's cookbook). */
struct yeoun_still_band {
  float gain, one_back, two_back; /* coefficients */
  float one, two;                 /* states */
};

static inline void
yeoun_still_band_set(struct yeoun_still_band *band,
                     float hertz,
                     float quality,
                     float rate)
{
  const float turn = 6.2831853f * (hertz < 0.45f * rate ? hertz / rate : 0.45f);
  const float alpha = 0.5f * sinf(turn) / quality;
  band->gain = alpha / (1.0f + alpha);
  band->one_back = -2.0f * cosf(turn) / (1.0f + alpha);
  band->two_back = (1.0f - alpha) / (1.0f + alpha);
  band->one = band->two = 0.0f;
}

static inline float
yeoun_still_band_next(struct yeoun_still_band *band, float in)
{
  const float x = band->gain * in;
  const float out = x + band->one;
  band->one = band->two - band->one_back * out;
  band->two = -x - band->two_back * out;
  return out;
}

#endif
