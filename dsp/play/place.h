// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* The places in the music at which something may begin to hold. */

#ifndef YEOUN_PLAY_PLACE_H
#define YEOUN_PLAY_PLACE_H

#include <stdint.h>

#include "music/audio.h"
#include "music/score.h"

enum yeoun_place {
  YEOUN_PLACE_BEAT,
  YEOUN_PLACE_BAR,
  YEOUN_PLACE_PHRASE, /**< four bars, or the form when it is shorter */
  YEOUN_PLACE_ROUND,  /**< the loop point */
};

/** Towards the past, of negative numbers too. Any thread. @param by  > 0 */
static inline int64_t
yeoun_floor_div(int64_t x, int64_t by)
{
  return x / by - (x % by < 0);
}

/** The first place of a kind after a tick, and not before the music's first
    tick. Audio thread. */
YEOUN_AUDIO int64_t
yeoun_place_after(const struct yeoun_performance *performance,
                  enum yeoun_place place,
                  int64_t tick);

#endif
