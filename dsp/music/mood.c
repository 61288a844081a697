// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "mood.h"

#include "number.h"

/* Which features a trim moves, and which way +1 goes. */
static const struct {
  uint8_t trim, feature;
  int8_t sign;
} trim_targets[] = {
  {YEOUN_TRIM_TEMPO, YEOUN_FEATURE_TEMPO, 1},
  {YEOUN_TRIM_REGISTER, YEOUN_FEATURE_REGISTER, 1},
  {YEOUN_TRIM_LEVEL, YEOUN_FEATURE_LEVEL, 1},
  {YEOUN_TRIM_GATE, YEOUN_FEATURE_GATE, 1},
  {YEOUN_TRIM_LEAP, YEOUN_FEATURE_LEAP, 1},
  {YEOUN_TRIM_LEAP, YEOUN_FEATURE_STEP, -1},
  {YEOUN_TRIM_LEAP, YEOUN_FEATURE_RANGE, 1},
  {YEOUN_TRIM_ORNAMENT, YEOUN_FEATURE_ORNAMENT, 1},
  {YEOUN_TRIM_CHROMATIC, YEOUN_FEATURE_CHROMATIC, 1},
  {YEOUN_TRIM_CHROMATIC, YEOUN_FEATURE_DISSONANCE, 1},
  {YEOUN_TRIM_RUBATO, YEOUN_FEATURE_RUBATO, 1},
  {YEOUN_TRIM_RUBATO, YEOUN_FEATURE_PHRASE_ARCH, 1},
  {YEOUN_TRIM_SYNCOPATION, YEOUN_FEATURE_SYNCOPATION, 1},
  {YEOUN_TRIM_HUMOUR, YEOUN_FEATURE_HUMOUR, 1},
};

/* The whole width over which a feature can go: from the lowest of its cards to
   the highest. */
static void
feature_limits(const struct yeoun_feature_facts *facts, float *low, float *high)
{
  *low = facts->pole[0].low;
  *high = facts->pole[0].high;
  for (int p = 1; p < YEOUN_POLES; ++p) {
    *low = yeoun_min_f(*low, facts->pole[p].low);
    *high = yeoun_max_f(*high, facts->pole[p].high);
  }
}

static void
blend_weights(const float weight[YEOUN_POLES], float blended[YEOUN_POLES])
{
  float sum = 0.0f;
  for (int p = 0; p < YEOUN_POLES; ++p) {
    blended[p] = yeoun_max_f(weight[p], 0.0f);
    sum += blended[p];
  }
  if (!(sum > 0.0f)) {
    blended[YEOUN_LYRICAL] = sum = 1.0f;
  }
  for (int p = 0; p < YEOUN_POLES; ++p) {
    blended[p] /= sum;
  }
}

struct yeoun_mood
yeoun_mood_blend(const float weight[YEOUN_POLES],
                 const float trim[YEOUN_TRIMS],
                 float intensity,
                 float space)
{
  struct yeoun_mood mood;
  for (int p = 0; p < YEOUN_POLES; ++p) {
    mood.asked[p] = yeoun_max_f(weight[p], 0.0f);
  }
  for (int t = 0; t < YEOUN_TRIMS; ++t) {
    mood.trim[t] = yeoun_clamp_f(trim[t], -1.0f, 1.0f);
  }
  mood.space = yeoun_clamp_f(space, 0.0f, 1.0f);
  mood.intensity = yeoun_clamp_f(intensity, 0.0f, 1.0f);
  blend_weights(mood.asked, mood.weight);
  for (int c = 0; c < YEOUN_FEATURES; ++c) {
    const struct yeoun_feature_facts *const facts = yeoun_feature_facts(c);
    mood.feature[c] = 0.0f;
    for (int p = 0; p < YEOUN_POLES; ++p) {
      mood.feature[c] += mood.weight[p] * facts->pole[p].value;
    }
  }
  for (unsigned t = 0; t < sizeof(trim_targets) / sizeof(trim_targets[0]);
       ++t) {
    const int feature = trim_targets[t].feature;
    float low = 0.0f;
    float high = 0.0f;
    feature_limits(yeoun_feature_facts(feature), &low, &high);
    const float amount = mood.trim[trim_targets[t].trim] * trim_targets[t].sign;
    mood.feature[feature] = yeoun_clamp_f(
      mood.feature[feature] + amount * 0.5f * (high - low), low, high);
  }
  return mood;
}
