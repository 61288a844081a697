// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "sustained_model.h"

#include <math.h>
#include <string.h>

#include "band.h"
#include "modes.h"
#include "music/score.h"
#include "noise.h"
#include "sine.h"
#include "source.h"
#include "sustained_facts.h"
#include "wave.h"

enum { DESKS = 6 };

typedef float four __attribute__((vector_size(16)));

struct desk {
  uint32_t phase; /* of 2^32 in a turn */
  float ratio;    /* of the pitch */
  float drift;    /* cents, now */
  float beat;     /* phase of its vibrato, turns */
  float stroke;   /* phase of its tremolo, turns */
  float left, right;
  float weight[4]; /* of the four waves, where the last stretch ended */
};

struct held {
  const struct yeoun_sustained_facts *facts;
  float rate, hertz;
  float velocity;
  float target;       /* level of the whole note */
  float rise, rise_s; /* 0..1 of the attack; its length */
  float level;        /* of the envelope 0..1, where the last stretch ended */
  float fade;         /* a frame, after its end */
  float glide;        /* cents that are left of the way from the last note */
  float age_s;
  float vibrato_s; /* when it begins */
  float burst;
  bool is_released, is_straight, is_tremolo;
  uint32_t noise;
  struct yeoun_still_band band;
  float narrow; /* what the band takes from the noise */
  int desks;
  struct desk desk[DESKS];
  struct yeoun_wave wave;
};

static float
within(float x, float most)
{
  return x > most ? most : x < -most ? -most : x;
}

static void
seat_desks(struct held *held)
{
  const struct yeoun_sustained_desks *const facts = &held->facts->desks;
  const int plain = facts->count;
  held->desks = plain + (facts->octave > 0.0f ? 1 : 0);
  for (int d = 0; d < held->desks; ++d) {
    struct desk *const desk = &held->desk[d];
    const bool is_octave = d == plain;
    const float seat = plain > 1 && !is_octave
                         ? 2.0f * (float)d / (float)(plain - 1) - 1.0f
                         : 0.0f;
    const float share = is_octave ? facts->octave : 1.0f / sqrtf((float)plain);
    /* Odd desks the other way, so that pitch does not go from left to right. */
    const float cents = facts->cents * (d % 2 ? -seat : seat) +
                        0.3f * facts->cents * yeoun_noise_next(&held->noise);
    memset(desk, 0, sizeof(*desk));
    desk->ratio = (is_octave ? 2.0f : 1.0f) * exp2f(cents / 1200.0f);
    yeoun_noise_next(&held->noise);
    desk->phase = plain > 1 ? held->noise : 0;
    desk->beat = 0.5f + 0.5f * yeoun_noise_next(&held->noise);
    desk->stroke = 0.5f + 0.5f * yeoun_noise_next(&held->noise);
    desk->drift = facts->drift * yeoun_noise_next(&held->noise);
    desk->left = share * sqrtf(1.0f - facts->width * seat);
    desk->right = share * sqrtf(1.0f + facts->width * seat);
  }
}

static void
start(void *state, const struct yeoun_onset *onset)
{
  struct held *const held = (struct held *)state;
  const struct yeoun_sustained_facts *const facts =
    yeoun_sustained_facts(onset->instrument);
  const struct yeoun_sustained_motion *const motion = &facts->motion;
  const bool is_bound = onset->glide_cents != 0.0f;
  const bool is_hard = onset->articulation == YEOUN_ARTICULATION_MARCATO ||
                       onset->articulation == YEOUN_ARTICULATION_STACCATO ||
                       onset->articulation == YEOUN_ARTICULATION_GRACE;
  held->facts = facts;
  held->rate = onset->rate;
  held->hertz = 440.0f * exp2f(((float)onset->key - 69.0f) / 12.0f);
  held->velocity = onset->velocity;
  held->noise = yeoun_noise_seed(onset->seed);
  /* 40 dB over the range of velocity (square law, Dannenberg 2006). */
  held->target = facts->gain * onset->velocity * onset->velocity;
  /* A strong note speaks sooner. */
  held->rise_s = motion->attack_s * (1.4f - 0.6f * onset->velocity) *
                 (is_hard ? 0.45f : 1.0f) *
                 yeoun_noise_near(&held->noise, 0.12f);
  held->rise_s = is_bound ? fminf(held->rise_s, 0.04f) : held->rise_s;
  held->rise = held->level = 0.0f;
  held->fade = yeoun_fade(motion->release_s, held->rate);
  held->glide =
    is_bound ? within(onset->glide_cents, motion->glide) : -motion->scoop;
  held->age_s = 0.0f;
  held->vibrato_s = facts->vibrato.delay_s * (is_bound ? 0.5f : 1.0f) *
                    yeoun_noise_near(&held->noise, 0.2f);
  held->burst = facts->breath.burst * (is_bound  ? 0.15f
                                       : is_hard ? 1.3f
                                                 : 1.0f);
  held->is_released = false;
  held->is_straight = onset->is_straight;
  held->is_tremolo = onset->articulation == YEOUN_ARTICULATION_TREMOLO;
  const float middle =
    facts->breath.hertz + facts->breath.follow * held->hertz + 100.0f;
  const float quality =
    facts->breath.quality > 0.3f ? facts->breath.quality : 0.3f;
  yeoun_still_band_set(&held->band, middle, quality, held->rate);
  held->narrow = sqrtf(0.16f * held->rate / middle);
  seat_desks(held);
  yeoun_source_build(facts, held->hertz, held->rate, &held->wave);
}

static void
release(void *state)
{
  ((struct held *)state)->is_released = true;
}

/* The level where this stretch ends. */
static float
step_level(struct held *held, uint32_t frames)
{
  const float seconds = (float)frames / held->rate;
  if (held->is_released) {
    return held->level * powf(held->fade, (float)frames);
  }
  held->rise = fminf(1.0f, held->rise + seconds / held->rise_s);
  const float swell = held->facts->motion.swell;
  const float late = fminf(1.0f, held->age_s / 0.8f);
  const float shape = held->rise * held->rise * (3.0f - 2.0f * held->rise);
  return shape * (1.0f - swell + swell * late);
}

/* How much of the loud wave there is. */
static float
shine_of(const struct held *held, float level)
{
  const float shine_s = held->facts->motion.shine_s;
  const float shine = shine_s > 0.0f
                        ? 0.15f + 0.85f * expf(-held->age_s / shine_s)
                        : 0.35f + 0.65f * level;
  return held->velocity * shine;
}

/* Vibrato comes late and grows over its own delay and half a second (Prame
   1994; the violin rule of the KTH system). */
static float
vibrato_depth(const struct held *held)
{
  const float past = held->age_s - held->vibrato_s;
  return held->is_straight || past <= 0.0f ? 0.0f : fminf(1.0f, past / 0.5f);
}

/* Where a desk's pitch and weights go in this stretch: frames a frame of the
   table. */
static float
step_desk(struct held *held,
          struct desk *desk,
          float cents,
          float shine,
          uint32_t frames,
          float goal[4])
{
  const struct yeoun_sustained_vibrato *const vibrato = &held->facts->vibrato;
  const float seconds = (float)frames / held->rate;
  const float depth = vibrato_depth(held);
  const float swing = depth * yeoun_sine(desk->beat);
  float level = 1.0f + vibrato->level * swing;
  desk->beat +=
    seconds * vibrato->hertz * (1.0f + 0.15f * yeoun_noise_next(&held->noise));
  desk->beat -= floorf(desk->beat);
  desk->drift += seconds * (9.0f * held->facts->desks.drift *
                              yeoun_noise_next(&held->noise) -
                            0.8f * desk->drift);
  if (held->is_tremolo) {
    desk->stroke += seconds * (11.0f + 3.0f * yeoun_noise_next(&held->noise));
    const float bow = yeoun_sine(desk->stroke);
    level *= 0.45f + 0.9f * bow * bow;
  }
  const float off = cents + vibrato->cents * swing + desk->drift;
  const float sweep = within(vibrato->cents * swing / YEOUN_SWEEP_CENTS, 1.0f);
  const float above = 0.5f + 0.5f * sweep;
  goal[YEOUN_SOFT_BELOW] = level * (1.0f - shine) * (1.0f - above);
  goal[YEOUN_SOFT_ABOVE] = level * (1.0f - shine) * above;
  goal[YEOUN_LOUD_BELOW] = level * shine * (1.0f - above);
  goal[YEOUN_LOUD_ABOVE] = level * shine * above;
  return held->hertz / held->rate * desk->ratio * exp2f(off / 1200.0f);
}

YEOUN_WIDE static void
render_desk(const struct held *held,
            struct desk *desk,
            float step,
            const float goal[4],
            float *out,
            uint32_t frames)
{
  const unsigned shift = held->wave.shift;
  const uint32_t rest = (1U << shift) - 1U;
  const float share = 1.0f / (float)(1U << shift);
  const uint32_t turn = (uint32_t)(step * 4294967296.0f);
  four weight, slope, end;
  memcpy(&weight, desk->weight, sizeof(weight));
  memcpy(&end, goal, sizeof(end));
  slope = (end - weight) / (float)frames;
  uint32_t phase = desk->phase;
  for (uint32_t f = 0; f < frames; ++f) {
    const float part = (float)(int32_t)(phase & rest) * share;
    four one, two;
    memcpy(&one, held->wave.four[phase >> shift], sizeof(one));
    memcpy(&two, held->wave.four[(phase >> shift) + 1], sizeof(two));
    const four all = weight * (one + part * (two - one));
    out[f] = (all[0] + all[1]) + (all[2] + all[3]);
    weight += slope;
    phase += turn;
  }
  memcpy(desk->weight, goal, sizeof(desk->weight));
  desk->phase = phase;
}

/* The noise of bow or breath, in step with the slips of the string. */
static void
render_breath(struct held *held, float *out, uint32_t frames)
{
  const struct yeoun_sustained_breath *const breath = &held->facts->breath;
  const float level = breath->level * (1.0f + held->burst) * held->narrow *
                      (1.2f - 0.4f * held->velocity);
  const uint32_t turn = (uint32_t)(held->hertz / held->rate * 4294967296.0f);
  struct yeoun_still_band band = held->band;
  uint32_t noise = held->noise;
  for (uint32_t f = 0; f < frames; ++f) {
    out[f] = yeoun_still_band_next(&band, yeoun_noise_next(&noise));
  }
  held->band = band;
  held->noise = noise;
  uint32_t phase = held->desk[0].phase;
  for (uint32_t f = 0; f < frames; ++f) {
    const float saw = (float)(int32_t)phase * (1.0f / 2147483648.0f);
    out[f] *= level * (1.0f + breath->slip * saw);
    phase += turn;
  }
}

static bool
render(void *state,
       const struct yeoun_touch *touch,
       float *left,
       float *right,
       uint32_t frames)
{
  struct held *const held = (struct held *)state;
  const float seconds = (float)frames / held->rate;
  const float before = held->level;
  held->level = step_level(held, frames);
  const float slope = (held->level - before) / (float)frames;
  const float shine = shine_of(held, held->level);
  const float cents = touch->cents + held->glide;
  float sum_left[YEOUN_MODEL_FRAMES] = {0};
  float sum_right[YEOUN_MODEL_FRAMES] = {0};
  float out[YEOUN_MODEL_FRAMES];
  for (int d = 0; d < held->desks; ++d) {
    struct desk *const desk = &held->desk[d];
    float goal[4];
    const float step = step_desk(held, desk, cents, shine, frames, goal);
    if (held->age_s <= 0.0f) {
      memcpy(desk->weight, goal, sizeof(goal));
    }
    render_desk(held, desk, step, goal, out, frames);
    for (uint32_t f = 0; f < frames; ++f) {
      sum_left[f] += desk->left * out[f];
      sum_right[f] += desk->right * out[f];
    }
  }
  if (held->facts->breath.level > 0.0f) {
    render_breath(held, out, frames);
    for (uint32_t f = 0; f < frames; ++f) {
      sum_left[f] += out[f];
      sum_right[f] += out[f];
    }
  }
  for (uint32_t f = 0; f < frames; ++f) {
    const float gain = held->target * (before + slope * (float)(f + 1));
    left[f] += gain * sum_left[f];
    right[f] += gain * sum_right[f];
  }
  held->glide *= expf(-seconds / 0.022f);
  held->burst *= expf(-seconds / 0.035f);
  held->age_s += seconds;
  return !held->is_released || held->target * held->level > 1e-5f;
}

_Static_assert(sizeof(struct held) <= YEOUN_MODEL_BYTES,
               "a voice has room for it");

const struct yeoun_model yeoun_sustained_model = {
  .size = sizeof(struct held),
  .start = start,
  .release = release,
  .render = render,
};
