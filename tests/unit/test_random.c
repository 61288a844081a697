// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* Random streams: the same everywhere, and independent by name. */

#include "music/random.h"
#include "suite.h"

START_TEST(a_stream_is_the_same_on_every_machine)
{
  /* SplitMix64 from 0, its first outputs: Vigna's reference program, 2015. */
  struct yeoun_random random = {0};
  ck_assert_uint_eq(yeoun_random_next(&random), 0xE220A839);
  ck_assert_uint_eq(yeoun_random_next(&random), 0x6E789E6A);
  ck_assert_uint_eq(yeoun_random_next(&random), 0x06C45D18);
}
END_TEST

START_TEST(purpose_and_index_and_seed_each_begin_another_stream)
{
  struct yeoun_random stream[4] = {yeoun_random_stream(1, "melody", 0),
                                   yeoun_random_stream(1, "bass", 0),
                                   yeoun_random_stream(1, "melody", 1),
                                   yeoun_random_stream(2, "melody", 0)};
  for (int i = 0; i < 4; ++i) {
    for (int j = 0; j < i; ++j) {
      struct yeoun_random a = stream[i];
      struct yeoun_random b = stream[j];
      ck_assert_uint_ne(yeoun_random_next(&a), yeoun_random_next(&b));
    }
  }
}
END_TEST

START_TEST(draws_keep_to_their_range_and_fill_it)
{
  struct yeoun_random random = yeoun_random_stream(7, "range", 0);
  unsigned count[5] = {0};
  for (int i = 0; i < 5000; ++i) {
    const uint32_t draw = yeoun_random_below(&random, 5);
    ck_assert_uint_lt(draw, 5);
    ++count[draw];
    const float unit = yeoun_random_unit(&random);
    ck_assert(unit >= 0.0f && unit < 1.0f);
  }
  for (int i = 0; i < 5; ++i) {
    ck_assert_uint_gt(count[i], 850);
    ck_assert_uint_lt(count[i], 1150);
  }
  ck_assert_uint_eq(yeoun_random_below(&random, 0), 0);
}
END_TEST

START_TEST(weights_of_nothing_and_less_are_never_drawn)
{
  const float weights[4] = {0.0f, 3.0f, -2.0f, 1.0f};
  struct yeoun_random random = yeoun_random_stream(7, "weights", 0);
  unsigned count[4] = {0};
  for (int i = 0; i < 4000; ++i) {
    ++count[yeoun_random_weighted(&random, weights, 4)];
  }
  ck_assert_uint_eq(count[0], 0);
  ck_assert_uint_eq(count[2], 0);
  ck_assert_uint_gt(count[1], 2850);
  ck_assert_uint_lt(count[1], 3150);
}
END_TEST

Suite *
test_suite(void)
{
  Suite *const suite = suite_create("random");
  TCase *const tcase = tcase_create("random");
  tcase_add_test(tcase, a_stream_is_the_same_on_every_machine);
  tcase_add_test(tcase, purpose_and_index_and_seed_each_begin_another_stream);
  tcase_add_test(tcase, draws_keep_to_their_range_and_fill_it);
  tcase_add_test(tcase, weights_of_nothing_and_less_are_never_drawn);
  suite_add_tcase(suite, tcase);
  return suite;
}
