// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* Levels in dB, to the same bits on every machine. */

#ifndef YEOUN_MUSIC_DECIBEL_H
#define YEOUN_MUSIC_DECIBEL_H

#include "audio.h"

/** The square root of the amplitude of a level: 10^(dB / 40) = e^(dB ln 10 /
    40), by the definition of e^x, squared out. Any thread. */
YEOUN_AUDIO static inline double
yeoun_root_of_db(double level_db)
{
  double power = 1.0 + level_db * 0.057564627 / 65536.0;
  for (int i = 0; i < 16; ++i) {
    power *= power;
  }
  return power;
}

#endif
