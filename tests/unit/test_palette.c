// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* Palettes: a band of its own for each in every mood, and tunes that are not
   all sung by one. */

#include <string.h>

#include "music/palette.h"
#include "suite.h"

enum { POLES = 3, DRAWS = 400 };

static void
choose(unsigned palette,
       unsigned pole,
       bool is_plain,
       unsigned draw,
       uint8_t instrument[YEOUN_LANES])
{
  float weight[POLES] = {0};
  weight[pole] = 1.0f;
  struct yeoun_random random = yeoun_random_stream(draw, "test", 0);
  yeoun_palette_choose(palette, weight, 0.0f, is_plain, &random, instrument);
}

START_TEST(each_palette_has_a_band_of_its_own)
{
  for (unsigned pole = 0; pole < POLES; ++pole) {
    for (unsigned p = 1; p < YEOUN_PALETTES; ++p) {
      for (unsigned q = 1; q < p; ++q) {
        uint8_t one[YEOUN_LANES];
        uint8_t other[YEOUN_LANES];
        choose(p, pole, true, 1, one);
        choose(q, pole, true, 1, other);
        ck_assert_msg(memcmp(one, other, sizeof(one)) != 0,
                      "%s and %s are one band in mood %u",
                      yeoun_palette_name(p),
                      yeoun_palette_name(q),
                      pole);
      }
    }
  }
}
END_TEST

/* An ensemble is left to itself for half of the time in the chamber, for a
   quarter each with an orchestra and at the piano. */
START_TEST(no_instrument_has_half_of_the_tunes)
{
  static const unsigned bands[] = {
    YEOUN_CHAMBER, YEOUN_BALLAD, YEOUN_CHAMBER, YEOUN_ORCHESTRAL};
  for (unsigned pole = 0; pole < POLES; ++pole) {
    int sung[YEOUN_INSTRUMENTS] = {0};
    for (unsigned draw = 0; draw < DRAWS; ++draw) {
      uint8_t instrument[YEOUN_LANES];
      choose(bands[draw % 4], pole, false, draw, instrument);
      ++sung[instrument[YEOUN_LANE_MELODY]];
    }
    for (unsigned i = 0; i < YEOUN_INSTRUMENTS; ++i) {
      ck_assert_msg(2 * sung[i] < DRAWS,
                    "%s has %d of %d tunes in mood %u",
                    yeoun_instrument_facts(i)->name,
                    sung[i],
                    (int)DRAWS,
                    pole);
    }
  }
}
END_TEST

START_TEST(the_tune_and_the_second_voice_are_not_one_instrument)
{
  for (unsigned p = 1; p < YEOUN_PALETTES; ++p) {
    for (unsigned pole = 0; pole < POLES; ++pole) {
      for (unsigned draw = 0; draw < 40; ++draw) {
        uint8_t instrument[YEOUN_LANES];
        choose(p, pole, false, draw, instrument);
        ck_assert_msg(instrument[YEOUN_LANE_MELODY] !=
                        instrument[YEOUN_LANE_COUNTER],
                      "%s, mood %u",
                      yeoun_palette_name(p),
                      pole);
      }
    }
  }
}
END_TEST

START_TEST(a_statement_is_sung_by_the_first)
{
  for (unsigned p = 1; p < YEOUN_PALETTES; ++p) {
    for (unsigned draw = 0; draw < 40; ++draw) {
      uint8_t instrument[YEOUN_LANES];
      choose(p, draw % POLES, true, draw, instrument);
      ck_assert_uint_eq(
        instrument[YEOUN_LANE_MELODY],
        yeoun_palette_instrument(p, YEOUN_LANE_MELODY, draw % POLES));
    }
  }
}
END_TEST

Suite *
test_suite(void)
{
  Suite *const suite = suite_create("palette");
  TCase *const tests = tcase_create("palette");
  tcase_add_test(tests, each_palette_has_a_band_of_its_own);
  tcase_add_test(tests, no_instrument_has_half_of_the_tunes);
  tcase_add_test(tests, the_tune_and_the_second_voice_are_not_one_instrument);
  tcase_add_test(tests, a_statement_is_sung_by_the_first);
  suite_add_tcase(suite, tests);
  return suite;
}
