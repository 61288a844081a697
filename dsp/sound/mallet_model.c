// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "mallet_model.h"

#include <math.h>

#include "band.h"
#include "mallet_facts.h"
#include "modes.h"
#include "music/sine.h"
#include "noise.h"

#define C5 523.2511f

struct bar {
  const struct yeoun_mallet_facts *facts;
  float rate;
  float cents;
  uint32_t noise;
  struct yeoun_modes modes;
  struct yeoun_band band;
  float click, click_fade;
  float motor; /* turns of the discs */
  float side[2];
};

/* Where on the bar the mallet falls: each upper mode has its own share, and
   no two strokes meet the same place; dB either way. */
#define PARTIAL_BY_DB 4.0f
#define CONTACT_BY 0.25f

static void
start_modes(struct bar *bar,
            float hertz,
            float contact,
            float tilt,
            float level)
{
  const struct yeoun_mallet_facts *const facts = bar->facts;
  const float seconds = facts->seconds * powf(C5 / hertz, facts->lower);
  const float whole = yeoun_mallet(hertz, contact);
  uint32_t filing =
    yeoun_noise_seed((uint32_t)(12.0f * log2f(hertz / C5) + 72.5f));
  yeoun_modes_clear(&bar->modes, bar->rate);
  for (const struct yeoun_mallet_mode *m = facts->modes; m->ratio > 0.0f; ++m) {
    const float push = yeoun_mallet(hertz * m->ratio, contact) / whole;
    const float chance =
      exp2f(yeoun_noise_next(&bar->noise) * (PARTIAL_BY_DB / 6.0206f)) *
      powf(m->ratio, tilt);
    /* No two bars are filed alike: higher modes are a little off. */
    const float off =
      m->ratio > 1.0f ? yeoun_noise_near(&filing, 0.002f) : 1.0f;
    yeoun_modes_add(&bar->modes,
                    hertz * m->ratio * off,
                    level * m->level * push * (m->ratio > 1.0f ? chance : 1.0f),
                    seconds * m->seconds);
  }
}

static void
start(void *state, const struct yeoun_onset *onset)
{
  struct bar *const bar = (struct bar *)state;
  const struct yeoun_mallet_facts *const facts =
    yeoun_mallet_facts(onset->instrument);
  const float velocity = onset->velocity;
  bar->facts = facts;
  bar->rate = onset->rate;
  bar->cents = 0.0f;
  bar->noise = yeoun_noise_seed(onset->seed);
  const float hertz =
    440.0f * exp2f(((float)onset->key - 69.0f) / 12.0f +
                   yeoun_noise_next(&bar->noise) * (0.6f / 1200.0f));
  const float contact = 0.001f * facts->soft_ms *
                        powf(facts->hard_ms / facts->soft_ms, velocity) *
                        yeoun_noise_near(&bar->noise, CONTACT_BY);
  /* 40 dB over the range of velocity (square law, Dannenberg 2006). */
  const float level = facts->gain * velocity * velocity *
                      exp2f(yeoun_noise_next(&bar->noise) / 6.0206f);
  start_modes(bar, hertz, contact, facts->colour * (velocity - 0.64f), level);
  bar->click = level * facts->click * (0.3f + 0.7f * velocity);
  bar->click_fade = yeoun_fade(0.001f * facts->click_ms, bar->rate);
  yeoun_band_clear(&bar->band);
  yeoun_band_tune(
    &bar->band, facts->click_hertz * (0.7f + 0.5f * velocity), 0.8f, bar->rate);
  bar->motor = 0.5f + 0.5f * yeoun_noise_next(&bar->noise);
  const float octaves = log2f(hertz / C5);
  const float side = facts->spread * fmaxf(-1.0f, fminf(1.0f, 0.6f * octaves));
  bar->side[0] = 1.0f - 0.5f * side;
  bar->side[1] = 1.0f + 0.5f * side;
}

static void
release(void *state)
{
  struct bar *const bar = (struct bar *)state;
  if (bar->facts->damper_s > 0.0f) {
    yeoun_modes_damp(&bar->modes, bar->facts->damper_s);
  }
}

static void
render_click(struct bar *bar, float *out, uint32_t frames)
{
  for (uint32_t f = 0; f < frames; ++f) {
    out[f] += bar->click * 2.0f *
              yeoun_band_next(&bar->band, yeoun_noise_next(&bar->noise));
    bar->click *= bar->click_fade;
  }
  yeoun_band_rest(&bar->band);
}

/* Discs open and close the pipes. */
static void
turn_motor(struct bar *bar, float *out, uint32_t frames)
{
  const float step = bar->facts->motor_hertz / bar->rate;
  for (uint32_t f = 0; f < frames; ++f) {
    out[f] *= 1.0f + bar->facts->motor * yeoun_sine(bar->motor);
    bar->motor += step;
  }
  bar->motor -= floorf(bar->motor);
}

static bool
render(void *state,
       const struct yeoun_touch *touch,
       float *left,
       float *right,
       uint32_t frames)
{
  struct bar *const bar = (struct bar *)state;
  float out[YEOUN_MODEL_FRAMES] = {0};
  const float loudest =
    yeoun_modes_ring(&bar->modes, touch->cents, &bar->cents, out, frames);
  if (bar->click > 1e-6f) {
    render_click(bar, out, frames);
  }
  if (bar->facts->motor > 0.0f) {
    turn_motor(bar, out, frames);
  }
  yeoun_sides_add(out, bar->side, left, right, frames);
  return loudest > 4e-6f || bar->click > 1e-6f;
}

_Static_assert(sizeof(struct bar) <= YEOUN_MODEL_BYTES,
               "a voice has room for it");

const struct yeoun_model yeoun_mallet_model = {
  .size = sizeof(struct bar),
  .start = start,
  .release = release,
  .render = render,
};
