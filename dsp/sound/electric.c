// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "electric.h"

#include <math.h>
#include <stdbool.h>
#include <string.h>

#include "modes.h"
#include "music/sine.h"
#include "noise.h"
#include "sines.h"

#define MIDDLE_C 261.6256f
#define GAIN 0.496f

/* The tine's own mode over the pitch: high enough not to be heard as a note. */
#define TINE 14.0f

/* What dies away: a level and its factor a frame. */
struct fading {
  float level, fade;
};

struct electric {
  float rate, hertz;
  float bar_phase, tine_phase; /* turns */
  struct fading loud;          /* of the whole note */
  struct fading bar;           /* index of the bar's modulation, turns */
  struct fading tine;
  float rise, rise_step;
  float pan; /* turns of the tremolo */
};

static void
start(void *state, const struct yeoun_onset *onset)
{
  struct electric *const electric = (struct electric *)state;
  uint32_t noise = yeoun_noise_seed(onset->seed);
  const float v = onset->velocity;
  const float rate = onset->rate;
  const float hertz = 440.0f * exp2f(((float)onset->key - 69.0f) / 12.0f +
                                     yeoun_noise_next(&noise) * .6f / 1200.0f);
  const float lower = sqrtf(MIDDLE_C / hertz);
  electric->rate = rate;
  electric->hertz = hertz;
  electric->bar_phase = electric->tine_phase = 0.0f;
  /* 40 dB over the range of velocity (square law, Dannenberg 2006). */
  electric->loud.level = GAIN * v * v;
  electric->loud.fade = yeoun_fade(7.5f * lower, rate);
  /* The pickup bends what swings far: the index follows velocity. */
  electric->bar.level = (0.21f + 0.16f * v * v) * fminf(1.1f, lower) *
                        yeoun_noise_near(&noise, 0.08f);
  /* Nearly as long as the swing that is bent. */
  electric->bar.fade = yeoun_fade(5.5f * lower, rate);
  /* The second side band of the tine must stay below half the rate. */
  const float room = 0.9f * rate / (hertz * (2.0f * TINE + 1.0f)) - 2.0f;
  electric->tine.level = (0.032f + 0.13f * v * v) *
                         fmaxf(0.0f, fminf(1.0f, room)) *
                         yeoun_noise_near(&noise, 0.15f);
  electric->tine.fade = yeoun_fade(0.9f, rate);
  electric->rise = 0.0f;
  electric->rise_step = 1.0f / (0.0016f * rate);
  electric->pan = 0.5f + 0.5f * yeoun_noise_next(&noise);
}

static void
release(void *state)
{
  struct electric *const electric = (struct electric *)state;
  const float damped = yeoun_fade(0.28f, electric->rate);
  electric->loud.fade = fminf(electric->loud.fade, damped);
}

/* Where it stands over a stretch: a straight line is near enough. */
struct ramp {
  float from, slope;
};

static struct ramp
step_fading(struct fading *fading, uint32_t frames)
{
  const float from = fading->level;
  fading->level = fmaxf(1e-9f, from * powf(fading->fade, (float)frames));
  return (struct ramp){from, (fading->level - from) / (float)frames};
}

static const yeoun_eight first_eight = {0, 1, 2, 3, 4, 5, 6, 7};

/* Eight frames at once; of the last eight some may be too many. */
YEOUN_WIDE static void
render_pairs(struct electric *electric, float step, float *out, uint32_t frames)
{
  const struct ramp bar = step_fading(&electric->bar, frames);
  const struct ramp tine = step_fading(&electric->tine, frames);
  const struct ramp loud = step_fading(&electric->loud, frames);
  /* The tine is soon still: then its pair is a sine. */
  const bool is_tine = tine.from > 5e-5f;
  for (uint32_t f = 0; f < frames; f += 8) {
    const yeoun_eight t = first_eight + (float)(int32_t)f;
    const yeoun_eight phase = electric->bar_phase + step * t;
    yeoun_eight plain = phase;
    yeoun_sine_eight(&plain);
    yeoun_eight bent = phase + (bar.from + bar.slope * t) * plain;
    yeoun_sine_eight(&bent);
    if (is_tine) {
      yeoun_eight nod = electric->tine_phase + TINE * step * t;
      yeoun_sine_eight(&nod);
      plain = phase + (tine.from + tine.slope * t) * nod;
      yeoun_sine_eight(&plain);
    }
    const yeoun_eight level = loud.from + loud.slope * t;
    const yeoun_eight x = level * (0.65f * bent + 0.55f * plain);
    memcpy(out + f, &x, sizeof(x));
  }
  for (uint32_t f = 0; f < frames && electric->rise < 1.0f; ++f) {
    const float risen =
      electric->rise + electric->rise_step * (float)(int32_t)f;
    out[f] *= risen < 1.0f ? risen : 1.0f;
  }
}

/* Forward by a stretch, within a turn. */
static float
turn(float phase, float turns)
{
  return phase + turns - floorf(phase + turns);
}

static bool
render(void *state,
       const struct yeoun_touch *touch,
       float *left,
       float *right,
       uint32_t frames)
{
  struct electric *const electric = (struct electric *)state;
  const float step =
    electric->hertz / electric->rate * exp2f(touch->cents / 1200.0f);
  const float count = (float)frames;
  /* A little from side to side, as in the suitcase models. */
  const float side = 0.12f * yeoun_sine(electric->pan);
  const float next = turn(electric->pan, 4.8f * count / electric->rate);
  const float slope = (0.12f * yeoun_sine(next) - side) / count;
  float out[YEOUN_MODEL_FRAMES];
  render_pairs(electric, step, out, frames);
  for (uint32_t f = 0; f < frames; ++f) {
    const float now = side + slope * (float)(int32_t)f;
    left[f] += (1.0f - now) * out[f];
    right[f] += (1.0f + now) * out[f];
  }
  electric->pan = next;
  electric->rise = fminf(1.0f, electric->rise + electric->rise_step * count);
  electric->bar_phase = turn(electric->bar_phase, step * count);
  electric->tine_phase = turn(electric->tine_phase, TINE * step * count);
  return electric->loud.level > 1e-5f;
}

_Static_assert(sizeof(struct electric) <= YEOUN_MODEL_BYTES,
               "a voice has room for it");

const struct yeoun_model yeoun_electric_model = {
  .size = sizeof(struct electric),
  .start = start,
  .release = release,
  .render = render,
};
