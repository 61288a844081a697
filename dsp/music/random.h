// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* Random numbers with a name and a seed: one stream for each purpose, so that
   a draw more in one place changes nothing anywhere else. */

#ifndef YEOUN_MUSIC_RANDOM_H
#define YEOUN_MUSIC_RANDOM_H

#include <stdbool.h>
#include <stdint.h>

struct yeoun_random {
  uint64_t state;
};

/** Begin the stream that belongs to a seed, a purpose and an index.
    Source of the mixing: SplitMix64, Steele, Lea and Flood 2014.
    Any thread. */
struct yeoun_random
yeoun_random_stream(uint64_t seed, const char *purpose, uint32_t index);

/** Mix one more number into a seed. Any thread. */
uint64_t
yeoun_random_mix(uint64_t seed, uint64_t number);

/** The next 32 bits. Any thread. */
uint32_t
yeoun_random_next(struct yeoun_random *random);

/** 0..count-1; 0 when count is 0. Any thread. */
uint32_t
yeoun_random_below(struct yeoun_random *random, uint32_t count);

/** 0 <= x < 1, a multiple of 2^-24: exact in float. Any thread. */
float
yeoun_random_unit(struct yeoun_random *random);

/** True with this probability, 0..1. Any thread. */
bool
yeoun_random_chance(struct yeoun_random *random, float probability);

/** An index 0..count-1 by weight; negative weights count as 0; 0 when all are.
    Any thread. */
uint32_t
yeoun_random_weighted(struct yeoun_random *random,
                      const float *weights,
                      uint32_t count);

#endif
