// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* The melody of a score as a listener hears it: one note at a time. */

#ifndef YEOUN_TESTS_REPORT_MUSIC_TUNE_H
#define YEOUN_TESTS_REPORT_MUSIC_TUNE_H

#include "music/score.h"

#define MEASURE_NOTES 1024

struct tune {
  int notes;
  int32_t length; /**< ticks of the whole score */
  int32_t bar;    /**< ticks */
  int pitch[MEASURE_NOTES];
  int32_t start[MEASURE_NOTES], end[MEASURE_NOTES];
  uint8_t marks[MEASURE_NOTES];
};

/** Take the highest note of each onset of a lane, without grace notes. */
void
tune_take(const struct yeoun_score *score, unsigned lane, struct tune *tune);

/** The notes of a tune from one tick to another. */
void
tune_cut(const struct tune *tune, int32_t from, int32_t to, struct tune *cut);

#endif
