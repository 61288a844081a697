// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "solo_model.h"

#include <math.h>
#include <string.h>

#include "band.h"
#include "bank.h"
#include "envelope.h"
#include "music/score.h"
#include "music/sine.h"
#include "noise.h"
#include "source.h"
#include "sustained_facts.h"
#include "vectors.h"
#include "wander.h"

enum { FOUR = YEOUN_WAVES / 2 };

/* How far a player's vibrato strays in rate and depth, and how soon it turns
   back; the same of the balance of partials (recorded single notes: periods 6
   to 19 % apart, depths 13 to 25 %, partials 1 to 3 dB). */
#define RATE_BY 0.12f
#define DEPTH_BY 0.22f
#define STRAY_A_SECOND 3.0f
#define JITTER_A_SECOND 30.0f
#define DRIFT_A_SECOND 0.8f
#define FLICKER_A_SECOND 4.0f
#define FLICKER_BY 0.3f

/* What no player holds still, each about 0 with a deviation of 1. */
struct walks {
  float rate, depth, jitter, drift, flicker[FOUR];
};

struct solo {
  const struct yeoun_sustained_facts *facts;
  float rate, hertz;
  float velocity;
  float target;    /* level of the whole note */
  float swell;     /* within it */
  float amplitude; /* where the last stretch ended */
  float glide;     /* cents that are left of the way from the last note */
  struct yeoun_envelope envelope;
  struct walks walks;
  float vibrato_s; /* when it begins */
  float beat;      /* phase of it, turns */
  float stroke;    /* of the tremolo */
  float burst;     /* of the noise at the start */
  bool is_straight, is_tremolo;
  uint32_t noise;
  struct yeoun_still_band band;
  float narrow;              /* what the band takes from the noise */
  uint32_t phase;            /* of 2^32 in a turn */
  float weight[YEOUN_WAVES]; /* where the last stretch ended */
  struct yeoun_wave wave;
};

static float
within(float x, float most)
{
  return x > most ? most : x < -most ? -most : x;
}

static void
start_walks(struct walks *walks, uint32_t *noise)
{
  float *const walk[] = {&walks->rate, &walks->depth, &walks->drift};
  for (int i = 0; i < 3; ++i) {
    *walk[i] = 1.7f * yeoun_noise_next(noise);
  }
  walks->jitter = 0.0f;
  for (int i = 0; i < FOUR; ++i) {
    walks->flicker[i] = 1.7f * yeoun_noise_next(noise);
  }
}

static void
step_walks(struct walks *walks, float seconds, uint32_t *noise)
{
  walks->rate = yeoun_wander(walks->rate, STRAY_A_SECOND, seconds, noise);
  walks->depth = yeoun_wander(walks->depth, STRAY_A_SECOND, seconds, noise);
  walks->jitter = yeoun_wander(walks->jitter, JITTER_A_SECOND, seconds, noise);
  walks->drift = yeoun_wander(walks->drift, DRIFT_A_SECOND, seconds, noise);
  for (int i = 0; i < FOUR; ++i) {
    walks->flicker[i] =
      yeoun_wander(walks->flicker[i], FLICKER_A_SECOND, seconds, noise);
  }
}

static void
start_breath(struct solo *solo, bool is_bound, bool is_hard)
{
  const struct yeoun_sustained_breath *const breath = &solo->facts->breath;
  const float middle = breath->hertz + breath->follow * solo->hertz + 100.0f;
  const float quality = breath->quality > 0.3f ? breath->quality : 0.3f;
  solo->burst = breath->burst * (is_bound ? 0.15f : is_hard ? 1.3f : 1.0f);
  yeoun_still_band_set(&solo->band, middle, quality, solo->rate);
  solo->narrow = sqrtf(0.16f * solo->rate / middle);
}

static void
start(void *state, const struct yeoun_onset *onset)
{
  struct solo *const solo = (struct solo *)state;
  const struct yeoun_sustained_facts *const facts =
    yeoun_sustained_facts(onset->instrument);
  const bool is_bound = onset->glide_cents != 0.0f;
  memset(solo, 0, sizeof(*solo));
  solo->facts = facts;
  solo->rate = onset->rate;
  solo->hertz = 440.0f * exp2f(((float)onset->key - 69.0f) / 12.0f);
  solo->velocity = onset->velocity;
  solo->noise = yeoun_noise_seed(onset->seed);
  /* 40 dB over the range of velocity (square law, Dannenberg 2006). */
  solo->target = facts->gain * onset->velocity * onset->velocity;
  yeoun_envelope_start(&solo->envelope,
                       &facts->motion,
                       onset,
                       yeoun_noise_near(&solo->noise, 0.12f));
  solo->glide = is_bound ? within(onset->glide_cents, facts->motion.glide)
                         : -facts->motion.scoop;
  solo->vibrato_s = facts->vibrato.delay_s * (is_bound ? 0.5f : 1.0f) *
                    yeoun_noise_near(&solo->noise, 0.2f);
  solo->is_straight = onset->is_straight;
  solo->is_tremolo = onset->articulation == YEOUN_ARTICULATION_TREMOLO;
  start_walks(&solo->walks, &solo->noise);
  solo->beat = 0.5f + 0.5f * yeoun_noise_next(&solo->noise);
  solo->stroke = 0.5f + 0.5f * yeoun_noise_next(&solo->noise);
  start_breath(solo, is_bound, yeoun_onset_is_hard(onset));
  solo->wave = yeoun_bank_wave(onset->bank, onset->instrument, onset->key);
}

static void
release(void *state)
{
  ((struct solo *)state)->envelope.is_released = true;
}

/* How much of the loud wave there is. */
static float
shine_of(const struct solo *solo)
{
  const float shine_s = solo->facts->motion.shine_s;
  const float level = solo->envelope.level * solo->swell;
  const float shine =
    shine_s > 0.0f
      ? (0.15f + 0.85f * expf(-solo->envelope.age_s / shine_s)) * level
      : 0.35f + 0.65f * level;
  return fminf(1.0f, solo->velocity * shine);
}

/* Vibrato comes late and grows over its own delay and half a second (Prame
   1994; the violin rule of the KTH system). */
static float
vibrato_depth(const struct solo *solo)
{
  const float past = solo->envelope.age_s - solo->vibrato_s;
  return solo->is_straight || past <= 0.0f
           ? 0.0f
           : fminf(1.0f, past / 0.5f) *
               fmaxf(0.2f, 1.0f + DEPTH_BY * solo->walks.depth);
}

/* Where the waves' weights go in this stretch, for a pitch that is so many
   cents of the sweep off. */
static void
weigh(const struct solo *solo, float level, float sweep, float *goal)
{
  const float shine = shine_of(solo);
  const float *const flicker = solo->walks.flicker;
  const float mean =
    0.25f * (flicker[0] + flicker[1] + flicker[2] + flicker[3]);
  for (int i = 0; i < FOUR; ++i) {
    const float side = i < YEOUN_WAVE_ABOVE ? -sweep : sweep;
    const float share =
      level * (0.25f + 0.25f * side + FLICKER_BY * (flicker[i] - mean));
    goal[i] = (1.0f - shine) * share;
    goal[YEOUN_WAVE_LOUD + i] = shine * share;
  }
}

/* Turns a frame; and the goal of the weights. */
static float
step_player(struct solo *solo, float cents, float seconds, float *goal)
{
  const struct yeoun_sustained_vibrato *const vibrato = &solo->facts->vibrato;
  struct walks *const walks = &solo->walks;
  step_walks(walks, seconds, &solo->noise);
  const float swing = vibrato_depth(solo) * yeoun_sine(solo->beat);
  float level = 1.0f + vibrato->level * swing;
  solo->beat += seconds * vibrato->hertz * (1.0f + RATE_BY * walks->rate);
  solo->beat -= floorf(solo->beat);
  if (solo->is_tremolo) {
    solo->stroke += seconds * (11.0f + 3.0f * yeoun_noise_next(&solo->noise));
    const float bow = yeoun_sine(solo->stroke);
    level *= 0.45f + 0.9f * bow * bow;
  }
  const float moved = vibrato->cents * swing;
  const float off = cents + moved + vibrato->jitter * walks->jitter +
                    solo->facts->desks.drift * walks->drift;
  weigh(solo, level, within(moved / YEOUN_SWEEP_CENTS, 1.0f), goal);
  /* Above half the rate the wave is empty: only its phase has to stay in
     range. */
  return fminf(0.5f, solo->hertz / solo->rate * exp2f(off / 1200.0f));
}

YEOUN_WIDE static void
render_wave(struct solo *solo,
            float step,
            const float *goal,
            float *out,
            uint32_t frames)
{
  const unsigned shift = solo->wave.shift;
  const uint32_t rest = (1U << shift) - 1U;
  const float share = 1.0f / (float)(1U << shift);
  const uint32_t turn = (uint32_t)(step * 4294967296.0f);
  const float(*const wave)[YEOUN_WAVES] = solo->wave.eight;
  yeoun_eight weight, slope, end;
  memcpy(&weight, solo->weight, sizeof(weight));
  memcpy(&end, goal, sizeof(end));
  slope = (end - weight) / (float)frames;
  uint32_t phase = solo->phase;
  for (uint32_t f = 0; f < frames; ++f) {
    const float part = (float)(int32_t)(phase & rest) * share;
    yeoun_eight one, two;
    memcpy(&one, wave[phase >> shift], sizeof(one));
    memcpy(&two, wave[(phase >> shift) + 1], sizeof(two));
    const yeoun_eight x = weight * (one + part * (two - one));
    out[f] = ((x[0] + x[1]) + (x[2] + x[3])) + ((x[4] + x[5]) + (x[6] + x[7]));
    weight += slope;
    phase += turn;
  }
  memcpy(solo->weight, goal, sizeof(solo->weight));
  solo->phase = phase;
}

/* The noise of bow or breath, in step with the slips of the string. */
static void
add_breath(struct solo *solo, float step, float *out, uint32_t frames)
{
  const struct yeoun_sustained_breath *const breath = &solo->facts->breath;
  const float level = breath->level * (1.0f + solo->burst) * solo->narrow *
                      (1.2f - 0.4f * solo->velocity);
  const uint32_t turn = (uint32_t)(step * 4294967296.0f);
  struct yeoun_still_band band = solo->band;
  uint32_t noise = solo->noise;
  uint32_t phase = solo->phase;
  for (uint32_t f = 0; f < frames; ++f) {
    const float saw = (float)(int32_t)phase * (1.0f / 2147483648.0f);
    const float slips = (1.0f + breath->slip * saw) * yeoun_noise_next(&noise);
    out[f] += level * yeoun_still_band_next(&band, slips);
    phase += turn;
  }
  solo->band = band;
  solo->noise = noise;
}

static bool
render(void *state,
       const struct yeoun_touch *touch,
       float *left,
       float *right,
       uint32_t frames)
{
  struct solo *const solo = (struct solo *)state;
  const float seconds = (float)frames / solo->rate;
  const bool is_first = solo->envelope.age_s <= 0.0f;
  const float before = solo->amplitude;
  solo->swell = touch->level;
  const float after =
    solo->target * solo->swell * yeoun_envelope_step(&solo->envelope, frames);
  const float slope = (after - before) / (float)frames;
  float goal[YEOUN_WAVES];
  float out[YEOUN_MODEL_FRAMES];
  const float step =
    step_player(solo, touch->cents + solo->glide, seconds, goal);
  if (is_first) {
    memcpy(solo->weight, goal, sizeof(goal));
  }
  render_wave(solo, step, goal, out, frames);
  if (solo->facts->breath.level > 0.0f) {
    add_breath(solo, step, out, frames);
  }
  for (uint32_t f = 0; f < frames; ++f) {
    const float x = (before + slope * (float)(int32_t)(f + 1)) * out[f];
    left[f] += x;
    right[f] += x;
  }
  solo->amplitude = after;
  solo->glide *= expf(-seconds / 0.022f);
  solo->burst *= expf(-seconds / 0.035f);
  return !solo->envelope.is_released || after > 1e-5f;
}

_Static_assert(sizeof(struct solo) <= YEOUN_MODEL_BYTES,
               "a voice has room for it");

const struct yeoun_model yeoun_solo_model = {
  .size = sizeof(struct solo),
  .start = start,
  .release = release,
  .render = render,
};
