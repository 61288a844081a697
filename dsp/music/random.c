// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "random.h"

#include "number.h"

static uint64_t
scramble(uint64_t x)
{
  x ^= x >> 30;
  x *= 0xBF58476D1CE4E5B9ULL;
  x ^= x >> 27;
  x *= 0x94D049BB133111EBULL;
  return x ^ (x >> 31);
}

uint64_t
yeoun_random_mix(uint64_t seed, uint64_t number)
{
  return scramble(seed + 0x9E3779B97F4A7C15ULL * (number + 1));
}

struct yeoun_random
yeoun_random_stream(uint64_t seed, const char *purpose, uint32_t index)
{
  uint64_t state = yeoun_random_mix(seed, index);
  for (const char *c = purpose; *c; ++c) {
    state = yeoun_random_mix(state, (uint8_t)*c);
  }
  return (struct yeoun_random){state};
}

uint32_t
yeoun_random_next(struct yeoun_random *random)
{
  random->state += 0x9E3779B97F4A7C15ULL;
  return (uint32_t)(scramble(random->state) >> 32);
}

uint32_t
yeoun_random_below(struct yeoun_random *random, uint32_t count)
{
  return (uint32_t)(((uint64_t)yeoun_random_next(random) * count) >> 32);
}

float
yeoun_random_unit(struct yeoun_random *random)
{
  return (float)(yeoun_random_next(random) >> 8) / 16777216.0f;
}

bool
yeoun_random_chance(struct yeoun_random *random, float probability)
{
  return yeoun_random_unit(random) < probability;
}

uint32_t
yeoun_random_weighted(struct yeoun_random *random,
                      const float *weights,
                      uint32_t count)
{
  float total = 0.0f;
  for (uint32_t i = 0; i < count; ++i) {
    total += yeoun_max_f(weights[i], 0.0f);
  }
  float left = yeoun_random_unit(random) * total;
  for (uint32_t i = 0; i < count; ++i) {
    left -= yeoun_max_f(weights[i], 0.0f);
    if (left < 0.0f) {
      return i;
    }
  }
  return 0;
}
