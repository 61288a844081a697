// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "verdict.h"

#include <math.h>

double
verdict_value(const struct measured *measured,
              int pieces,
              unsigned pole,
              double *weight)
{
  struct tally sum = {0, 0};
  for (int i = (int)pole; i < pieces; i += YEOUN_POLES) {
    sum.sum += measured->piece[i].sum;
    sum.weight += measured->piece[i].weight;
  }
  *weight = sum.weight;
  return sum.weight > 0 ? sum.sum / sum.weight : 0;
}

bool
verdict_keeps(const struct row *row,
              const struct measured *measured,
              int pieces)
{
  for (unsigned pole = 0; pole < YEOUN_POLES; ++pole) {
    double weight;
    const double value = verdict_value(measured, pieces, pole, &weight);
    if ((row->moods >> pole & 1u) && weight > 0 &&
        (value < row->low[pole] || value > row->high[pole])) {
      return false;
    }
  }
  return true;
}

/* Which way is worse: up (1) or down (-1). Within a band, away from its middle:
   the way that the ruined pieces of a mood went must be that. */
static double
worse_way(const struct row *row, unsigned pole, double whole, double ruined)
{
  const bool has_low = row->low[pole] > -ROW_NONE;
  const bool has_high = row->high[pole] < ROW_NONE;
  const double middle = (row->low[pole] + row->high[pole]) / 2;
  if (has_low && has_high) {
    const bool is_farther = fabs(ruined - middle) > fabs(whole - middle);
    return is_farther == (ruined > whole) ? 1 : -1;
  }
  return has_low ? -1 : 1;
}

bool
verdict_is_bare(const struct row *row, const struct measured *whole, int pieces)
{
  for (unsigned pole = 0; pole < YEOUN_POLES; ++pole) {
    double weight;
    if ((row->moods >> pole & 1u) &&
        (row->low[pole] <= 0 ||
         verdict_value(whole, pieces, pole, &weight) > 0)) {
      return false;
    }
  }
  return true;
}

double
verdict_told(const struct row *row,
             const struct measured *whole,
             const struct measured *ruined,
             int pieces)
{
  double sum = 0;
  double squares = 0;
  int count = 0;
  double way[YEOUN_POLES];
  for (unsigned pole = 0; pole < YEOUN_POLES; ++pole) {
    double weight;
    way[pole] = worse_way(row,
                          pole,
                          verdict_value(whole, pieces, pole, &weight),
                          verdict_value(ruined, pieces, pole, &weight));
  }
  for (int i = 0; i < pieces; ++i) {
    const unsigned pole = (unsigned)i % YEOUN_POLES;
    const struct tally *a = &whole->piece[i];
    const struct tally *b = &ruined->piece[i];
    if (!(row->moods >> pole & 1u) || (a->weight <= 0 && b->weight <= 0)) {
      continue;
    }
    /* What was not there before the ruin counts as nothing bad. */
    const double x = a->weight > 0 ? a->sum / a->weight : 0;
    const double y = b->weight > 0 ? b->sum / b->weight : 0;
    const double worse = way[pole] * (y - x);
    sum += worse;
    squares += worse * worse;
    ++count;
  }
  if (count < 3 || sum <= 0) {
    return 0;
  }
  const double mean = sum / count;
  const double variance = (squares - sum * mean) / (count - 1);
  return variance > 1e-12 ? mean / sqrt(variance / count) : 99;
}
