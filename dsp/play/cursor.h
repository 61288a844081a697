// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* What of a performance comes next, round after round. */

#ifndef YEOUN_PLAY_CURSOR_H
#define YEOUN_PLAY_CURSOR_H

#include <stdint.h>

#include "music/audio.h"
#include "music/score.h"

struct yeoun_cursor {
  int64_t round;        /**< how many times round before the next note */
  int64_t pedal_round;  /**< and before the next pedal */
  uint16_t note, pedal; /**< of the performance; may stand behind the last */
};

/** Point at the first note and pedal after a tick; before its first tick there
    is no music. Audio thread. */
YEOUN_AUDIO struct yeoun_cursor
yeoun_cursor_seek(const struct yeoun_performance *performance, int64_t tick);

/** The tick of the next note on, which `note` then points at; YEOUN_NEVER when
    there is none. Audio thread. */
YEOUN_AUDIO int64_t
yeoun_cursor_note(struct yeoun_cursor *cursor,
                  const struct yeoun_performance *performance);

/** The same of pedals. Audio thread. */
YEOUN_AUDIO int64_t
yeoun_cursor_pedal(struct yeoun_cursor *cursor,
                   const struct yeoun_performance *performance);

#endif
