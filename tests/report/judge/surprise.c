// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "surprise.h"

#include <math.h>
#include <stdlib.h>

enum { REPEAT = 13 };

static int
move_index(int move)
{
  return move < -12 ? 0 : move > 12 ? JUDGE_MOVES - 1 : move + REPEAT;
}

/* Share of a move among counts, one more given to each. */
static double
share(const uint16_t *counts, int move)
{
  double sum = 0;
  for (int i = 0; i < JUDGE_MOVES; ++i) {
    sum += counts[i] + 1;
  }
  return (counts[move] + 1) / sum;
}

static int
compare(const void *a, const void *b)
{
  return *(const int *)a - *(const int *)b;
}

static int
median(const int *pitch, int notes)
{
  int sorted[2048] = {0};
  const int count = notes < 2048 ? notes : 2048;
  for (int i = 0; i < count; ++i) {
    sorted[i] = pitch[i];
  }
  qsort(sorted, (size_t)count, sizeof(int), compare);
  return sorted[count / 2];
}

double
surprise_bits(const int *pitch, int notes, bool is_minor, int tonic)
{
  double bits = 0;
  if (notes < 2) {
    return 0;
  }
  const int middle = median(pitch, notes);
  for (int i = 1; i < notes; ++i) {
    const int left = pitch[i - 1];
    const int move = move_index(pitch[i] - left);
    const int away = (int)lround((left - middle) / 3.0);
    const int row = away < -4 ? 0 : away > 4 ? 8 : away + 4;
    double p =
      0.4 *
        share(judge_from_degree[is_minor][(left + 120 - tonic) % 12], move) +
      0.2 * share(judge_from_register[is_minor][row], move);
    p +=
      0.4 *
      share(i > 1 ? judge_after_move[is_minor][move_index(left - pitch[i - 2])]
                  : judge_from_register[is_minor][row],
            move);
    const int beyond = abs(pitch[i] - left) - 12;
    bits += -log2(p) + (beyond > 0 ? beyond : 0);
  }
  return bits;
}
