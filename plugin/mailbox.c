// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "mailbox.h"

#define IS_NEW 4U
#define SLOT 3U

void
yeoun_mailbox_init(struct yeoun_mailbox *mailbox)
{
  mailbox->write = 0;
  atomic_init(&mailbox->middle, 1);
  mailbox->read = 2;
}

void
yeoun_mailbox_post(struct yeoun_mailbox *mailbox,
                   const struct yeoun_memory *memory)
{
  mailbox->slot[mailbox->write] = *memory;
  const unsigned old = atomic_exchange_explicit(
    &mailbox->middle, mailbox->write | IS_NEW, memory_order_acq_rel);
  mailbox->write = old & SLOT;
}

bool
yeoun_mailbox_take(struct yeoun_mailbox *mailbox, struct yeoun_memory *memory)
{
  if (!(atomic_load_explicit(&mailbox->middle, memory_order_relaxed) &
        IS_NEW)) {
    return false;
  }
  const unsigned old = atomic_exchange_explicit(
    &mailbox->middle, mailbox->read, memory_order_acq_rel);
  mailbox->read = old & SLOT;
  *memory = mailbox->slot[mailbox->read];
  return true;
}
