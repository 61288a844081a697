// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "begun.h"

void
yeoun_begun_clear(struct yeoun_begun *begun)
{
  begun->count = begun->next = 0;
}

bool
yeoun_begun_has(const struct yeoun_begun *begun, struct yeoun_written note)
{
  for (unsigned i = 0; i < begun->count; ++i) {
    const struct yeoun_written *const other = &begun->note[i];
    if (other->tick == note.tick && other->lane == note.lane &&
        other->pitch == note.pitch) {
      return true;
    }
  }
  return false;
}

void
yeoun_begun_add(struct yeoun_begun *begun, struct yeoun_written note)
{
  begun->note[begun->next] = note;
  begun->next = (begun->next + 1) % YEOUN_BEGUN;
  begun->count += begun->count < YEOUN_BEGUN;
}

void
yeoun_begun_shift(struct yeoun_begun *begun, int64_t ticks)
{
  for (unsigned i = 0; i < begun->count; ++i) {
    begun->note[i].tick += ticks;
  }
}
