// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "place.h"

int64_t
yeoun_place_after(const struct yeoun_performance *performance,
                  enum yeoun_place place,
                  int64_t tick)
{
  if (tick < 0) {
    return 0;
  }
  const int64_t length = performance->length;
  const int64_t bar = yeoun_bar_ticks(performance->meter);
  const int64_t round = yeoun_floor_div(tick, length) * length;
  int64_t grid = length;
  switch (place) {
    case YEOUN_PLACE_ROUND:
      break;
    case YEOUN_PLACE_BEAT:
      grid = 4 * YEOUN_BEAT / performance->meter.unit;
      break;
    case YEOUN_PLACE_BAR:
      grid = bar;
      break;
    case YEOUN_PLACE_PHRASE:
      grid = 4 * bar < length ? 4 * bar : length;
      break;
  }
  /* Forms that are no multiple of the grid end at their own end. */
  const int64_t next = round + (yeoun_floor_div(tick - round, grid) + 1) * grid;
  return next < round + length ? next : round + length;
}
