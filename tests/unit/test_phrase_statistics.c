// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* What the counted phrases and bars say comes out again as costs. */

#include "compose/melody/phrase_statistics.h"
#include "compose/melody/rhythm_cells.h"
#include "suite.h"

static double
probability(int cost)
{
  double p = 1;
  for (; cost >= 16; cost -= 16) {
    p /= 2;
  }
  for (; cost > 0; --cost) {
    p *= 0.957603280698574; /* 2^(-1/16) */
  }
  return p;
}

START_TEST(values_of_a_feature_sum_to_one)
{
  for (int feature = 0; feature <= YEOUN_PHRASE_NOTES; ++feature) {
    double sum = 0;
    for (int value = 0; value < 25; ++value) {
      sum += probability(
        yeoun_phrase_cost((enum yeoun_phrase_feature)feature, value));
    }
    ck_assert_msg(sum > 0.96 && sum < 1.04, "%d: %g", feature, sum);
  }
  ck_assert_int_eq(yeoun_phrase_cost(YEOUN_PHRASE_LENGTH, -1), 255);
  ck_assert_int_eq(yeoun_phrase_cost(YEOUN_PHRASE_LENGTH, 99), 255);
}
END_TEST

/* melody.md, facts 7, 8, 11, 12, 13. */
START_TEST(phrases_are_as_they_were_counted)
{
  /* Two bars are commonest, four next among whole bars. */
  const int two = yeoun_phrase_cost(YEOUN_PHRASE_LENGTH, 3);
  const int four = yeoun_phrase_cost(YEOUN_PHRASE_LENGTH, 7);
  for (int value = 0; value < 16; ++value) {
    ck_assert_int_le(two, yeoun_phrase_cost(YEOUN_PHRASE_LENGTH, value));
    if (value % 2 == 1 && value != 3) {
      ck_assert_int_le(four, yeoun_phrase_cost(YEOUN_PHRASE_LENGTH, value));
    }
  }
  /* An upbeat in about half, of one beat most often. */
  const double upbeat = probability(yeoun_phrase_cost(YEOUN_PHRASE_START, 1));
  ck_assert_double_ge(upbeat, 0.44);
  ck_assert_double_le(upbeat, 0.58);
  for (int value = 0; value < 8; ++value) {
    ck_assert_int_le(yeoun_phrase_cost(YEOUN_PHRASE_UPBEAT, 3),
                     yeoun_phrase_cost(YEOUN_PHRASE_UPBEAT, value));
  }
  ck_assert_double_ge(
    probability(yeoun_phrase_cost(YEOUN_PHRASE_PEAK_TIMES, 0)), 0.6);
  for (int value = 0; value < 9; ++value) {
    ck_assert_int_le(
      yeoun_phrase_cost(YEOUN_PHRASE_CONTOUR, YEOUN_CONTOUR_CONVEX),
      yeoun_phrase_cost(YEOUN_PHRASE_CONTOUR, value));
  }
  ck_assert_int_lt(yeoun_phrase_cost(YEOUN_PHRASE_WEIGHT_FINAL, 0),
                   yeoun_phrase_cost(YEOUN_PHRASE_WEIGHT_INSIDE, 0));
}
END_TEST

/* Facts 16 and 18: echoes at four and eight bars; new is spent early. */
START_TEST(music_remembers)
{
  ck_assert_int_lt(yeoun_echo_cost(8, YEOUN_RELATION_EXACT),
                   yeoun_echo_cost(2, YEOUN_RELATION_EXACT));
  ck_assert_int_lt(yeoun_echo_cost(2, YEOUN_RELATION_EXACT),
                   yeoun_echo_cost(1, YEOUN_RELATION_EXACT));
  ck_assert_int_lt(yeoun_echo_cost(4, YEOUN_RELATION_RHYTHM),
                   yeoun_echo_cost(4, YEOUN_RELATION_EXACT));
  ck_assert_int_eq(yeoun_echo_cost(5, YEOUN_RELATION_EXACT),
                   yeoun_echo_cost(4, YEOUN_RELATION_EXACT));
  ck_assert_int_lt(yeoun_return_cost(0, YEOUN_RELATION_NEW),
                   yeoun_return_cost(3, YEOUN_RELATION_NEW));
  ck_assert_int_lt(yeoun_return_cost(3, YEOUN_RELATION_EXACT),
                   yeoun_return_cost(0, YEOUN_RELATION_EXACT));
}
END_TEST

START_TEST(a_cell_fills_its_bar)
{
  static const struct yeoun_meter meters[] = {{4, 4},
                                              {3, 4},
                                              {2, 4},
                                              {6, 8},
                                              {2, 2},
                                              {3, 8},
                                              {12, 8},
                                              {9, 8},
                                              {5, 4},
                                              {7, 8},
                                              {1, 4}};
  for (size_t m = 0; m < sizeof(meters) / sizeof(meters[0]); ++m) {
    int cells;
    int bar;
    const struct yeoun_rhythm_cell *cell =
      yeoun_rhythm_cells(meters[m], &cells, &bar);
    ck_assert_int_ge(cells, 30);
    for (int i = 0; i < cells; ++i, ++cell) {
      int sum = 0;
      for (int j = 0; j < cell->lengths; ++j) {
        const int length = cell->length[j];
        ck_assert_int_ne(length, 0);
        sum += length < 0 ? -length : length;
      }
      /* Thirds are rounded in the counts, by a twelfth at most. */
      ck_assert_int_ge(sum, bar - 1);
      ck_assert_int_le(sum, bar + 1);
      ck_assert(i == 0 || cell[-1].cost[0] <= cell->cost[0]);
    }
  }
}
END_TEST

/* Fact 15: the first bar splits, the last one merges. */
START_TEST(last_bars_are_longer_than_first_ones)
{
  int cells;
  int bar;
  const struct yeoun_rhythm_cell *cell =
    yeoun_rhythm_cells((struct yeoun_meter){4, 4}, &cells, &bar);
  double notes[YEOUN_CELL_PLACES] = {0};
  double shares[YEOUN_CELL_PLACES] = {0};
  for (int i = 0; i < cells; ++i, ++cell) {
    for (int place = 0; place < YEOUN_CELL_PLACES; ++place) {
      const double p = probability(cell->cost[place]);
      shares[place] += p;
      for (int j = 0; j < cell->lengths; ++j) {
        notes[place] += cell->length[j] > 0 ? p : 0;
      }
    }
  }
  ck_assert_double_lt(notes[YEOUN_CELL_LAST] / shares[YEOUN_CELL_LAST],
                      notes[YEOUN_CELL_FIRST] / shares[YEOUN_CELL_FIRST] - 0.5);
  ck_assert_double_ge(shares[YEOUN_CELL_ANYWHERE], 0.5);
  ck_assert_double_le(shares[YEOUN_CELL_ANYWHERE], 1);
}
END_TEST

Suite *
test_suite(void)
{
  Suite *suite = suite_create("phrase_statistics");
  TCase *tests = tcase_create("phrase_statistics");
  tcase_add_test(tests, values_of_a_feature_sum_to_one);
  tcase_add_test(tests, phrases_are_as_they_were_counted);
  tcase_add_test(tests, music_remembers);
  tcase_add_test(tests, a_cell_fills_its_bar);
  tcase_add_test(tests, last_bars_are_longer_than_first_ones);
  suite_add_tcase(suite, tests);
  return suite;
}
