// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "likeness.h"

#include <math.h>
#include <stdlib.h>

/* A row of moves from note to note. */
struct row {
  int moves;
  int interval[MEASURE_NOTES];
  double time[MEASURE_NOTES]; /* between onsets */
};

enum { MOTIF_NOTES = 8 };

void
likeness_take_motif(const struct yeoun_score *statement, struct tune *motif)
{
  struct tune tune;
  tune_take(statement, YEOUN_LANE_MELODY, &tune);
  int first = 0;
  while (first < tune.notes && !(tune.marks[first] & YEOUN_MARK_MOTIF)) {
    ++first;
  }
  int last = first;
  while (last < tune.notes && tune.marks[last] & YEOUN_MARK_MOTIF &&
         last - first < MOTIF_NOTES &&
         tune.start[last] / tune.bar == tune.start[first] / tune.bar) {
    ++last;
  }
  const int32_t from = first < tune.notes ? tune.start[first] : 0;
  const int32_t to = last > first ? tune.start[last - 1] + 1 : from;
  tune_cut(&tune, from, to, motif);
}

static void
read_row(const struct tune *tune, struct row *row)
{
  row->moves = 0;
  for (int i = 0; i + 1 < tune->notes; ++i) {
    row->interval[row->moves] = tune->pitch[i + 1] - tune->pitch[i];
    row->time[row->moves++] = tune->start[i + 1] - tune->start[i];
  }
}

static void
turn_row(const struct row *row, bool invert, bool reverse, struct row *turned)
{
  /* Backwards, a rise becomes a fall; inverted as well, a rise again. */
  const int sign = invert != reverse ? -1 : 1;
  turned->moves = row->moves;
  for (int i = 0; i < row->moves; ++i) {
    const int from = reverse ? row->moves - 1 - i : i;
    turned->interval[i] = sign * row->interval[from];
    turned->time[i] = row->time[from];
  }
}

/* 0 for the same move, up to 1. A semitone more or less is the same move in
   another place of the scale; an octave more or less is a shift of register. */
static double
interval_cost(int a, int b)
{
  const int off = abs(a - b);
  if (off <= 1) {
    return 0.0;
  }
  const int folded = abs(off - 12) <= 1 ? 1 : off;
  const double cost = folded == 1 ? 0.2 : folded / 5.0;
  return cost < 1.0 ? cost : 1.0;
}

static double
move_cost(const struct row *a, int i, const struct row *b, int j, double tempo)
{
  const double x = a->time[i] * tempo;
  const double y = b->time[j];
  const double duration = 1.0 - (x < y ? x / y : y / x);
  return 0.5 * interval_cost(a->interval[i], b->interval[j]) + 0.5 * duration;
}

/* Edit distance of the whole motif against the best piece of the row beginning
   at `at`, a note left out or put in costing 1. */
static double
edit(const struct row *motif, const struct row *row, int at, double tempo)
{
  enum { WIDTH = MOTIF_NOTES + 3 };
  double table[MOTIF_NOTES + 1][WIDTH] = {{0}};
  const int left = row->moves - at;
  const int width = left < motif->moves + 2 ? left : motif->moves + 2;
  for (int j = 0; j <= width; ++j) {
    table[0][j] = j;
  }
  for (int i = 1; i <= motif->moves; ++i) {
    table[i][0] = i;
    for (int j = 1; j <= width; ++j) {
      double best =
        table[i - 1][j - 1] + move_cost(motif, i - 1, row, at + j - 1, tempo);
      best = fmin(best, table[i - 1][j] + 1.0);
      table[i][j] = fmin(best, table[i][j - 1] + 1.0);
    }
  }
  double best = table[motif->moves][0];
  for (int j = 1; j <= width; ++j) {
    best = fmin(best, table[motif->moves][j]);
  }
  return best;
}

double
likeness_motif(const struct tune *motif, const struct tune *tune)
{
  static const double tempos[] = {1.0, 2.0, 0.5};
  struct row own;
  struct row row;
  struct row turned;
  read_row(motif, &own);
  read_row(tune, &row);
  double best = 0.0;
  if (own.moves == 0) {
    return 0.0;
  }
  for (int kind = 0; kind < 4; ++kind) {
    turn_row(&own, kind & 1, kind & 2, &turned);
    for (int t = 0; t < 3; ++t) {
      for (int at = 0; at < row.moves; ++at) {
        const double like =
          1.0 - edit(&turned, &row, at, tempos[t]) / own.moves;
        best = fmax(best, like);
      }
    }
  }
  return best;
}

double
likeness_trace(const struct tune *motif,
               const struct tune *tune,
               double enough,
               double *mean)
{
  const int32_t window = 4 * tune->bar;
  int windows = 0;
  int hits = 0;
  double sum = 0.0;
  for (int32_t at = 0; at < tune->length; at += window) {
    struct tune cut;
    tune_cut(tune, at, at + window, &cut);
    const double like = likeness_motif(motif, &cut);
    sum += like;
    hits += like >= enough;
    ++windows;
  }
  *mean = windows ? sum / windows : 0.0;
  return windows ? (double)hits / windows : 0.0;
}

static double
note_cost(const struct tune *a, int i, const struct tune *b, int j)
{
  const double off = abs(a->pitch[i] - b->pitch[j]) / 6.0;
  const double x = a->end[i] - a->start[i];
  const double y = b->end[j] - b->start[j];
  const double duration = 1.0 - (x < y ? x / y : y / x);
  return 0.6 * (off < 1.0 ? off : 1.0) + 0.4 * duration;
}

/* Edit distance of two stretches, the longer one being 1. */
static double
edit_stretch(const struct tune *a, const struct tune *b)
{
  double row[2][MEASURE_NOTES + 1];
  for (int j = 0; j <= b->notes; ++j) {
    row[0][j] = j;
  }
  for (int i = 1; i <= a->notes; ++i) {
    const double *const above = row[(i - 1) & 1];
    double *const here = row[i & 1];
    here[0] = i;
    for (int j = 1; j <= b->notes; ++j) {
      const double same = above[j - 1] + note_cost(a, i - 1, b, j - 1);
      here[j] = fmin(same, fmin(above[j], here[j - 1]) + 1.0);
    }
  }
  const int longer = a->notes > b->notes ? a->notes : b->notes;
  return longer ? row[a->notes & 1][b->notes] / longer : 0.0;
}

double
likeness_melody(const struct tune *a, const struct tune *b)
{
  const int32_t length = a->length < b->length ? a->length : b->length;
  const int bars = (int)(length / a->bar);
  double sum = 0.0;
  for (int bar = 0; bar < bars; ++bar) {
    struct tune x;
    struct tune y;
    tune_cut(a, bar * a->bar, (bar + 1) * a->bar, &x);
    tune_cut(b, bar * a->bar, (bar + 1) * a->bar, &y);
    sum += edit_stretch(&x, &y);
  }
  return bars ? sum / bars : 0.0;
}
