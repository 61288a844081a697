// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "section_model.h"

#include <math.h>
#include <string.h>

#include "bank.h"
#include "crowd.h"
#include "envelope.h"
#include "music/score.h"
#include "music/sine.h"
#include "noise.h"
#include "sustained_facts.h"
#include "vectors.h"

/* Bows of a tremolo a second: each side counts its own. */
#define STROKES_A_SECOND 11.0f

struct section {
  const struct yeoun_sustained_facts *facts;
  float rate, ratio; /* frames of the record a frame */
  float velocity;
  float target; /* level of the whole note */
  float glide;  /* cents that are left of the way from the last note */
  struct yeoun_envelope envelope;
  bool is_tremolo;
  uint32_t noise;
  float stroke[2];        /* of the tremolo, turns */
  float level[2];         /* left and right, where the last stretch ended */
  float straight, across; /* of a side's own record, of the other's */
  float dull[2];          /* states of the tone's one pole */
  float pole;
  uint32_t place[2]; /* in the record, of 2^32 */
  struct yeoun_crowd crowd;
};

static void
start(void *state, const struct yeoun_onset *onset)
{
  struct section *const section = (struct section *)state;
  const struct yeoun_sustained_facts *const facts =
    yeoun_sustained_facts(onset->instrument);
  const float hertz = 440.0f * exp2f(((float)onset->key - 69.0f) / 12.0f);
  memset(section, 0, sizeof(*section));
  section->facts = facts;
  section->rate = onset->rate;
  section->velocity = onset->velocity;
  section->noise = yeoun_noise_seed(onset->seed);
  /* 40 dB over the range of velocity (square law, Dannenberg 2006). */
  section->target = facts->gain * onset->velocity * onset->velocity;
  yeoun_envelope_start(&section->envelope,
                       &facts->motion,
                       onset,
                       yeoun_noise_near(&section->noise, 0.12f));
  section->glide = onset->glide_cents != 0.0f
                     ? fmaxf(-facts->motion.glide,
                             fminf(facts->motion.glide, onset->glide_cents))
                     : -facts->motion.scoop;
  section->is_tremolo = onset->articulation == YEOUN_ARTICULATION_TREMOLO;
  section->crowd = yeoun_bank_crowd(onset->bank, onset->instrument, onset->key);
  section->ratio =
    YEOUN_CROWD_RATE / onset->rate * hertz / section->crowd.hertz;
  for (int side = 0; side < 2; ++side) {
    yeoun_noise_next(&section->noise);
    section->place[side] = section->noise;
    section->stroke[side] = 0.5f + 0.5f * yeoun_noise_next(&section->noise);
  }
  /* Narrow: each side hears both records. */
  const float angle = 0.78539816f * (1.0f - facts->desks.width);
  section->straight = cosf(angle);
  section->across = sinf(angle);
  section->pole =
    1.0f - expf(-6.2831853f * fminf(0.4f * onset->rate, 600.0f + 2.0f * hertz) /
                onset->rate);
}

static void
release(void *state)
{
  ((struct section *)state)->envelope.is_released = true;
}

/* Cubic weights of four neighbours (Hermite's, as Catmull & Rom 1974 join
   them). */
typedef int32_t four_whole __attribute__((vector_size(16)));
typedef int16_t four_frames __attribute__((vector_size(8)));

static inline float
read_record(const int16_t *frames, uint32_t place)
{
  static const yeoun_four square = {1.0f, -2.5f, 2.0f, -0.5f};
  static const yeoun_four cube = {-0.5f, 1.5f, -1.5f, 0.5f};
  static const yeoun_four once = {-0.5f, 0.0f, 0.5f, 0.0f};
  static const yeoun_four never = {0.0f, 1.0f, 0.0f, 0.0f};
  const unsigned shift = 32 - YEOUN_CROWD_BITS;
  const float part = (float)(int32_t)(place & ((1U << shift) - 1U)) *
                     (1.0f / (float)(1U << shift));
  four_frames near;
  memcpy(&near, frames + (place >> shift), sizeof(near));
  const yeoun_four x = __builtin_convertvector(
    __builtin_convertvector(near, four_whole), yeoun_four);
  const yeoun_four y =
    x * (never + part * (once + part * (square + part * cube)));
  return (y[0] + y[1]) + (y[2] + y[3]);
}

YEOUN_WIDE static void
read_records(struct section *section,
             float step,
             float out[2][YEOUN_MODEL_FRAMES],
             uint32_t frames)
{
  const uint32_t turn =
    (uint32_t)(step * (float)(1U << (32 - YEOUN_CROWD_BITS)));
  const int16_t *const record = section->crowd.frames;
  uint32_t one = section->place[0];
  uint32_t two = section->place[1];
  for (uint32_t f = 0; f < frames; ++f) {
    out[0][f] = read_record(record, one);
    out[1][f] = read_record(record, two);
    one += turn;
    two += turn;
  }
  section->place[0] = one;
  section->place[1] = two;
}

/* Softer is duller: what is above the pole is held back. */
static void
shade(struct section *section,
      int side,
      float bright,
      float *x,
      uint32_t frames)
{
  float dull = section->dull[side];
  for (uint32_t f = 0; f < frames; ++f) {
    dull += section->pole * (x[f] - dull);
    x[f] = dull + bright * (x[f] - dull);
  }
  section->dull[side] = fabsf(dull) > 1e-12f ? dull : 0.0f;
}

/* The level of a side where this stretch ends. */
static float
step_side(struct section *section, int side, float level, float seconds)
{
  if (!section->is_tremolo) {
    return level;
  }
  section->stroke[side] +=
    seconds * (STROKES_A_SECOND + 3.0f * yeoun_noise_next(&section->noise));
  const float bow = yeoun_sine(section->stroke[side]);
  return level * (0.6f + 0.7f * bow * bow);
}

static bool
render(void *state,
       const struct yeoun_touch *touch,
       float *left,
       float *right,
       uint32_t frames)
{
  struct section *const section = (struct section *)state;
  const float seconds = (float)frames / section->rate;
  const float cents = touch->cents + section->glide;
  const float step = section->ratio * exp2f(cents / 1200.0f);
  const float level = section->target * touch->level *
                      (0.7071f / YEOUN_CROWD_RMS) *
                      yeoun_envelope_step(&section->envelope, frames);
  const float loud =
    fminf(1.0f,
          section->velocity *
            (0.35f + 0.65f * section->envelope.level * touch->level));
  const float bright = 1.0f - section->facts->source.tilt * (1.0f - loud);
  float out[2][YEOUN_MODEL_FRAMES];
  read_records(section, step, out, frames);
  for (int side = 0; side < 2; ++side) {
    const float before = section->level[side];
    const float after = step_side(section, side, level, seconds);
    const float slope = (after - before) / (float)frames;
    shade(section, side, bright, out[side], frames);
    for (uint32_t f = 0; f < frames; ++f) {
      out[side][f] *= before + slope * (float)(int32_t)(f + 1);
    }
    section->level[side] = after;
  }
  for (uint32_t f = 0; f < frames; ++f) {
    left[f] += section->straight * out[0][f] + section->across * out[1][f];
    right[f] += section->straight * out[1][f] + section->across * out[0][f];
  }
  section->glide *= expf(-seconds / 0.022f);
  return !section->envelope.is_released ||
         section->target * section->envelope.level > 1e-5f;
}

_Static_assert(sizeof(struct section) <= YEOUN_MODEL_BYTES,
               "a voice has room for it");

const struct yeoun_model yeoun_section_model = {
  .size = sizeof(struct section),
  .start = start,
  .release = release,
  .render = render,
};
