// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* Whether moods can be told by what the rows measure. */

#ifndef YEOUN_TESTS_REPORT_JUDGE_MOODS_H
#define YEOUN_TESTS_REPORT_JUDGE_MOODS_H

#include "verdict.h"

/** Share of pieces of two moods that lie nearer to the mean of their own mood
    than to that of the other, themselves left out; each row in units of its
    deviation.
    @param rows  measures that say nothing of the theme come first: how many
    @param is_ruined  the second mood's pieces are the first mood's, of the next
           theme: what must not be told */
double
moods_told(const struct measured *measured,
           int rows,
           int pieces,
           unsigned first,
           unsigned second,
           bool is_ruined);

#endif
