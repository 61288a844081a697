// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* Figures about rows of figures. */

#ifndef YEOUN_TESTS_REPORT_MUSIC_STATISTICS_H
#define YEOUN_TESTS_REPORT_MUSIC_STATISTICS_H

/** Rank correlation of two rows, ties sharing their mean rank; 0 when one of
    the rows does not vary. At most 512 figures. Spearman 1904. */
double
statistics_spearman(const double *x, const double *y, int count);

/** Middle value; sorts the row. */
double
statistics_median(double *x, int count);

double
statistics_mean(const double *x, int count);

/** Standard deviation. */
double
statistics_deviation(const double *x, int count);

#endif
