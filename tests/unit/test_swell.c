// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* What moves within a note: swells of its level, bends of its pitch. */

#include <math.h>

#include "music/bend.h"
#include "music/score.h"
#include "music/swell.h"
#include "suite.h"

START_TEST(a_swell_goes_from_nothing_over_its_crest_to_its_end)
{
  const struct yeoun_swell swell = {
    .crest_at = 0.4f, .crest_db = 5.0f, .end_db = -3.0f};
  ck_assert_float_eq(yeoun_swell_db(&swell, 0.0f), 0.0f);
  ck_assert_float_eq_tol(yeoun_swell_db(&swell, 0.2f), 2.5f, 1e-4f);
  ck_assert_float_eq_tol(yeoun_swell_db(&swell, 0.4f), 5.0f, 1e-4f);
  ck_assert_float_eq_tol(yeoun_swell_db(&swell, 0.7f), 1.0f, 1e-4f);
  ck_assert_float_eq_tol(yeoun_swell_db(&swell, 1.0f), -3.0f, 1e-4f);
  ck_assert_float_eq_tol(yeoun_swell_db(&swell, 3.0f), -3.0f, 1e-4f);
  float before = 0.0f;
  for (int i = 1; i <= 100; ++i) {
    const float now = yeoun_swell_db(&swell, (float)i / 100.0f);
    ck_assert(i <= 40 ? now >= before : now <= before);
    before = now;
  }
}
END_TEST

START_TEST(a_note_that_is_entered_late_is_where_its_swell_is)
{
  const struct yeoun_swell whole = {
    .crest_at = 0.5f, .crest_db = 4.0f, .end_db = -2.0f};
  struct yeoun_swell late = whole;
  late.gone = 0.25f;
  ck_assert_float_eq_tol(
    yeoun_swell_db(&late, 0.0f), yeoun_swell_db(&whole, 0.25f), 1e-5f);
  ck_assert_float_eq_tol(
    yeoun_swell_db(&late, 0.5f), yeoun_swell_db(&whole, 0.625f), 1e-5f);
}
END_TEST

START_TEST(a_controller_is_full_at_nothing_and_half_at_twelve_decibels_less)
{
  ck_assert_uint_eq(yeoun_swell_controller(0.0f), 127);
  ck_assert_uint_eq(yeoun_swell_controller(9.0f), 127);
  /* 40 log (64 / 127) = -11.9 dB. */
  ck_assert_uint_eq(yeoun_swell_controller(-11.9f), 64);
  ck_assert_uint_eq(yeoun_swell_controller(-200.0f), 1);
}
END_TEST

START_TEST(a_dynamic_is_its_velocity_where_nothing_swells)
{
  for (unsigned velocity = 1; velocity < 128; ++velocity) {
    ck_assert_uint_eq(yeoun_swell_dynamics(velocity, 0.0f), velocity);
    ck_assert_uint_ge(yeoun_swell_dynamics(velocity, 3.0f), velocity);
    ck_assert_uint_le(yeoun_swell_dynamics(velocity, -3.0f), velocity);
  }
  ck_assert_uint_gt(yeoun_swell_dynamics(64, 6.0f), 80);
  ck_assert_uint_lt(yeoun_swell_dynamics(64, -6.0f), 50);
  ck_assert_uint_eq(yeoun_swell_dynamics(127, 20.0f), 127);
}
END_TEST

static float
bend_at(uint8_t kind, float seconds)
{
  const struct yeoun_bending bending = {kind, -200.0f, 1.0f};
  return yeoun_bending_cents(&bending, seconds);
}

START_TEST(a_plain_note_and_a_straight_one_stay_on_their_key)
{
  for (int i = 0; i < 100; ++i) {
    ck_assert_float_eq(bend_at(YEOUN_BEND_NONE, 0.01f * (float)i), 0.0f);
    ck_assert_float_eq(bend_at(YEOUN_BEND_STRAIGHT, 0.01f * (float)i), 0.0f);
  }
}
END_TEST

START_TEST(a_push_begins_below_and_arrives)
{
  ck_assert_float_eq_tol(bend_at(YEOUN_BEND_PUSH, 0.0f), -200.0f, 0.01f);
  ck_assert_float_lt(bend_at(YEOUN_BEND_PUSH, 0.04f), -50.0f);
  ck_assert_float_eq_tol(bend_at(YEOUN_BEND_PUSH, 0.1f), 0.0f, 0.01f);
}
END_TEST

START_TEST(a_break_holds_its_upper_note_and_falls_off_it_for_good)
{
  ck_assert_float_eq(bend_at(YEOUN_BEND_BREAK, 0.1f), 0.0f);
  ck_assert_float_eq_tol(bend_at(YEOUN_BEND_BREAK, 0.2f), -200.0f, 0.01f);
  ck_assert_float_eq_tol(bend_at(YEOUN_BEND_BREAK, 0.9f), -200.0f, 0.01f);
  /* In a short note it does not come too late. */
  const struct yeoun_bending brief = {YEOUN_BEND_BREAK, -200.0f, 0.2f};
  ck_assert_float_eq_tol(yeoun_bending_cents(&brief, 0.13f), -200.0f, 0.01f);
}
END_TEST

START_TEST(a_fall_comes_at_the_end_alone)
{
  ck_assert_float_eq(bend_at(YEOUN_BEND_FALL, 0.5f), 0.0f);
  ck_assert_float_eq_tol(bend_at(YEOUN_BEND_FALL, 0.91f), -100.0f, 1.0f);
  ck_assert_float_eq_tol(bend_at(YEOUN_BEND_FALL, 1.0f), -200.0f, 0.01f);
  const struct yeoun_bending endless = {YEOUN_BEND_FALL, -200.0f, 0.0f};
  ck_assert_float_eq(yeoun_bending_cents(&endless, 5.0f), 0.0f);
}
END_TEST

/* Four to five turns a second, growing from nothing to its size. */
START_TEST(a_shake_grows_and_turns_four_to_five_times_a_second)
{
  int turns = 0;
  float early = 0.0f;
  float late = 0.0f;
  float before = 0.0f;
  for (int i = 0; i < 2000; ++i) {
    const float seconds = 0.001f * (float)i;
    const float cents = bend_at(YEOUN_BEND_SHAKE, seconds);
    turns += seconds > 1.0f && before <= 0.0f && cents > 0.0f;
    if (seconds < 0.12f) {
      ck_assert_float_eq(cents, 0.0f);
    }
    float *const most = seconds < 0.5f ? &early : &late;
    *most = fmaxf(*most, fabsf(cents));
    before = cents;
  }
  ck_assert_int_ge(turns, 4);
  ck_assert_int_le(turns, 5);
  ck_assert_float_gt(early, 20.0f);
  ck_assert_float_gt(late, 1.3f * early);
  ck_assert_float_eq_tol(late, 100.0f, 5.0f);
}
END_TEST

Suite *
test_suite(void)
{
  Suite *const suite = suite_create("swell");
  TCase *const tests = tcase_create("swell");
  tcase_add_test(tests, a_swell_goes_from_nothing_over_its_crest_to_its_end);
  tcase_add_test(tests, a_note_that_is_entered_late_is_where_its_swell_is);
  tcase_add_test(
    tests, a_controller_is_full_at_nothing_and_half_at_twelve_decibels_less);
  tcase_add_test(tests, a_dynamic_is_its_velocity_where_nothing_swells);
  tcase_add_test(tests, a_plain_note_and_a_straight_one_stay_on_their_key);
  tcase_add_test(tests, a_push_begins_below_and_arrives);
  tcase_add_test(tests, a_break_holds_its_upper_note_and_falls_off_it_for_good);
  tcase_add_test(tests, a_fall_comes_at_the_end_alone);
  tcase_add_test(tests, a_shake_grows_and_turns_four_to_five_times_a_second);
  suite_add_tcase(suite, tests);
  return suite;
}
