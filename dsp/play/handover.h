// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* A slot goes to the thread that composes and comes back with a performance,
   and neither thread waits. A single word says whose the shared slot is: each
   side leaves the states that are not its own alone, so that no lock is needed
   and a host may run the maker in its worker, in a thread of ours, or never. */

#ifndef YEOUN_PLAY_HANDOVER_H
#define YEOUN_PLAY_HANDOVER_H

#include <stdatomic.h>
#include <stdbool.h>

#include "music/audio.h"
#include "music/score.h"

/** One sounds, one waits, one is written by the maker, one by the audio thread
    itself when the host freewheels meanwhile. */
#define YEOUN_SLOTS 4
#define YEOUN_NO_SLOT (-1)

/** Whose the shared slot is, and what it is to be filled with. */
enum yeoun_handover_stage {
  YEOUN_HANDOVER_IDLE,   /**< the audio thread's */
  YEOUN_HANDOVER_ASKED,  /**< whoever takes it from here first */
  YEOUN_HANDOVER_MAKING, /**< the maker's */
  YEOUN_HANDOVER_READY,  /**< the audio thread's, written */
};

struct yeoun_handover {
  struct yeoun_performance slot[YEOUN_SLOTS];
  int shared;       /**< the slot that is to be filled */
  atomic_int stage; /**< enum yeoun_handover_stage */
};

/** Before any thread knows it. */
void
yeoun_handover_init(struct yeoun_handover *handover);

/** The slot that is not the audio thread's, or YEOUN_NO_SLOT. Audio thread. */
YEOUN_AUDIO int
yeoun_handover_shared(const struct yeoun_handover *handover);

/** Ask for a performance in a slot, nothing being shared. Audio thread. */
YEOUN_AUDIO void
yeoun_handover_ask(struct yeoun_handover *handover, int slot);

/** Take back what is asked; false when the maker has begun. Audio thread. */
YEOUN_AUDIO bool
yeoun_handover_withdraw(struct yeoun_handover *handover);

/** The slot that has just become ready, once, or YEOUN_NO_SLOT. Audio thread.
 */
YEOUN_AUDIO int
yeoun_handover_take(struct yeoun_handover *handover);

/** Whether there is something to be made; then it is the maker's until it
    publishes. The maker. */
bool
yeoun_handover_begin(struct yeoun_handover *handover);

/** What was begun is ready. The maker. */
void
yeoun_handover_publish(struct yeoun_handover *handover);

#endif
