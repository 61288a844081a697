// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "mood.h"

/* Which cues a trim moves, and which way +1 goes. */
static const struct {
  uint8_t trim, cue;
  int8_t sign;
} trim_targets[] = {
  {YEOUN_TRIM_TEMPO, YEOUN_CUE_TEMPO, 1},
  {YEOUN_TRIM_REGISTER, YEOUN_CUE_REGISTER, 1},
  {YEOUN_TRIM_LEVEL, YEOUN_CUE_LEVEL, 1},
  {YEOUN_TRIM_GATE, YEOUN_CUE_GATE, 1},
  {YEOUN_TRIM_LEAP, YEOUN_CUE_LEAP, 1},
  {YEOUN_TRIM_LEAP, YEOUN_CUE_STEP, -1},
  {YEOUN_TRIM_LEAP, YEOUN_CUE_RANGE, 1},
  {YEOUN_TRIM_ORNAMENT, YEOUN_CUE_ORNAMENT, 1},
  {YEOUN_TRIM_CHROMATIC, YEOUN_CUE_CHROMATIC, 1},
  {YEOUN_TRIM_CHROMATIC, YEOUN_CUE_DISSONANCE, 1},
  {YEOUN_TRIM_RUBATO, YEOUN_CUE_RUBATO, 1},
  {YEOUN_TRIM_RUBATO, YEOUN_CUE_PHRASE_ARCH, 1},
  {YEOUN_TRIM_SYNCOPATION, YEOUN_CUE_SYNCOPATION, 1},
  {YEOUN_TRIM_HUMOUR, YEOUN_CUE_HUMOUR, 1},
};

static float
clamp(float x, float low, float high)
{
  return x < low ? low : x > high ? high : x;
}

/* The whole width over which a cue can go: from the lowest of its cards to the
   highest. */
static void
cue_limits(const struct yeoun_cue_facts *facts, float *low, float *high)
{
  *low = facts->pole[0].low;
  *high = facts->pole[0].high;
  for (int p = 1; p < YEOUN_POLES; ++p) {
    *low = facts->pole[p].low < *low ? facts->pole[p].low : *low;
    *high = facts->pole[p].high > *high ? facts->pole[p].high : *high;
  }
}

static void
blend_weights(const float weight[YEOUN_POLES], float blended[YEOUN_POLES])
{
  float sum = 0.0f;
  for (int p = 0; p < YEOUN_POLES; ++p) {
    blended[p] = weight[p] > 0.0f ? weight[p] : 0.0f;
    sum += blended[p];
  }
  if (!(sum > 0.0f)) {
    blended[YEOUN_LYRICAL] = sum = 1.0f;
  }
  for (int p = 0; p < YEOUN_POLES; ++p) {
    blended[p] /= sum;
  }
}

/* The emotional graph: more is denser, louder, higher and fuller. Steps of half
   the control: +-25 % of density, +-4 dB, +-2 semitones. */
static void
apply_intensity(struct yeoun_mood *mood)
{
  const float swell = 2.0f * mood->intensity - 1.0f;
  mood->cue[YEOUN_CUE_DENSITY] *= 1.0f + 0.25f * swell;
  mood->cue[YEOUN_CUE_MOTION] *= 1.0f + 0.35f * swell;
  mood->cue[YEOUN_CUE_LEVEL] += 4.0f * swell;
  mood->cue[YEOUN_CUE_REGISTER] += 2.0f * swell;
  mood->cue[YEOUN_CUE_RANGE] += 1.5f * swell;
  mood->cue[YEOUN_CUE_COUNTER] =
    clamp(mood->cue[YEOUN_CUE_COUNTER] + 0.4f * swell, 0.0f, 1.0f);
}

/* Silence: .3 leaves the mood as it is, 1 makes it three times as sparse. */
static void
apply_space(struct yeoun_mood *mood, float space)
{
  const float more =
    space < 0.3f ? space / 0.3f : 1.0f + (space - 0.3f) / 0.35f;
  mood->cue[YEOUN_CUE_SPACE] =
    clamp(mood->cue[YEOUN_CUE_SPACE] * more, 0.0f, 0.7f);
}

struct yeoun_mood
yeoun_mood_blend(const float weight[YEOUN_POLES],
                 const float trim[YEOUN_TRIMS],
                 float intensity,
                 float space)
{
  struct yeoun_mood mood;
  blend_weights(weight, mood.weight);
  mood.intensity = clamp(intensity, 0.0f, 1.0f);
  for (int c = 0; c < YEOUN_CUES; ++c) {
    const struct yeoun_cue_facts *const facts = yeoun_cue_facts(c);
    mood.cue[c] = 0.0f;
    for (int p = 0; p < YEOUN_POLES; ++p) {
      mood.cue[c] += mood.weight[p] * facts->pole[p].value;
    }
  }
  for (unsigned t = 0; t < sizeof(trim_targets) / sizeof(trim_targets[0]);
       ++t) {
    const int cue = trim_targets[t].cue;
    float low = 0.0f;
    float high = 0.0f;
    cue_limits(yeoun_cue_facts(cue), &low, &high);
    const float amount =
      clamp(trim[trim_targets[t].trim], -1.0f, 1.0f) * trim_targets[t].sign;
    mood.cue[cue] =
      clamp(mood.cue[cue] + amount * 0.5f * (high - low), low, high);
  }
  apply_intensity(&mood);
  apply_space(&mood, clamp(space, 0.0f, 1.0f));
  return mood;
}
