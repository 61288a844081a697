// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "tune.h"

static void
add(struct tune *tune, int pitch, int32_t start, int32_t end, uint8_t marks)
{
  const int last = tune->notes - 1;
  if (last >= 0 && tune->start[last] == start) {
    if (pitch > tune->pitch[last]) {
      tune->pitch[last] = pitch;
      tune->end[last] = end;
      tune->marks[last] = marks;
    }
  } else if (tune->notes < MEASURE_NOTES) {
    const int at = tune->notes++;
    tune->pitch[at] = pitch;
    tune->start[at] = start;
    tune->end[at] = end;
    tune->marks[at] = marks;
  }
}

void
tune_take(const struct yeoun_score *score, unsigned lane, struct tune *tune)
{
  tune->notes = 0;
  tune->length = score->length;
  tune->bar = yeoun_bar_ticks(score->meter);
  for (int i = 0; i < score->notes; ++i) {
    const struct yeoun_note *const note = &score->note[i];
    if (note->lane == lane && note->articulation != YEOUN_ARTICULATION_GRACE) {
      add(tune,
          note->pitch,
          note->start,
          note->start + note->length,
          note->marks);
    }
  }
}

void
tune_cut(const struct tune *tune, int32_t from, int32_t to, struct tune *cut)
{
  cut->notes = 0;
  cut->length = to - from;
  cut->bar = tune->bar;
  for (int i = 0; i < tune->notes; ++i) {
    if (tune->start[i] >= from && tune->start[i] < to) {
      add(cut,
          tune->pitch[i],
          tune->start[i] - from,
          tune->end[i] - from,
          tune->marks[i]);
    }
  }
}
