// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "colour.h"

#include <math.h>
#include <stdbool.h>
#include <string.h>

#include "low.h"
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

/* Weights of four neighbours for a place between the middle two, the latest
   last: Hermite's cubic. */
static void
weigh(struct yeoun_tint *tint, int f, float part)
{
  const float square = part * part;
  const float cube = square * part;
  tint->weight[3][f] = square - 0.5f * (cube + part);
  tint->weight[2][f] = 1.5f * cube - 2.5f * square + 1.0f;
  tint->weight[1][f] = 2.0f * square + 0.5f * part - 1.5f * cube;
  tint->weight[0][f] = 0.5f * (cube - square);
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
    weigh(tint, f, (float)(delay - tint->back[f]));
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
static void
bend(float *x, float drive)
{
  const float bent = 0.12f * drive;
  float y[FRAMES];
  for (int f = 0; f < FRAMES; ++f) {
    y[f] = x[f] > 1.5f ? 1.5f : x[f];
    y[f] = y[f] < -1.5f ? -1.5f : y[f];
  }
  for (int f = 0; f < FRAMES; ++f) {
    x[f] -= bent * (y[f] * y[f] * y[f]);
  }
}

/* Four neighbours of one frame after the other, the oldest of the first at
   `from`: as they lie on the tape, whose end goes on at its beginning. */
static void
read_tape(const float *tape, uint32_t from, float line[FRAMES + 4])
{
  const uint32_t start = from & MASK;
  const uint32_t rest = YEOUN_TAPE_FRAMES - start;
  if (rest >= FRAMES + 4) {
    memcpy(line, tape + start, (FRAMES + 4) * sizeof(float));
  } else {
    memcpy(line, tape + start, rest * sizeof(float));
    memcpy(line + rest, tape, (FRAMES + 4 - rest) * sizeof(float));
  }
}

/* The tape is longer than a block: a block is written before it is read. It
   moves so slowly that within a block it is read a frame sooner or later at
   most; seldom at all. */
static void
render_tape(struct yeoun_colour *colour,
            const struct yeoun_tint *tint,
            int side,
            float *out)
{
  float *const tape = colour->tape[side];
  const uint32_t at = colour->at;
  const uint32_t last = tint->back[FRAMES - 1];
  const uint32_t back = tint->back[0] > last ? tint->back[0] : last;
  const bool is_even = tint->back[0] == last;
  float line[FRAMES + 4], worn[FRAMES], dull[FRAMES];
  memcpy(tape + (at & MASK), out, FRAMES * sizeof(float));
  read_tape(tape, at - back - 2, line);
  for (int f = 0; f < FRAMES; f += 4) {
    const yeoun_four sum =
      (yeoun_four_at(tint->weight[0] + f) * yeoun_four_at(line + f) +
       yeoun_four_at(tint->weight[1] + f) * yeoun_four_at(line + f + 1)) +
      (yeoun_four_at(tint->weight[2] + f) * yeoun_four_at(line + f + 2) +
       yeoun_four_at(tint->weight[3] + f) * yeoun_four_at(line + f + 3));
    memcpy(worn + f, &sum, sizeof(sum));
  }
  for (int f = 0; f < FRAMES && !is_even; ++f) {
    const float *const here = line + f + (back - tint->back[f]);
    worn[f] = tint->weight[0][f] * here[0] + tint->weight[1][f] * here[1] +
              tint->weight[2][f] * here[2] + tint->weight[3][f] * here[3];
  }
  yeoun_low_pass(worn, tint->dull, &colour->dull[side], dull);
  for (int f = 0; f < FRAMES; ++f) {
    out[f] += tint->tape * (dull[f] - out[f]);
  }
}

/* Whether nothing has come in for so long that nothing is left. */
static bool
is_asleep(struct yeoun_colour *colour, const float *left, const float *right)
{
  colour->silent = yeoun_is_silent(left, right) ? colour->silent + FRAMES : 0;
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
  float lows[FRAMES];
  for (int s = 0; s < 2; ++s) {
    yeoun_low_pass(sides[s], tint->pivot, &colour->low[s], lows);
    for (int f = 0; f < FRAMES; ++f) {
      const float t = (float)f;
      sides[s][f] = (low_from + low_step * t) * lows[f] +
                    (high_from + high_step * t) * (sides[s][f] - lows[f]);
    }
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
    if (tint->drive > 0.0f) {
      bend(sides[s], tint->drive);
    }
    if (tint->tape > 0.0f) {
      render_tape(colour, tint, s, sides[s]);
    }
  }
  colour->gain_low = tint->low;
  colour->gain_high = tint->high;
  colour->at += FRAMES;
}
