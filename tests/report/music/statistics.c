// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "statistics.h"

#include <math.h>
#include <stdlib.h>

enum { ROW = 512 };

static void
rank_row(const double *x, int count, double *rank)
{
  for (int i = 0; i < count; ++i) {
    int below = 0;
    int equal = 0;
    for (int j = 0; j < count; ++j) {
      below += x[j] < x[i];
      equal += x[j] == x[i];
    }
    rank[i] = below + (equal - 1) / 2.0;
  }
}

double
statistics_spearman(const double *x, const double *y, int count)
{
  double a[ROW];
  double b[ROW];
  const double mean = (count - 1) / 2.0;
  double ab = 0.0;
  double aa = 0.0;
  double bb = 0.0;
  rank_row(x, count, a);
  rank_row(y, count, b);
  for (int i = 0; i < count; ++i) {
    ab += (a[i] - mean) * (b[i] - mean);
    aa += (a[i] - mean) * (a[i] - mean);
    bb += (b[i] - mean) * (b[i] - mean);
  }
  return aa > 0.0 && bb > 0.0 ? ab / sqrt(aa * bb) : 0.0;
}

static int
compare(const void *a, const void *b)
{
  const double x = *(const double *)a;
  const double y = *(const double *)b;
  return (x > y) - (x < y);
}

double
statistics_median(double *x, int count)
{
  qsort(x, (size_t)count, sizeof(*x), compare);
  return count ? (x[(count - 1) / 2] + x[count / 2]) / 2.0 : 0.0;
}

double
statistics_mean(const double *x, int count)
{
  double sum = 0.0;
  for (int i = 0; i < count; ++i) {
    sum += x[i];
  }
  return count ? sum / count : 0.0;
}

double
statistics_deviation(const double *x, int count)
{
  const double mean = statistics_mean(x, count);
  double sum = 0.0;
  for (int i = 0; i < count; ++i) {
    sum += (x[i] - mean) * (x[i] - mean);
  }
  return count ? sqrt(sum / count) : 0.0;
}
