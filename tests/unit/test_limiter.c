// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* The limiter at the end of all sound. */

#include <math.h>

#include "sound/limiter.h"
#include "suite.h"

enum { RATE = 48000, SECOND = RATE };

static struct yeoun_limiter limiter;
static float left[SECOND], right[SECOND];

static void
render(void)
{
  yeoun_limiter_init(&limiter, RATE);
  yeoun_limiter_render(&limiter, left, right, SECOND);
}

START_TEST(peaks_are_turned_down_and_not_cut_off)
{
  int flat = 0;
  for (int f = 0; f < SECOND; ++f) {
    left[f] = 3.0f * sinf((float)f * 0.02f);
    right[f] = 0.1f * sinf((float)f * 0.02f);
  }
  render();
  for (int f = 0; f < SECOND; ++f) {
    ck_assert_float_le(fabsf(left[f]), 0.9801f);
    flat += f && fabsf(left[f]) > 0.5f && left[f] == left[f - 1];
  }
  ck_assert_int_lt(flat, 10);
}
END_TEST

START_TEST(what_is_no_number_is_silence)
{
  for (int f = 0; f < SECOND; ++f) {
    left[f] = f % 100 ? 0.1f : NAN;
    right[f] = f % 77 ? 0.1f : INFINITY;
  }
  render();
  for (int f = 0; f < SECOND; ++f) {
    ck_assert(fabsf(left[f]) <= 1.0f && fabsf(right[f]) <= 1.0f);
  }
  ck_assert_float_eq_tol(left[SECOND - 50], 0.1f, 0.001f);
}
END_TEST

Suite *
test_suite(void)
{
  Suite *const suite = suite_create("limiter");
  TCase *const tests = tcase_create("limiter");
  tcase_add_test(tests, peaks_are_turned_down_and_not_cut_off);
  tcase_add_test(tests, what_is_no_number_is_silence);
  suite_add_tcase(suite, tests);
  return suite;
}
