// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "colour.h"

#include <math.h>
#include <stdbool.h>

#include "music/sine.h"

enum { MASK = YEOUN_TAPE_FRAMES - 1, FRAMES = YEOUN_COLOUR_FRAMES };

/* The middle of the tilt: voices and most melodies lie above it, harmony below.
 */
#define PIVOT_HZ 750.0f
/* How far each side moves at the ends of warmth. */
#define TILT_DB 4.0f
/* A worn cassette. */
#define TAPE_TOP_HZ 5200.0f
#define TAPE_S 0.003

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

/* Wow and flutter of about 0.1 % each (IEC 60386 weighs both): how far back the
   tape is read, in frames. */
static double
delay_of(double rate, double seconds)
{
  const double wow =
    0.0002 * (double)yeoun_sine((float)fmod(0.71 * seconds, 1.0));
  const double flutter =
    0.000022 * (double)yeoun_sine((float)fmod(6.3 * seconds, 1.0));
  return rate * (TAPE_S + wow + flutter);
}

static void
thread_tape(struct yeoun_tint *tint, double rate, double seconds)
{
  const double from = delay_of(rate, seconds);
  const double to = delay_of(rate, seconds + FRAMES / rate);
  for (int f = 0; f < FRAMES; ++f) {
    const double delay = from + (to - from) * f / FRAMES;
    tint->back[f] = (uint32_t)delay;
    weigh((float)(delay - tint->back[f]), tint->weight[f]);
  }
}

void
yeoun_tint_set(struct yeoun_tint *tint,
               float warmth,
               float tape,
               double rate,
               double seconds)
{
  const float warm = warmth > 0.0f ? warmth : 0.0f;
  const bool is_level = fabsf(warmth) < 1e-4f;
  tint->pivot = pole_of(PIVOT_HZ, (float)rate);
  tint->low = is_level ? 1.0f : gain_of(0.5f * TILT_DB * warmth);
  tint->high = is_level ? 1.0f : gain_of(-0.75f * TILT_DB * warmth);
  tint->drive = 0.25f * warm + 0.5f * tape;
  tint->dull = pole_of(TAPE_TOP_HZ, (float)rate);
  tint->tape = tape > 1e-4f ? tape : 0.0f;
  if (tint->tape > 0.0f) {
    thread_tape(tint, rate, seconds);
  }
}

/* A soft knee: the third harmonic of a full tone lies 40 dB down at a drive of
   one, which is never reached. */
static float
bend(float x, float drive)
{
  const float y = x > 1.5f ? 1.5f : x < -1.5f ? -1.5f : x;
  return x - drive * 0.12f * y * y * y;
}

/* The tape is longer than a block: a block is written before it is read. */
static void
render_tape(struct yeoun_colour *colour,
            const struct yeoun_tint *tint,
            int side,
            float *out)
{
  float *const tape = colour->tape[side];
  const uint32_t at = colour->at;
  float worn[FRAMES];
  for (uint32_t f = 0; f < FRAMES; ++f) {
    tape[(at + f) & MASK] = out[f];
  }
  for (uint32_t f = 0; f < FRAMES; ++f) {
    const float *const weight = tint->weight[f];
    const uint32_t from = at + f - tint->back[f];
    worn[f] =
      weight[0] * tape[(from + 1) & MASK] + weight[1] * tape[from & MASK] +
      weight[2] * tape[(from - 1) & MASK] + weight[3] * tape[(from - 2) & MASK];
  }
  float dull = colour->dull[side];
  for (uint32_t f = 0; f < FRAMES; ++f) {
    dull += tint->dull * (worn[f] - dull);
    out[f] += tint->tape * (dull - out[f]);
  }
  colour->dull[side] = fabsf(dull) > 1e-12f ? dull : 0.0f;
}

/* Whether nothing has come in for so long that nothing is left. */
static bool
is_asleep(struct yeoun_colour *colour, const float *left, const float *right)
{
  float sum = 0.0f;
  for (uint32_t f = 0; f < FRAMES; ++f) {
    sum += left[f] * left[f] + right[f] * right[f];
  }
  colour->silent = sum > 0.0f ? 0 : colour->silent + FRAMES;
  if (colour->silent <= 2 * YEOUN_TAPE_FRAMES) {
    return false;
  }
  colour->silent = 2 * YEOUN_TAPE_FRAMES + 1;
  colour->low[0] = colour->low[1] = 0.0f;
  colour->dull[0] = colour->dull[1] = 0.0f;
  return true;
}

static void
render_tilt(struct yeoun_colour *colour,
            const struct yeoun_tint *tint,
            float *left,
            float *right)
{
  const bool is_new = colour->gain_high <= 0.0f;
  const float low_from = is_new ? tint->low : colour->gain_low;
  const float high_from = is_new ? tint->high : colour->gain_high;
  const float low_step = (tint->low - low_from) / FRAMES;
  const float high_step = (tint->high - high_from) / FRAMES;
  float *const sides[2] = {left, right};
  float lows[2][FRAMES];
  float low[2] = {colour->low[0], colour->low[1]};
  for (int f = 0; f < FRAMES; ++f) {
    for (int s = 0; s < 2; ++s) {
      low[s] += tint->pivot * (sides[s][f] - low[s]);
      lows[s][f] = low[s];
    }
  }
  for (int s = 0; s < 2; ++s) {
    for (int f = 0; f < FRAMES; ++f) {
      const float t = (float)f;
      sides[s][f] = (low_from + low_step * t) * lows[s][f] +
                    (high_from + high_step * t) * (sides[s][f] - lows[s][f]);
    }
    colour->low[s] = fabsf(low[s]) > 1e-12f ? low[s] : 0.0f;
  }
}

void
yeoun_colour_render(struct yeoun_colour *colour,
                    const struct yeoun_tint *tint,
                    float *left,
                    float *right)
{
  float *const sides[2] = {left, right};
  if (is_asleep(colour, left, right)) {
    return;
  }
  /* Level gains take nothing away: the tilt can rest. */
  if (tint->low != 1.0f || colour->gain_low != 1.0f) {
    render_tilt(colour, tint, left, right);
  }
  for (int s = 0; s < 2; ++s) {
    for (int f = 0; tint->drive > 0.0f && f < FRAMES; ++f) {
      sides[s][f] = bend(sides[s][f], tint->drive);
    }
    if (tint->tape > 0.0f) {
      render_tape(colour, tint, s, sides[s]);
    }
  }
  colour->gain_low = tint->low;
  colour->gain_high = tint->high;
  colour->at += FRAMES;
}
