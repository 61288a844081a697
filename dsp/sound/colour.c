// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "colour.h"

#include <math.h>
#include <stdbool.h>

#include "sine.h"

enum { MASK = YEOUN_TAPE_FRAMES - 1 };

/* The middle of the tilt: voices and most melodies lie above it, harmony below.
 */
#define PIVOT_HZ 750.0f
/* How far each side moves at the ends of warmth. */
#define TILT_DB 4.0f
/* A worn cassette. */
#define TAPE_TOP_HZ 5200.0f
#define TAPE_S 0.003f

static float
gain_of(float db)
{
  return powf(10.0f, db / 20.0f);
}

static float
pole_of(float hertz, float rate)
{
  return 1.0f - expf(-6.2831853f * hertz / rate);
}

/* Wow and flutter of about 0.1 % each (IEC 60386 weighs both). */
float
yeoun_tape_delay(float rate, float seconds)
{
  const float wow = 0.0002f * yeoun_sine(0.71f * seconds);
  const float flutter = 0.000022f * yeoun_sine(6.3f * seconds);
  return rate * (TAPE_S + wow + flutter);
}

struct yeoun_tint
yeoun_tint_of(float warmth, float tape, float rate, float seconds)
{
  const float warm = warmth > 0.0f ? warmth : 0.0f;
  return (struct yeoun_tint){
    .pivot = pole_of(PIVOT_HZ, rate),
    .low = gain_of(0.5f * TILT_DB * warmth),
    .high = gain_of(-0.75f * TILT_DB * warmth),
    .drive = 0.25f * warm + 0.5f * tape,
    .dull = pole_of(TAPE_TOP_HZ, rate),
    .tape = tape,
    .delay = yeoun_tape_delay(rate, seconds),
  };
}

/* A soft knee: the third harmonic of a full tone lies 40 dB down at a drive of
   one, which is never reached. */
static float
bend(float x, float drive)
{
  const float y = fmaxf(-1.5f, fminf(1.5f, x));
  return x - drive * 0.12f * y * y * y;
}

/* Weights of four neighbours for a place between the middle two: Hermite's
   cubic. */
static void
weigh(float part, float weight[4])
{
  const float square = part * part;
  const float cube = square * part;
  weight[0] = square - 0.5f * (cube + part);
  weight[1] = 1.5f * cube - 2.5f * square + 1.0f;
  weight[2] = 2.0f * square + 0.5f * part - 1.5f * cube;
  weight[3] = 0.5f * (cube - square);
}

static void
render_tape(struct yeoun_colour *colour,
            const struct yeoun_tint *tint,
            float *left,
            float *right,
            uint32_t frames)
{
  const float from = colour->delay > 0.0f ? colour->delay : tint->delay;
  const float slope = (tint->delay - from) / (float)frames;
  float *const side[2] = {left, right};
  for (uint32_t f = 0; f < frames; ++f) {
    const float delay = from + slope * (float)(int32_t)f;
    const int32_t whole = (int32_t)delay;
    const uint32_t back = colour->at - (uint32_t)whole;
    float weight[4];
    weigh(delay - (float)whole, weight);
    for (int s = 0; s < 2; ++s) {
      float *const tape = colour->tape[s];
      tape[colour->at & MASK] = side[s][f];
      const float worn = weight[0] * tape[(back + 1) & MASK] +
                         weight[1] * tape[back & MASK] +
                         weight[2] * tape[(back - 1) & MASK] +
                         weight[3] * tape[(back - 2) & MASK];
      colour->dull[s] += tint->dull * (worn - colour->dull[s]);
      side[s][f] += tint->tape * (colour->dull[s] - side[s][f]);
    }
    ++colour->at;
  }
  colour->delay = tint->delay;
}

/* Whether nothing has come in for so long that nothing is left. */
static bool
is_asleep(struct yeoun_colour *colour,
          const float *left,
          const float *right,
          uint32_t frames)
{
  float sum = 0.0f;
  for (uint32_t f = 0; f < frames; ++f) {
    sum += left[f] * left[f] + right[f] * right[f];
  }
  colour->silent = sum > 0.0f ? 0 : colour->silent + frames;
  if (colour->silent <= 2 * YEOUN_TAPE_FRAMES) {
    return false;
  }
  colour->silent = 2 * YEOUN_TAPE_FRAMES + 1;
  colour->low[0] = colour->low[1] = 0.0f;
  colour->dull[0] = colour->dull[1] = 0.0f;
  return true;
}

void
yeoun_colour_render(struct yeoun_colour *colour,
                    const struct yeoun_tint *tint,
                    float *left,
                    float *right,
                    uint32_t frames)
{
  float *const side[2] = {left, right};
  if (is_asleep(colour, left, right, frames)) {
    return;
  }
  const bool is_new = colour->gain_high <= 0.0f;
  const float low_from = is_new ? tint->low : colour->gain_low;
  const float high_from = is_new ? tint->high : colour->gain_high;
  const float low_step = (tint->low - low_from) / (float)frames;
  const float high_step = (tint->high - high_from) / (float)frames;
  colour->gain_low = tint->low;
  colour->gain_high = tint->high;
  for (int s = 0; s < 2; ++s) {
    float low = colour->low[s];
    for (uint32_t f = 0; f < frames; ++f) {
      const float in = side[s][f];
      const float t = (float)(int32_t)f;
      low += tint->pivot * (in - low);
      side[s][f] = (low_from + low_step * t) * low +
                   (high_from + high_step * t) * (in - low);
    }
    colour->low[s] = fabsf(low) > 1e-12f ? low : 0.0f;
    for (uint32_t f = 0; tint->drive > 0.0f && f < frames; ++f) {
      side[s][f] = bend(side[s][f], tint->drive);
    }
  }
  if (tint->tape > 1e-4f) {
    render_tape(colour, tint, left, right, frames);
  }
}
