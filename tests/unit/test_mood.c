// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* Moods: what the three cards say, how they are blended, which way each trim
   goes. */

#include <math.h>
#include <stdbool.h>
#include <string.h>

#include "music/mood.h"
#include "suite.h"

static const float no_trim[YEOUN_TRIMS];

static struct yeoun_mood
pure(unsigned pole)
{
  float weight[YEOUN_POLES] = {0};
  weight[pole] = 1.0f;
  return yeoun_mood_blend(weight, no_trim, 0.5f, 0.3f);
}

START_TEST(each_pole_lies_within_its_own_card)
{
  const struct yeoun_feature_facts *const facts =
    yeoun_feature_facts((enum yeoun_feature)_i);
  for (unsigned pole = 0; pole < YEOUN_POLES; ++pole) {
    const struct yeoun_feature_range *const card = &facts->pole[pole];
    ck_assert_float_le(card->low, card->value);
    ck_assert_float_le(card->value, card->high);
    ck_assert_float_eq(pure(pole).feature[_i], card->value);
  }
  ck_assert_ptr_nonnull(facts->name);
  ck_assert_ptr_nonnull(facts->unit);
}
END_TEST

/* What the sources of the cards say, and a listener would: who has least, and
   who has most. */
static const struct {
  uint8_t feature, least, most;
} orders[] = {
  {YEOUN_FEATURE_TEMPO, YEOUN_LYRICAL, YEOUN_COMIC},
  {YEOUN_FEATURE_DENSITY, YEOUN_LYRICAL, YEOUN_COMIC},
  {YEOUN_FEATURE_RANGE, YEOUN_LYRICAL, YEOUN_COMIC},
  {YEOUN_FEATURE_STEP, YEOUN_COMIC, YEOUN_LYRICAL},
  {YEOUN_FEATURE_LEAP, YEOUN_LYRICAL, YEOUN_COMIC},
  {YEOUN_FEATURE_GATE, YEOUN_COMIC, YEOUN_ROMANTIC},
  {YEOUN_FEATURE_DYNAMICS, YEOUN_COMIC, YEOUN_ROMANTIC},
  {YEOUN_FEATURE_DISSONANCE, YEOUN_COMIC, YEOUN_ROMANTIC},
  {YEOUN_FEATURE_ORNAMENT, YEOUN_LYRICAL, YEOUN_COMIC},
  {YEOUN_FEATURE_CHROMATIC, YEOUN_LYRICAL, YEOUN_ROMANTIC},
  {YEOUN_FEATURE_BRIGHT, YEOUN_ROMANTIC, YEOUN_COMIC},
  {YEOUN_FEATURE_SYNCOPATION, YEOUN_LYRICAL, YEOUN_COMIC},
  {YEOUN_FEATURE_HUMOUR, YEOUN_LYRICAL, YEOUN_COMIC},
  {YEOUN_FEATURE_RUBATO, YEOUN_COMIC, YEOUN_ROMANTIC},
  {YEOUN_FEATURE_COUNTER, YEOUN_COMIC, YEOUN_ROMANTIC},
  {YEOUN_FEATURE_MOTION, YEOUN_COMIC, YEOUN_ROMANTIC},
  {YEOUN_FEATURE_PHRASE_ARCH, YEOUN_COMIC, YEOUN_ROMANTIC},
  {YEOUN_FEATURE_HARMONIC_CHARGE, YEOUN_COMIC, YEOUN_ROMANTIC},
  {YEOUN_FEATURE_DURATION_CONTRAST, YEOUN_ROMANTIC, YEOUN_COMIC},
  {YEOUN_FEATURE_PUNCTUATION, YEOUN_LYRICAL, YEOUN_COMIC},
  {YEOUN_FEATURE_REPETITION, YEOUN_ROMANTIC, YEOUN_COMIC},
  {YEOUN_FEATURE_FINAL_RITARD, YEOUN_COMIC, YEOUN_ROMANTIC},
};

START_TEST(the_cards_stand_to_each_other_as_their_sources_say)
{
  const struct yeoun_feature_facts *const facts =
    yeoun_feature_facts((enum yeoun_feature)orders[_i].feature);
  for (unsigned pole = 0; pole < YEOUN_POLES; ++pole) {
    ck_assert_float_ge(facts->pole[pole].value,
                       facts->pole[orders[_i].least].value);
    ck_assert_float_le(facts->pole[pole].value,
                       facts->pole[orders[_i].most].value);
  }
  ck_assert_float_lt(facts->pole[orders[_i].least].value,
                     facts->pole[orders[_i].most].value);
}
END_TEST

START_TEST(a_blend_lies_between_its_poles_as_its_weights_say)
{
  static const float weight[YEOUN_POLES] = {1.0f, 3.0f, 0.0f};
  const struct yeoun_mood mood = yeoun_mood_blend(weight, no_trim, 0.5f, 0.3f);
  const struct yeoun_mood lyrical = pure(YEOUN_LYRICAL);
  const struct yeoun_mood romantic = pure(YEOUN_ROMANTIC);
  ck_assert_float_eq_tol(mood.weight[YEOUN_LYRICAL], 0.25f, 1e-6f);
  ck_assert_float_eq_tol(mood.weight[YEOUN_ROMANTIC], 0.75f, 1e-6f);
  ck_assert_float_eq(mood.weight[YEOUN_COMIC], 0.0f);
  ck_assert_float_eq(mood.asked[YEOUN_ROMANTIC], 3.0f);
  for (int i = 0; i < YEOUN_FEATURES; ++i) {
    ck_assert_float_eq_tol(mood.feature[i],
                           0.25f * lyrical.feature[i] +
                             0.75f * romantic.feature[i],
                           1e-4f);
  }
}
END_TEST

START_TEST(no_weight_at_all_is_lyrical_and_one_below_nothing_is_none)
{
  static const float none[YEOUN_POLES];
  static const float below[YEOUN_POLES] = {-1.0f, 0.0f, 2.0f};
  ck_assert_float_eq(
    yeoun_mood_blend(none, no_trim, 0.5f, 0.3f).weight[YEOUN_LYRICAL], 1.0f);
  const struct yeoun_mood mood = yeoun_mood_blend(below, no_trim, 0.5f, 0.3f);
  ck_assert_float_eq(mood.weight[YEOUN_LYRICAL], 0.0f);
  ck_assert_float_eq(mood.weight[YEOUN_COMIC], 1.0f);
  ck_assert_float_eq(mood.asked[YEOUN_LYRICAL], 0.0f);
}
END_TEST

START_TEST(intensity_and_space_are_kept_within_their_range)
{
  static const float weight[YEOUN_POLES] = {1.0f, 0.0f, 0.0f};
  const struct yeoun_mood over = yeoun_mood_blend(weight, no_trim, 2.0f, 7.0f);
  const struct yeoun_mood under = yeoun_mood_blend(weight, no_trim, -1.0f, NAN);
  ck_assert_float_eq(over.intensity, 1.0f);
  ck_assert_float_eq(over.space, 1.0f);
  ck_assert_float_eq(under.intensity, 0.0f);
  ck_assert_float_eq(under.space, 0.0f);
}
END_TEST

/* What a trim moves, and which way a step up goes. */
static const struct {
  uint8_t trim, feature;
  int sign;
} moves[] = {
  {YEOUN_TRIM_TEMPO, YEOUN_FEATURE_TEMPO, 1},
  {YEOUN_TRIM_REGISTER, YEOUN_FEATURE_REGISTER, 1},
  {YEOUN_TRIM_LEVEL, YEOUN_FEATURE_LEVEL, 1},
  {YEOUN_TRIM_GATE, YEOUN_FEATURE_GATE, 1},
  {YEOUN_TRIM_LEAP, YEOUN_FEATURE_LEAP, 1},
  {YEOUN_TRIM_LEAP, YEOUN_FEATURE_STEP, -1},
  {YEOUN_TRIM_LEAP, YEOUN_FEATURE_RANGE, 1},
  {YEOUN_TRIM_ORNAMENT, YEOUN_FEATURE_ORNAMENT, 1},
  {YEOUN_TRIM_CHROMATIC, YEOUN_FEATURE_CHROMATIC, 1},
  {YEOUN_TRIM_CHROMATIC, YEOUN_FEATURE_DISSONANCE, 1},
  {YEOUN_TRIM_RUBATO, YEOUN_FEATURE_RUBATO, 1},
  {YEOUN_TRIM_RUBATO, YEOUN_FEATURE_PHRASE_ARCH, 1},
  {YEOUN_TRIM_SYNCOPATION, YEOUN_FEATURE_SYNCOPATION, 1},
  {YEOUN_TRIM_HUMOUR, YEOUN_FEATURE_HUMOUR, 1},
};

enum { MOVES = sizeof(moves) / sizeof(moves[0]) };

static bool
is_moved(unsigned trim, unsigned feature)
{
  for (unsigned i = 0; i < MOVES; ++i) {
    if (moves[i].trim == trim && moves[i].feature == feature) {
      return true;
    }
  }
  return false;
}

START_TEST(a_trim_moves_its_own_features_and_no_other)
{
  static const float weight[YEOUN_POLES] = {1.0f, 1.0f, 1.0f};
  const unsigned trim = moves[_i].trim;
  const struct yeoun_mood plain = yeoun_mood_blend(weight, no_trim, 0.5f, 0.3f);
  for (int sign = -1; sign <= 1; sign += 2) {
    float trims[YEOUN_TRIMS] = {0};
    trims[trim] = 0.25f * (float)sign;
    const struct yeoun_mood mood = yeoun_mood_blend(weight, trims, 0.5f, 0.3f);
    const float way =
      mood.feature[moves[_i].feature] - plain.feature[moves[_i].feature];
    ck_assert_float_gt(way * (float)(sign * moves[_i].sign), 0.0f);
    for (unsigned f = 0; f < YEOUN_FEATURES; ++f) {
      ck_assert(is_moved(trim, f) || mood.feature[f] == plain.feature[f]);
    }
  }
}
END_TEST

START_TEST(no_trim_leaves_what_the_cards_have)
{
  for (unsigned pole = 0; pole < YEOUN_POLES; ++pole) {
    for (int sign = -1; sign <= 1; sign += 2) {
      float weight[YEOUN_POLES] = {0};
      float trims[YEOUN_TRIMS];
      weight[pole] = 1.0f;
      for (int t = 0; t < YEOUN_TRIMS; ++t) {
        trims[t] = 9.0f * (float)sign;
      }
      const struct yeoun_mood mood =
        yeoun_mood_blend(weight, trims, 0.5f, 0.3f);
      for (int i = 0; i < YEOUN_FEATURES; ++i) {
        const struct yeoun_feature_range *const card =
          yeoun_feature_facts((enum yeoun_feature)i)->pole;
        const float low = fminf(card[0].low, fminf(card[1].low, card[2].low));
        const float high =
          fmaxf(card[0].high, fmaxf(card[1].high, card[2].high));
        ck_assert_float_ge(mood.feature[i], low);
        ck_assert_float_le(mood.feature[i], high);
      }
    }
  }
}
END_TEST

START_TEST(every_feature_and_pole_has_a_name_of_its_own)
{
  for (unsigned a = 0; a < YEOUN_FEATURES; ++a) {
    for (unsigned b = 0; b < a; ++b) {
      ck_assert_str_ne(yeoun_feature_facts((enum yeoun_feature)a)->name,
                       yeoun_feature_facts((enum yeoun_feature)b)->name);
    }
  }
  ck_assert_str_eq(yeoun_pole_name(YEOUN_LYRICAL), "lyrical");
  ck_assert_str_eq(yeoun_pole_name(YEOUN_ROMANTIC), "romantic");
  ck_assert_str_eq(yeoun_pole_name(YEOUN_COMIC), "comic");
  ck_assert_str_eq(yeoun_pole_name(YEOUN_POLES), "lyrical");
}
END_TEST

Suite *
test_suite(void)
{
  Suite *const suite = suite_create("mood");
  TCase *const tests = tcase_create("mood");
  tcase_add_loop_test(
    tests, each_pole_lies_within_its_own_card, 0, YEOUN_FEATURES);
  tcase_add_loop_test(tests,
                      the_cards_stand_to_each_other_as_their_sources_say,
                      0,
                      (int)(sizeof(orders) / sizeof(orders[0])));
  tcase_add_test(tests, a_blend_lies_between_its_poles_as_its_weights_say);
  tcase_add_test(tests,
                 no_weight_at_all_is_lyrical_and_one_below_nothing_is_none);
  tcase_add_test(tests, intensity_and_space_are_kept_within_their_range);
  tcase_add_loop_test(
    tests, a_trim_moves_its_own_features_and_no_other, 0, MOVES);
  tcase_add_test(tests, no_trim_leaves_what_the_cards_have);
  tcase_add_test(tests, every_feature_and_pole_has_a_name_of_its_own);
  suite_add_tcase(suite, tests);
  return suite;
}
