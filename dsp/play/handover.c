// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "handover.h"

void
yeoun_handover_init(struct yeoun_handover *handover)
{
  atomic_init(&handover->offered, YEOUN_NO_SLOT);
  atomic_init(&handover->written, YEOUN_NO_SLOT);
}

void
yeoun_handover_offer(struct yeoun_handover *handover, int slot)
{
  atomic_store_explicit(&handover->offered, slot, memory_order_release);
}

void
yeoun_handover_withdraw(struct yeoun_handover *handover)
{
  atomic_store_explicit(
    &handover->offered, YEOUN_NO_SLOT, memory_order_relaxed);
}

int
yeoun_handover_take(struct yeoun_handover *handover)
{
  return atomic_exchange_explicit(
    &handover->written, YEOUN_NO_SLOT, memory_order_acquire);
}

int
yeoun_handover_begin(struct yeoun_handover *handover)
{
  return atomic_exchange_explicit(
    &handover->offered, YEOUN_NO_SLOT, memory_order_acquire);
}

void
yeoun_handover_publish(struct yeoun_handover *handover, int slot)
{
  atomic_store_explicit(&handover->written, slot, memory_order_release);
}
