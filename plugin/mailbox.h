// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* A memory handed from one thread to another without a lock: the reader always
   finds the newest, the writer never waits (three slots, one exchange). */

#ifndef YEOUN_MAILBOX_H
#define YEOUN_MAILBOX_H

#include <stdatomic.h>
#include <stdbool.h>

#include "memory.h"
#include "music/audio.h"

/** One writing thread and one reading thread. */
struct yeoun_mailbox {
  struct yeoun_memory slot[3];
  atomic_uint middle;   /**< the slot between the two; marked when new */
  unsigned write, read; /**< slots of the writer alone, of the reader alone */
};

/** Empty. Before any other thread knows the mailbox. */
void
yeoun_mailbox_init(struct yeoun_mailbox *mailbox);

/** Put it in; what was not yet taken is replaced. Audio thread. */
YEOUN_AUDIO void
yeoun_mailbox_post(struct yeoun_mailbox *mailbox,
                   const struct yeoun_memory *memory);

/** Take the newest, or return false when there is no new one.
    Audio thread. */
YEOUN_AUDIO bool
yeoun_mailbox_take(struct yeoun_mailbox *mailbox, struct yeoun_memory *memory);

#endif
