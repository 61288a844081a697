// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* The table that the reports print. */

#ifndef YEOUN_TESTS_REPORT_MUSIC_TABLE_H
#define YEOUN_TESTS_REPORT_MUSIC_TABLE_H

/** A group of rows. */
void
table_head(const char *title);

/** A row: what was measured must lie from low to high. Human reference values
    stand beside it, or "". */
void
table_row(const char *what,
          double low,
          double measured,
          double high,
          const char *human);

/** A row that judges nothing. */
void
table_note(const char *what, double measured, const char *human);

/** How many rows failed so far. */
int
table_failures(void);

/** How many rows were judged so far. */
int
table_rows(void);

#endif
