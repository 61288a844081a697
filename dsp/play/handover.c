// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "handover.h"

#include <assert.h>

static int
stage_of(const struct yeoun_handover *handover)
{
  return atomic_load_explicit(&handover->stage, memory_order_acquire);
}

static void
set_stage(struct yeoun_handover *handover, enum yeoun_handover_stage stage)
{
  atomic_store_explicit(&handover->stage, (int)stage, memory_order_release);
}

/** Whether it was us who took it. */
static bool
claim(struct yeoun_handover *handover, enum yeoun_handover_stage stage)
{
  int asked = YEOUN_HANDOVER_ASKED;
  return atomic_compare_exchange_strong_explicit(&handover->stage,
                                                 &asked,
                                                 (int)stage,
                                                 memory_order_acq_rel,
                                                 memory_order_relaxed);
}

void
yeoun_handover_init(struct yeoun_handover *handover)
{
  handover->shared = YEOUN_NO_SLOT;
  atomic_init(&handover->stage, YEOUN_HANDOVER_IDLE);
}

int
yeoun_handover_shared(const struct yeoun_handover *handover)
{
  return stage_of(handover) == YEOUN_HANDOVER_IDLE ? YEOUN_NO_SLOT
                                                   : handover->shared;
}

void
yeoun_handover_ask(struct yeoun_handover *handover, int slot)
{
  assert(slot >= 0 && slot < YEOUN_SLOTS);
  assert(stage_of(handover) == YEOUN_HANDOVER_IDLE);
  handover->shared = slot;
  set_stage(handover, YEOUN_HANDOVER_ASKED);
}

bool
yeoun_handover_withdraw(struct yeoun_handover *handover)
{
  return claim(handover, YEOUN_HANDOVER_IDLE);
}

int
yeoun_handover_take(struct yeoun_handover *handover)
{
  if (stage_of(handover) != YEOUN_HANDOVER_READY) {
    return YEOUN_NO_SLOT;
  }
  set_stage(handover, YEOUN_HANDOVER_IDLE);
  return handover->shared;
}

bool
yeoun_handover_begin(struct yeoun_handover *handover)
{
  return claim(handover, YEOUN_HANDOVER_MAKING);
}

void
yeoun_handover_publish(struct yeoun_handover *handover)
{
  assert(stage_of(handover) == YEOUN_HANDOVER_MAKING);
  set_stage(handover, YEOUN_HANDOVER_READY);
}
