// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* One note of one instrument, without strip, room and limiter. */

#ifndef YEOUN_TESTS_REPORT_SOUND_TONE_H
#define YEOUN_TESTS_REPORT_SOUND_TONE_H

#include <stdbool.h>
#include <stdint.h>

struct tone {
  unsigned instrument, key, velocity; /**< enum yeoun_instrument, MIDI */
  uint32_t seed;
  double rate;
  double held_s, whole_s;
  bool is_straight;             /**< without vibrato */
  double bend_at_s, bend_cents; /**< 0: none */
};

/** Left and right added and halved; the caller frees. @param[out] frames */
float *
tone_play(const struct tone *tone, uint32_t *frames);

/** The same as another tone, of one instrument, key, velocity and seed; to be
    freed. */
float *
tone_strike(const struct tone *like,
            unsigned instrument,
            unsigned key,
            unsigned velocity,
            uint32_t seed);

/** Hz of a key in equal temperament. */
double
tone_hertz(unsigned key);

#endif
