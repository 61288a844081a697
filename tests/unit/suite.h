// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* What every test program has: its one suite, run by the main() of suite.c. */

#ifndef YEOUN_TESTS_UNIT_SUITE_H
#define YEOUN_TESTS_UNIT_SUITE_H

#include <check.h>

/** The tests of this program: a suite named as its file, a test named as the
    sentence that it proves. */
Suite *
test_suite(void);

#endif
