// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* The notes that were begun last, by where they are written: so that none is
   begun twice when one performance takes over from another that plays it a
   little earlier. */

#ifndef YEOUN_PLAY_BEGUN_H
#define YEOUN_PLAY_BEGUN_H

#include <stdbool.h>
#include <stdint.h>

#include "music/audio.h"

/** More than begin within the longest lead or lag of a performer. */
#define YEOUN_BEGUN 64

struct yeoun_written {
  int64_t tick; /**< where the note is written; of the transport */
  uint8_t lane, pitch;
};

/** All zero: none. */
struct yeoun_begun {
  struct yeoun_written note[YEOUN_BEGUN];
  unsigned count, next;
};

/** Forget all. Audio thread. */
YEOUN_AUDIO void
yeoun_begun_clear(struct yeoun_begun *begun);

/** Whether a note is among them. Audio thread. */
YEOUN_AUDIO bool
yeoun_begun_has(const struct yeoun_begun *begun, struct yeoun_written note);

/** Remember one, and forget the oldest for it. Audio thread. */
YEOUN_AUDIO void
yeoun_begun_add(struct yeoun_begun *begun, struct yeoun_written note);

/** Count ticks from elsewhere. Audio thread. */
YEOUN_AUDIO void
yeoun_begun_shift(struct yeoun_begun *begun, int64_t ticks);

#endif
