// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "handover.h"

void
yeoun_handover_init(struct yeoun_handover *handover)
{
  atomic_init(&handover->written, YEOUN_HANDOVER_NONE);
  handover->writing = 0;
  handover->sounding = YEOUN_HANDOVER_NONE;
  handover->waiting = YEOUN_HANDOVER_NONE;
}

void
yeoun_handover_offer(struct yeoun_handover *handover)
{
  int slot = 0;
  while (slot == handover->sounding || slot == handover->waiting) {
    ++slot;
  }
  handover->writing = slot;
}

struct yeoun_made *
yeoun_handover_begin(struct yeoun_handover *handover)
{
  return &handover->slot[handover->writing];
}

void
yeoun_handover_finish(struct yeoun_handover *handover)
{
  atomic_store_explicit(
    &handover->written, handover->writing, memory_order_release);
}

bool
yeoun_handover_take(struct yeoun_handover *handover)
{
  const int slot = atomic_exchange_explicit(
    &handover->written, YEOUN_HANDOVER_NONE, memory_order_acquire);
  if (slot == YEOUN_HANDOVER_NONE) {
    return false;
  }
  handover->waiting = slot;
  return true;
}

void
yeoun_handover_switch(struct yeoun_handover *handover)
{
  if (handover->waiting != YEOUN_HANDOVER_NONE) {
    handover->sounding = handover->waiting;
    handover->waiting = YEOUN_HANDOVER_NONE;
  }
}
