// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "electric.h"

#include <math.h>

#include "modes.h"
#include "noise.h"
#include "sine.h"

#define MIDDLE_C 261.6256f
#define GAIN 0.5f

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
  electric->bar.level = (0.06f + 0.32f * v * v) * fminf(1.2f, lower) *
                        yeoun_noise_near(&noise, 0.08f);
  electric->bar.fade = yeoun_fade(3.2f * lower, rate);
  /* The side bands of the tine must stay below half the rate: three of them. */
  const float room = 0.45f * rate / (hertz * (3.0f * TINE + 1.0f));
  electric->tine.level = (0.006f + 0.05f * v * v) * fminf(1.0f, room * room) *
                         yeoun_noise_near(&noise, 0.15f);
  electric->tine.fade = yeoun_fade(0.55f, rate);
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

static float
next(struct fading *fading)
{
  const float level = fading->level;
  fading->level *= fading->fade;
  return level;
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
  /* A little from side to side, as in the suitcase models. */
  const float side = 0.12f * yeoun_sine(electric->pan);
  electric->pan += 4.8f * (float)frames / electric->rate;
  electric->pan -= floorf(electric->pan);
  for (uint32_t f = 0; f < frames; ++f) {
    const float bar =
      yeoun_sine(electric->bar_phase +
                 next(&electric->bar) * yeoun_sine(electric->bar_phase));
    const float tine =
      yeoun_sine(electric->bar_phase +
                 next(&electric->tine) * yeoun_sine(electric->tine_phase));
    const float rise = electric->rise;
    const float out = next(&electric->loud) * rise * (0.7f * bar + 0.5f * tine);
    electric->rise = fminf(1.0f, rise + electric->rise_step);
    electric->bar_phase += step;
    electric->tine_phase += TINE * step;
    left[f] += (1.0f - side) * out;
    right[f] += (1.0f + side) * out;
  }
  electric->bar_phase -= floorf(electric->bar_phase);
  electric->tine_phase -= floorf(electric->tine_phase);
  electric->bar.level = fmaxf(electric->bar.level, 1e-9f);
  electric->tine.level = fmaxf(electric->tine.level, 1e-9f);
  return electric->loud.level > 1e-5f;
}

const struct yeoun_model yeoun_electric_model = {
  .size = sizeof(struct electric),
  .start = start,
  .release = release,
  .render = render,
};
