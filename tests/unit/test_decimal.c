// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* Numbers that mean the same in every locale. */

#include <math.h>

#include "read/decimal.h"
#include "suite.h"

START_TEST(a_number_is_read_whatever_the_locale)
{
  static const struct {
    const char *text;
    double number;
  } cases[] = {{"0.55", 0.55},
               {" -0.25 ", -0.25},
               {"+7", 7},
               {".8", 0.8},
               {"3,5", 3.5},
               {"12.", 12},
               {"-6.0 dB", -6},
               {"1.5e-1", 0.15},
               {"2E2", 200}};
  for (unsigned i = 0; i < sizeof(cases) / sizeof(*cases); ++i) {
    double number = 0;
    ck_assert_msg(yeoun_decimal_read(cases[i].text, &number) &&
                    fabs(number - cases[i].number) < 1e-12,
                  "%s is %g",
                  cases[i].text,
                  number);
  }
}
END_TEST

START_TEST(what_is_no_number_is_not_read)
{
  static const char *const texts[] = {"", "-", ".", "e5", "loud", "- 5"};
  for (unsigned i = 0; i < sizeof(texts) / sizeof(*texts); ++i) {
    double number = 7;
    ck_assert_msg(!yeoun_decimal_read(texts[i], &number), "%s", texts[i]);
    ck_assert(number == 7);
  }
}
END_TEST

Suite *
test_suite(void)
{
  Suite *const suite = suite_create("decimal");
  TCase *const tests = tcase_create("decimal");
  tcase_add_test(tests, a_number_is_read_whatever_the_locale);
  tcase_add_test(tests, what_is_no_number_is_not_read);
  suite_add_tcase(suite, tests);
  return suite;
}
