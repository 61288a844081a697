// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "cursor.h"

#include "place.h"
#include "tracker.h"

struct yeoun_cursor
yeoun_cursor_seek(const struct yeoun_performance *performance, int64_t tick)
{
  const int64_t from = tick + 1 < 0 ? 0 : tick + 1;
  const int64_t round = yeoun_floor_div(from, performance->length);
  const int64_t offset = from - round * performance->length;
  struct yeoun_cursor cursor = {.round = round, .pedal_round = round};
  while (cursor.note < performance->notes &&
         performance->note[cursor.note].start < offset) {
    ++cursor.note;
  }
  while (cursor.pedal < performance->pedals &&
         performance->pedal[cursor.pedal].start < offset) {
    ++cursor.pedal;
  }
  return cursor;
}

int64_t
yeoun_cursor_note(struct yeoun_cursor *cursor,
                  const struct yeoun_performance *performance)
{
  if (!performance->notes) {
    return YEOUN_NEVER;
  }
  if (cursor->note >= performance->notes) {
    cursor->note = 0;
    ++cursor->round;
  }
  return cursor->round * performance->length +
         performance->note[cursor->note].start;
}

int64_t
yeoun_cursor_pedal(struct yeoun_cursor *cursor,
                   const struct yeoun_performance *performance)
{
  if (!performance->pedals) {
    return YEOUN_NEVER;
  }
  if (cursor->pedal >= performance->pedals) {
    cursor->pedal = 0;
    ++cursor->pedal_round;
  }
  return cursor->pedal_round * performance->length +
         performance->pedal[cursor->pedal].start;
}
