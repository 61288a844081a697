// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "moods.h"

#include <math.h>

#define ROWS_MAX 64

struct cloud {
  int pieces; /* of each of the two moods */
  int rows;
  double value[2][SAMPLE_THEMES][ROWS_MAX];
  double mean[2][ROWS_MAX];
  double deviation[ROWS_MAX];
};

static void
fill(struct cloud *cloud,
     const struct measured *measured,
     int pieces,
     const unsigned pole[2],
     bool is_ruined)
{
  cloud->pieces = pieces / YEOUN_POLES;
  for (int side = 0; side < 2; ++side) {
    for (int i = 0; i < cloud->pieces; ++i) {
      const bool is_other = is_ruined && side == 1;
      const int theme = is_other ? (i + 1) % cloud->pieces : i;
      const unsigned from = is_other ? pole[0] : pole[side];
      for (int r = 0; r < cloud->rows; ++r) {
        const struct tally *tally =
          &measured[r].piece[theme * YEOUN_POLES + (int)from];
        cloud->value[side][i][r] =
          tally->weight > 0 ? tally->sum / tally->weight : 0;
      }
    }
  }
}

static void
summarise(struct cloud *cloud)
{
  for (int r = 0; r < cloud->rows; ++r) {
    double squares = 0;
    for (int side = 0; side < 2; ++side) {
      double sum = 0;
      for (int i = 0; i < cloud->pieces; ++i) {
        sum += cloud->value[side][i][r];
        squares += cloud->value[side][i][r] * cloud->value[side][i][r];
      }
      cloud->mean[side][r] = sum / cloud->pieces;
    }
    const double all = (cloud->mean[0][r] + cloud->mean[1][r]) / 2;
    const double variance = squares / (2 * cloud->pieces) - all * all;
    cloud->deviation[r] = variance > 1e-9 ? sqrt(variance) : 0;
  }
}

/* Squared distance of a piece from a mood's mean, itself left out. */
static double
distance(const struct cloud *cloud, int side, int piece, int mood)
{
  const int n = cloud->pieces;
  double sum = 0;
  for (int r = 0; r < cloud->rows; ++r) {
    const double value = cloud->value[side][piece][r];
    double mean = cloud->mean[mood][r];
    if (mood == side) {
      mean = (mean * n - value) / (n - 1);
    }
    if (cloud->deviation[r] > 0) {
      const double away = (value - mean) / cloud->deviation[r];
      sum += away * away;
    }
  }
  return sum;
}

double
moods_told(const struct measured *measured,
           int rows,
           int pieces,
           unsigned first,
           unsigned second,
           bool is_ruined)
{
  static struct cloud cloud;
  const unsigned pole[2] = {first, second};
  int right = 0;
  cloud.rows = rows < ROWS_MAX ? rows : ROWS_MAX;
  fill(&cloud, measured, pieces, pole, is_ruined);
  summarise(&cloud);
  for (int side = 0; side < 2; ++side) {
    for (int i = 0; i < cloud.pieces; ++i) {
      right +=
        distance(&cloud, side, i, side) < distance(&cloud, side, i, 1 - side);
    }
  }
  return (double)right / (2 * cloud.pieces);
}
