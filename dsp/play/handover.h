// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* Performances pass from the thread that makes them to the one that plays them,
   and neither waits. */

#ifndef YEOUN_PLAY_HANDOVER_H
#define YEOUN_PLAY_HANDOVER_H

#include <stdatomic.h>

#include "music/audio.h"
#include "music/score.h"

/** One sounds, one waits, one is written. */
#define YEOUN_SLOTS 3
#define YEOUN_NO_SLOT (-1)

/** A slot belongs to the maker between offer and publish, else to the player.
 */
struct yeoun_handover {
  struct yeoun_performance slot[YEOUN_SLOTS];
  atomic_int offered; /**< slot to be written, or YEOUN_NO_SLOT */
  atomic_int written; /**< slot that is ready, or YEOUN_NO_SLOT */
};

/** Any thread but audio. */
void
yeoun_handover_init(struct yeoun_handover *handover);

/** Let a slot be written. Audio thread, none being offered. */
YEOUN_AUDIO void
yeoun_handover_offer(struct yeoun_handover *handover, int slot);

/** Take the offer back, if nobody has begun. Audio thread. */
YEOUN_AUDIO void
yeoun_handover_withdraw(struct yeoun_handover *handover);

/** The slot that is ready, once, or YEOUN_NO_SLOT. Audio thread. */
YEOUN_AUDIO int
yeoun_handover_take(struct yeoun_handover *handover);

/** The slot to write, once an offer, or YEOUN_NO_SLOT. The maker. */
int
yeoun_handover_begin(struct yeoun_handover *handover);

/** What was begun is ready. The maker. */
void
yeoun_handover_publish(struct yeoun_handover *handover, int slot);

#endif
