// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "tone.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "sound/bank.h"
#include "sound/model.h"

/* The fastest bend of the score takes so long. */
#define BEND_S 0.06

/* Kept until another rate is asked for: building one takes its time. */
static const struct yeoun_bank *
tone_bank(float rate)
{
  static struct yeoun_bank *bank;
  static float its_rate;
  if (!bank || fabsf(rate - its_rate) > 0.0f) {
    yeoun_bank_give(bank);
    bank = yeoun_bank_take(rate);
    its_rate = rate;
  }
  return bank;
}

float *
tone_play(const struct tone *tone, uint32_t *frames)
{
  const struct yeoun_model *const model = yeoun_model_of(tone->instrument);
  void *const state = calloc(1, YEOUN_MODEL_BYTES);
  const uint32_t blocks =
    (uint32_t)(tone->whole_s * tone->rate) / YEOUN_MODEL_FRAMES;
  const uint32_t last = (uint32_t)(tone->held_s * tone->rate);
  float *const out =
    (float *)calloc((size_t)blocks * YEOUN_MODEL_FRAMES, sizeof(float));
  const struct yeoun_bank *const bank = tone_bank((float)tone->rate);
  const struct yeoun_onset onset = {
    .bank = bank,
    .rate = (float)tone->rate,
    .velocity = (float)tone->velocity / 127.0f,
    .seed = tone->seed,
    .instrument = (uint8_t)tone->instrument,
    .key = (uint8_t)tone->key,
    .is_straight = tone->is_straight,
  };
  bool lives = true;
  model->start(state, &onset);
  for (uint32_t b = 0; b < blocks && lives; ++b) {
    float left[YEOUN_MODEL_FRAMES] = {0};
    float right[YEOUN_MODEL_FRAMES] = {0};
    const uint32_t at = b * YEOUN_MODEL_FRAMES;
    const double past =
      tone->bend_at_s > 0 ? (double)at / tone->rate - tone->bend_at_s : 0;
    const double share = past < 0 ? 0 : past > BEND_S ? 1 : past / BEND_S;
    const struct yeoun_touch touch = {
      .cents = (float)(share * tone->bend_cents),
      .level = 1,
    };
    if (at / YEOUN_MODEL_FRAMES == last / YEOUN_MODEL_FRAMES) {
      model->release(state);
    }
    lives = model->render(state, &touch, left, right, YEOUN_MODEL_FRAMES);
    for (int f = 0; f < YEOUN_MODEL_FRAMES; ++f) {
      out[at + (uint32_t)f] = 0.5f * (left[f] + right[f]);
    }
  }
  free(state);
  *frames = blocks * YEOUN_MODEL_FRAMES;
  return out;
}

float *
tone_strike(const struct tone *like,
            unsigned instrument,
            unsigned key,
            unsigned velocity,
            uint32_t seed)
{
  struct tone tone = *like;
  uint32_t frames;
  tone.instrument = instrument;
  tone.key = key;
  tone.velocity = velocity;
  tone.seed = seed;
  return tone_play(&tone, &frames);
}

double
tone_hertz(unsigned key)
{
  return 440 * exp2(((double)key - 69) / 12);
}
