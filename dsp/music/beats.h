// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* Musical time: integer ticks, bars and metres. */

#ifndef YEOUN_MUSIC_BEATS_H
#define YEOUN_MUSIC_BEATS_H

#include <stdint.h>

/** Ticks in a quarter note. Divisible by 2^7, 3 and 5, fine enough for
    micro-timing (0.5 ms at 60 bpm), coarse enough that a tick is always more
    than two frames, so that frames lead back to the tick exactly. */
#define YEOUN_BEAT 1920

/** A metre, such as 6/8. */
struct yeoun_meter {
  uint8_t beats; /**< 1..32, numerator */
  uint8_t unit;  /**< 2, 4, 8 or 16, denominator */
};

/** Ticks in one bar. Any thread. */
static inline int32_t
yeoun_bar_ticks(struct yeoun_meter meter)
{
  return (int32_t)meter.beats * 4 * YEOUN_BEAT / meter.unit;
}

/** Ticks in one felt pulse: a dotted quarter in compound metres (6/8, 9/8,
    12/8), else the unit. Any thread. */
static inline int32_t
yeoun_pulse_ticks(struct yeoun_meter meter)
{
  const int32_t unit = 4 * YEOUN_BEAT / meter.unit;
  return (meter.unit == 8 && meter.beats % 3 == 0 && meter.beats > 3) ? 3 * unit
                                                                      : unit;
}

#endif
