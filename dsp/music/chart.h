// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* What charts put between chord symbols, and what is written in a way that
   means something else here. */

#ifndef YEOUN_MUSIC_CHART_H
#define YEOUN_MUSIC_CHART_H

#include <stddef.h>

#include "status.h"

enum yeoun_chart_sign {
  YEOUN_CHART_NOTHING, /**< blanks, commas, dashes, brackets, beats, "N.C." */
  YEOUN_CHART_BAR,     /**< a bar line of any kind */
  YEOUN_CHART_REPEAT   /**< "%": the bar before again */
};

/** Where a reader is in its chart. */
struct yeoun_chart {
  int first;         /**< chord that began the bar */
  unsigned is_timed; /**< set of chords whose beats were written */
};

/** Read one such sign; returns its bytes, 0 when a symbol or the end comes.
    Any thread. @param[out] sign  written when there is one */
size_t
yeoun_chart_read(const char *text, enum yeoun_chart_sign *sign);

/** Look over a text: syllables (YEOUN_EXPECTED_LETTERS), or nothing but letters
    with octaves (YEOUN_EXPECTED_NOTES), and where. Any thread. */
struct yeoun_reading
yeoun_chart_suspect(const char *text);

#endif
