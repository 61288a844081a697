// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* The table of what was made. */

#ifndef YEOUN_RENDER_TABLE_H
#define YEOUN_RENDER_TABLE_H

#include <stdint.h>

#include "take.h"

#define YEOUN_NAME 160
#define YEOUN_MOOD_NAME 32

/** One file pair. */
struct yeoun_row {
  char name[YEOUN_NAME]; /**< without .wav and .mid */
  char mood[YEOUN_MOOD_NAME];
  unsigned variation, bars;
  double tempo_bpm, length_s, peak_db, rms_db;
  unsigned notes;
  float identity;
};

/** Measure a take. Name, mood, variation and bars are left to the caller. */
void
yeoun_row_measure(struct yeoun_row *row, const struct yeoun_take *take);

/** Print rows on stdout, below a line of headings. */
void
yeoun_table_print(const struct yeoun_row *row, unsigned rows);

#endif
