// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* Levels and velocities: Dannenberg's law both ways. */

#include "perform/level.h"
#include "suite.h"

#include <math.h>

START_TEST(mezzo_forte_is_eighty_and_sixty_decibels_lie_between_the_ends)
{
  ck_assert_uint_eq(yeoun_velocity_of_db(0.0f), 80);
  ck_assert_uint_eq(yeoun_velocity_of_db(100.0f), 127);
  ck_assert_uint_eq(yeoun_velocity_of_db(-100.0f), 1);
  const float range = yeoun_velocity_db(127) - yeoun_velocity_db(1);
  ck_assert_float_eq_tol(range, 60.0f, 0.2f);
}
END_TEST

START_TEST(the_law_is_the_square_of_a_straight_line)
{
  /* Dannenberg 2006, for a range of 60 dB, by libm. */
  const double r = 1000.0;
  const double b = 127.0 / (126.0 * sqrt(r)) - 1.0 / 126.0;
  const double m = (1.0 - b) / 127.0;
  for (unsigned v = 1; v <= 127; ++v) {
    const double db = 40.0 * log10((m * v + b) / (m * 80 + b));
    ck_assert_double_eq_tol((double)yeoun_velocity_db(v), db, 0.05);
    ck_assert_uint_eq(yeoun_velocity_of_db((float)db), v);
  }
}
END_TEST

Suite *
test_suite(void)
{
  Suite *const suite = suite_create("level");
  TCase *const tcase = tcase_create("level");
  tcase_add_test(tcase,
                 mezzo_forte_is_eighty_and_sixty_decibels_lie_between_the_ends);
  tcase_add_test(tcase, the_law_is_the_square_of_a_straight_line);
  suite_add_tcase(suite, tcase);
  return suite;
}
