// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* Measures of a performance against its score. */

#ifndef YEOUN_TESTS_REPORT_MUSIC_PERFORMED_H
#define YEOUN_TESTS_REPORT_MUSIC_PERFORMED_H

#include "music/score.h"

/** What one performance measures. */
struct performed {
  double level_deviation_db; /**< standard deviation in the melody */
  double level_range_db;     /**< what nine of ten melody notes lie within */
  double level_mean_db;      /**< of the melody */
  double tempo_deviation;    /**< of the mean, from beat to beat */
  double late_ms;            /**< mean distance from the written beat, all notes
                                  but graces */
  double drift_ms;           /**< largest mean lateness of a quarter of the
                                  score, either way */
  double gate;               /**< sounded over written length, melody */
};

/** Measure a performance made at this tempo. */
struct performed
performed_measure(const struct yeoun_score *score,
                  const struct yeoun_performance *performance,
                  double tempo_bpm);

#endif
