// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* The table of what was made. */

#ifndef YEOUN_RENDER_TABLE_H
#define YEOUN_RENDER_TABLE_H

#include <stdint.h>

#include "take.h"

#define YEOUN_NAME 160
#define YEOUN_MOOD_NAME 32

/** What was made of one piece. */
struct yeoun_row {
  char name[YEOUN_NAME]; /**< of its files, without an end */
  char mood[YEOUN_MOOD_NAME];
  unsigned variation, bars;
  double tempo_bpm, length_s;
  double lufs, peak_db; /**< measured in the file that was written */
  unsigned notes;
  float identity;
};

/** Measure a take. Name, mood, variation, bars and loudness are left to the
    caller. */
void
yeoun_row_measure(struct yeoun_row *row, const struct yeoun_take *take);

/** Print rows on stdout, below a line of headings. */
void
yeoun_table_print(const struct yeoun_row *row, unsigned rows);

#endif
