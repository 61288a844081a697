// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* Whether a row is kept, and whether it tells ruined scores from whole ones. */

#ifndef YEOUN_TESTS_REPORT_JUDGE_VERDICT_H
#define YEOUN_TESTS_REPORT_JUDGE_VERDICT_H

#include "row.h"
#include "sample.h"

#define VERDICT_PIECES (SAMPLE_THEMES * YEOUN_POLES)

/** What each piece measures in one row. */
struct measured {
  struct tally piece[VERDICT_PIECES];
};

/** Value of a mood; 0 when nothing was counted. @param[out] weight */
double
verdict_value(const struct measured *measured,
              int pieces,
              unsigned pole,
              double *weight);

/** Whether all moods of a row lie within what is asked. */
bool
verdict_keeps(const struct row *row,
              const struct measured *measured,
              int pieces);

/** How surely the ruined pieces are worse, in standard errors of the mean of
    the differences, piece by piece. */
double
verdict_told(const struct row *row,
             const struct measured *whole,
             const struct measured *ruined,
             int pieces);

/** Whether the whole pieces have nothing of what a row asks for, so that ruin
    can take nothing away. */
bool
verdict_is_bare(const struct row *row,
                const struct measured *whole,
                int pieces);

/** From here on a mutant counts as told. */
#define VERDICT_SURE 3.0

#endif
