// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "drum_model.h"

#include <math.h>

#include "band.h"
#include "drum_facts.h"
#include "modes.h"
#include "noise.h"

struct drum {
  const struct yeoun_drum_facts *facts;
  float rate;
  uint32_t noise;
  float stretch, relax; /* of the skin above its rest; what a frame leaves */
  struct yeoun_modes modes;
  struct yeoun_band band;
  float middle; /* Hz of the band, with this blow's chance */
  float age_s;
  float rise, rise_step; /* 0..1 */
  float hiss, hiss_fade; /* level of the noise */
  struct yeoun_still_band bed_band;
  float bed, bed_fade;
};

static void
start_body(struct drum *drum, float velocity, float level)
{
  const struct yeoun_drum_body *const body = &drum->facts->body;
  yeoun_modes_clear(&drum->modes, drum->rate);
  drum->stretch = body->drop * velocity;
  drum->relax = body->drop_ms > 0.0f ? 1000.0f / body->drop_ms : 0.0f;
  if (!body->modes) {
    return;
  }
  const float hertz = body->hertz * yeoun_noise_near(&drum->noise, 0.006f);
  const float contact =
    0.001f * body->soft_ms * powf(body->hard_ms / body->soft_ms, velocity);
  const float whole = yeoun_mallet(hertz, contact);
  for (const float(*mode)[2] = body->modes; (*mode)[0] > 0.0f; ++mode) {
    const float ratio = (*mode)[0];
    const float push = yeoun_mallet(hertz * ratio, contact) / whole;
    const float chance = yeoun_noise_near(&drum->noise, 0.25f);
    yeoun_modes_add(&drum->modes,
                    hertz * ratio,
                    level * body->level * (*mode)[1] * push *
                      (ratio > 1.0f ? chance : 1.0f),
                    body->seconds / powf(ratio, body->damping));
  }
}

/* RMS of the bed as facts have it, whatever its band lets through. */
static void
start_bed(struct drum *drum, float level)
{
  const struct yeoun_drum_bed *const bed = &drum->facts->bed;
  drum->bed = 0.0f;
  if (bed->level > 0.0f) {
    drum->bed =
      level * bed->level * sqrtf(1.9f * bed->quality * drum->rate / bed->hertz);
    drum->bed_fade = yeoun_fade(bed->seconds, drum->rate);
    yeoun_still_band_set(&drum->bed_band, bed->hertz, bed->quality, drum->rate);
  }
}

static void
start(void *state, const struct yeoun_onset *onset)
{
  struct drum *const drum = (struct drum *)state;
  const struct yeoun_drum_noise *noise = NULL;
  const float velocity = onset->velocity;
  /* 40 dB over the range of velocity (square law, Dannenberg 2006). */
  const float level = velocity * velocity;
  drum->facts = yeoun_drum_facts(onset->key);
  drum->rate = onset->rate;
  drum->noise = yeoun_noise_seed(onset->seed);
  noise = &drum->facts->noise;
  start_body(drum, velocity, level);
  yeoun_band_clear(&drum->band);
  /* Harder blows are brighter ones. */
  drum->middle =
    (0.75f + 0.35f * velocity) * yeoun_noise_near(&drum->noise, 0.08f);
  start_bed(drum, level);
  drum->age_s = 0.0f;
  drum->rise = 0.0f;
  drum->rise_step = 1000.0f / (noise->attack_ms * drum->rate);
  drum->hiss = level * noise->level;
  drum->hiss_fade = expf(-6908.0f / (noise->decay_ms * drum->rate));
}

static void
render_bed(struct drum *drum, float *out, uint32_t frames)
{
  for (uint32_t f = 0; f < frames; ++f) {
    out[f] += drum->bed * yeoun_still_band_next(&drum->bed_band,
                                                yeoun_noise_next(&drum->noise));
    drum->bed *= drum->bed_fade;
  }
}

/* A drum is let ring. */
static void
release(void *state)
{
  (void)state;
}

/* White noise, or that of beads that meet by chance, ever fewer (Cook 1997,
   Physically informed sonic modeling). */
static float
next_hiss(struct drum *drum, float grains)
{
  const float white = yeoun_noise_next(&drum->noise);
  if (grains <= 0.0f) {
    return white;
  }
  const float chance = 0.5f + 0.5f * yeoun_noise_next(&drum->noise);
  return chance * drum->rate < grains ? 2.5f * white : 0.0f;
}

static void
render_noise(struct drum *drum, float *out, uint32_t frames)
{
  const struct yeoun_drum_noise *const noise = &drum->facts->noise;
  const float past = 1.0f - expf(-drum->age_s * 1500.0f /
                                 (noise->attack_ms + 0.3f * noise->decay_ms));
  const float hertz =
    drum->middle * (noise->from + past * (noise->to - noise->from));
  yeoun_band_tune(&drum->band, hertz, noise->quality, drum->rate);
  const float narrow = sqrtf(noise->quality * drum->rate / (2.0f * hertz));
  for (uint32_t f = 0; f < frames; ++f) {
    if (drum->rise < 1.0f) {
      drum->rise += drum->rise_step;
    } else {
      drum->rise = 1.0f;
      drum->hiss *= drum->hiss_fade;
    }
    const float shape = drum->rise * drum->rise * (3.0f - 2.0f * drum->rise);
    const float grains = noise->grains * (0.3f + 0.7f * shape * drum->hiss);
    out[f] += drum->hiss * shape * 0.5f * narrow *
              yeoun_band_next(&drum->band, next_hiss(drum, grains));
  }
  yeoun_band_rest(&drum->band);
}

static bool
render(void *state,
       const struct yeoun_touch *touch,
       float *left,
       float *right,
       uint32_t frames)
{
  struct drum *const drum = (struct drum *)state;
  float out[YEOUN_MODEL_FRAMES] = {0};
  (void)touch;
  if (drum->stretch > 1e-4f) {
    yeoun_modes_bend(&drum->modes, 1.0f + drum->stretch);
    drum->stretch *= expf(-drum->relax * (float)frames / drum->rate);
  }
  const float loudest = yeoun_modes_render(&drum->modes, out, frames);
  if (drum->hiss > 1e-5f) {
    render_noise(drum, out, frames);
  }
  if (drum->bed > 1e-5f) {
    render_bed(drum, out, frames);
  }
  drum->age_s += (float)frames / drum->rate;
  const float place = 0.5f * drum->facts->place;
  const float side[2] = {1.0f - place, 1.0f + place};
  yeoun_sides_add(out, side, left, right, frames);
  return loudest > 1e-5f || drum->hiss > 1e-5f || drum->bed > 1e-5f;
}

_Static_assert(sizeof(struct drum) <= YEOUN_MODEL_BYTES,
               "a voice has room for it");

const struct yeoun_model yeoun_drum_model = {
  .size = sizeof(struct drum),
  .start = start,
  .release = release,
  .render = render,
};
