// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* Handing performances from the thread that composes to the one that plays:
   three slots and one atomic index, no lock. */

#ifndef YEOUN_PLAY_HANDOVER_H
#define YEOUN_PLAY_HANDOVER_H

#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>

#include "../audio.h"
#include "../compose/compose.h"
#include "../score.h"

/** A performance and what it was asked for. */
struct yeoun_made {
  struct yeoun_request request;
  struct yeoun_performance performance;
};

enum { YEOUN_HANDOVER_SLOTS = 3, YEOUN_HANDOVER_NONE = -1 };

/** One slot sounds, one waits, one is free to be written. */
struct yeoun_handover {
  struct yeoun_made slot[YEOUN_HANDOVER_SLOTS];
  atomic_int written; /**< slot that the composer finished, or NONE */
  int writing;        /**< slot that the composer may write */
  int sounding;       /**< audio thread: slot that sounds, or NONE */
  int waiting;        /**< audio thread: slot that will sound next, or NONE */
};

/** Nothing made yet. Any thread but audio. */
void
yeoun_handover_init(struct yeoun_handover *handover);

/** Offer a free slot to the composer; call before it is sent off.
    Audio thread. */
YEOUN_AUDIO void
yeoun_handover_offer(struct yeoun_handover *handover);

/** The slot to write. The composing thread, once after each offer. */
struct yeoun_made *
yeoun_handover_begin(struct yeoun_handover *handover);

/** The slot is written. The composing thread. */
void
yeoun_handover_finish(struct yeoun_handover *handover);

/** Take a finished slot; it waits from now on, in place of what waited before.
    False when there is none. Audio thread. */
YEOUN_AUDIO bool
yeoun_handover_take(struct yeoun_handover *handover);

/** What waits begins to sound. Audio thread. */
YEOUN_AUDIO void
yeoun_handover_switch(struct yeoun_handover *handover);

#endif
