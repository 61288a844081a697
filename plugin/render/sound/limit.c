// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "limit.h"

#include "music/number.h"

#include <math.h>
#include <stdlib.h>

#define ATTACK_S 0.005
#define RELEASE_S 0.2
#define FULL_SCALE 0.999f

/** The gain that a frame asks for, at most 1: the mix must stay below its
   ceiling, and a stem below full scale, which one may pass where another takes
   it back. */
static float
ask(const struct yeoun_take *take, int64_t frame, float gain, float ceiling)
{
  const unsigned mix = yeoun_take_mix(take);
  float asked = 1.0f;
  for (unsigned c = 0; c <= mix; c += 2) {
    const float left = fabsf(take->audio[c][frame]);
    const float right = fabsf(take->audio[c + 1][frame]);
    const float level = gain * yeoun_max_f(left, right);
    const float most = c == mix ? ceiling : FULL_SCALE;
    asked = level * asked > most ? most / level : asked;
  }
  return asked;
}

/** The least of each frame and the `attack` frames that follow. `lowest` holds
    the frames that may still be least, in order. */
static void
look_ahead(const float *asked,
           float *least,
           int64_t frames,
           int64_t attack,
           int64_t *lowest)
{
  int64_t first = 0;
  int64_t last = 0;
  for (int64_t i = 0; i < frames + attack; ++i) {
    if (i < frames) {
      while (last > first && asked[lowest[last - 1]] >= asked[i]) {
        --last;
      }
      lowest[last++] = i;
    }
    if (i >= attack) {
      while (lowest[first] < i - attack) {
        ++first;
      }
      least[i - attack] = asked[lowest[first]];
    }
  }
}

/** Recover slowly. */
static void
release(float *gain, int64_t frames, double rate)
{
  const float share = (float)(1 - exp(-1 / (RELEASE_S * rate)));
  float now = 1.0f;
  for (int64_t i = 0; i < frames; ++i) {
    now += (1.0f - now) * share;
    now = yeoun_min_f(now, gain[i]);
    gain[i] = now;
  }
}

/** The mean of each frame and those of the attack before it: all of them asked
    for no more than this one may have. */
static void
smooth(const float *rough, float *gain, int64_t frames, int64_t attack)
{
  double sum = (double)rough[0] * (double)attack;
  for (int64_t i = 0; i < frames; ++i) {
    const int64_t before = i >= attack ? i - attack : 0;
    sum += (double)rough[i] - (double)rough[before];
    gain[i] = (float)(sum / (double)attack);
  }
}

bool
yeoun_limit(const struct yeoun_take *take,
            double gain_db,
            double ceiling_db,
            float *gain)
{
  const int64_t attack = (int64_t)(ATTACK_S * take->rate) + 1;
  const size_t frames = (size_t)take->frames;
  const float factor = (float)pow(10, gain_db / 20);
  const float ceiling = (float)pow(10, ceiling_db / 20);
  float *const rough = (float *)malloc((frames + 1) * sizeof(float));
  int64_t *const lowest = (int64_t *)malloc((frames + 1) * sizeof(int64_t));
  const bool has_memory = rough && lowest;
  if (has_memory && frames) {
    for (int64_t i = 0; i < take->frames; ++i) {
      gain[i] = ask(take, i, factor, ceiling);
    }
    look_ahead(gain, rough, take->frames, attack, lowest);
    release(rough, take->frames, take->rate);
    smooth(rough, gain, take->frames, attack);
    for (int64_t i = 0; i < take->frames; ++i) {
      gain[i] *= factor;
    }
  }
  free(lowest);
  free(rough);
  return has_memory;
}
