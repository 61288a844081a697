// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* How much of the theme is left: measured on statements that are spoilt by
   hand. */

#include "compose/report/identity.h"
#include "suite.h"
#include "walk.h"

enum { THEMES_TRIED = 12 };

/** Compose the n-th statement. */
static void
state(int n)
{
  const struct yeoun_request request = walk_request(n, YEOUN_LYRICAL, 0, 0.35);
  walk_compose(&request);
  /* What intensity and space take away is no loss of identity. */
  const float identity = score.identity;
  score = scratch.all;
  score.identity = identity;
}

static float
measure(void)
{
  return yeoun_identity_measure(&scratch.plan, &scratch.stated, &score);
}

static void
set_up(void)
{
  walk_open(7);
}

START_TEST(a_statement_is_the_whole_theme)
{
  for (int n = 0; n < THEMES_TRIED; ++n) {
    state(n);
    ck_assert_float_eq(score.identity, 1.0f);
    ck_assert_float_gt(measure(), 0.9f); /* a corner may be straightened */
  }
}
END_TEST

/** A chord that has no tone in common with another, nor its root. */
static struct yeoun_chord
foreign_to(struct yeoun_chord chord)
{
  for (unsigned root = 0; root < 12; ++root) {
    const struct yeoun_chord other =
      yeoun_chord_make(root, YEOUN_CHORD_5, root);
    if (!(other.tones & chord.tones)) {
      return other;
    }
  }
  ck_abort_msg("a chord of nearly all tones");
}

START_TEST(the_more_chords_are_foreign_the_less_is_left)
{
  for (int n = 0; n < THEMES_TRIED; ++n) {
    state(n);
    float before = measure();
    for (int s = 0; s < score.spans; ++s) {
      score.span[s].chord = foreign_to(score.span[s].chord);
      const float now = measure();
      ck_assert_float_lt(now, before);
      before = now;
    }
    /* The tune is worth as much as it is without its chords. */
    ck_assert_float_ge(before, 0.55f);
    ck_assert_float_le(before, 0.66f);
  }
}
END_TEST

START_TEST(without_its_tune_a_theme_is_its_chords_alone)
{
  for (int n = 0; n < THEMES_TRIED; ++n) {
    state(n);
    int kept = 0;
    for (int i = 0; i < score.notes; ++i) {
      if (score.note[i].lane != YEOUN_LANE_MELODY) {
        score.note[kept++] = score.note[i];
      }
    }
    score.notes = (uint16_t)kept;
    ck_assert_float_eq_tol(measure(), 0.35f, 0.01f);
  }
}
END_TEST

/** Move every melody note by so many semitones, the odd ones the other way. */
static void
move(int even, int odd)
{
  int place = 0;
  for (int i = 0; i < score.notes; ++i) {
    struct yeoun_note *const note = &score.note[i];
    if (note->lane == YEOUN_LANE_MELODY) {
      note->pitch = (uint8_t)(note->pitch + (place++ % 2 ? odd : even));
    }
  }
}

START_TEST(a_tune_is_known_in_another_key_better_than_with_other_intervals)
{
  int better = 0;
  for (int n = 0; n < THEMES_TRIED; ++n) {
    state(n);
    move(6, 6);
    const float moved = measure();
    state(n);
    move(6, -6);
    const float spoilt = measure();
    ck_assert_float_lt(moved, 0.75f); /* its places are lost */
    better += moved > spoilt + 0.05f;
  }
  ck_assert_int_ge(better, THEMES_TRIED - 1);
}
END_TEST

START_TEST(a_step_off_costs_less_than_a_leap_off)
{
  for (int n = 0; n < THEMES_TRIED; ++n) {
    state(n);
    float before = measure();
    static const int offs[] = {1, 4};
    for (int i = 0; i < 2; ++i) {
      state(n);
      move(0, offs[i]);
      const float now = measure();
      ck_assert_float_lt(now, before);
      before = now;
    }
  }
}
END_TEST

START_TEST(a_tune_an_octave_up_is_the_tune_but_not_the_statement)
{
  for (int n = 0; n < THEMES_TRIED; ++n) {
    state(n);
    move(12, 12);
    ck_assert_float_gt(measure(), 0.9f);
    ck_assert_float_lt(measure(), 1.0f);
  }
}
END_TEST

Suite *
test_suite(void)
{
  Suite *const suite = suite_create("identity");
  TCase *const tests = tcase_create("identity");
  tcase_add_checked_fixture(tests, set_up, NULL);
  tcase_add_test(tests, a_statement_is_the_whole_theme);
  tcase_add_test(tests, the_more_chords_are_foreign_the_less_is_left);
  tcase_add_test(tests, without_its_tune_a_theme_is_its_chords_alone);
  tcase_add_test(
    tests, a_tune_is_known_in_another_key_better_than_with_other_intervals);
  tcase_add_test(tests, a_step_off_costs_less_than_a_leap_off);
  tcase_add_test(tests, a_tune_an_octave_up_is_the_tune_but_not_the_statement);
  suite_add_tcase(suite, tests);
  return suite;
}
