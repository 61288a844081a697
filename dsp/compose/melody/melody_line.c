// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "melody_line.h"

#include "compose/plan/rhythm.h"

int
yeoun_tune_at(const struct yeoun_tune *tune, int slot)
{
  int low = -1;
  int high = tune->notes - 1;
  while (low < high) {
    const int middle = (low + high + 1) / 2;
    if (tune->note[middle].slot <= slot) {
      low = middle;
    } else {
      high = middle - 1;
    }
  }
  return low;
}

void
yeoun_tune_write(const struct yeoun_tune *tune, struct yeoun_score *score)
{
  for (int i = 0; i < tune->notes; ++i) {
    const struct yeoun_line_note note = tune->note[i];
    yeoun_score_add(score,
                    (struct yeoun_note){.start = note.slot * YEOUN_SLOT,
                                        .length = note.length * YEOUN_SLOT,
                                        .pitch = note.pitch,
                                        .lane = YEOUN_LANE_MELODY,
                                        .marks = note.marks});
  }
}

void
yeoun_tune_sort(struct yeoun_tune *tune)
{
  for (int i = 1; i < tune->notes; ++i) {
    const struct yeoun_line_note moved = tune->note[i];
    int j = i;
    for (; j > 0 && tune->note[j - 1].slot > moved.slot; --j) {
      tune->note[j] = tune->note[j - 1];
    }
    tune->note[j] = moved;
  }
}
