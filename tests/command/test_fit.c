// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* Bars and tempo for a length and its hits. */

#include <math.h>

#include <check.h>

#include "../unit/suite.h"
#include "render/schedule/fit.h"
#include "render/schedule/render_plan.h"

/* Lengths in seconds and the tempo that the mood would like. */
START_TEST(any_length_is_fitted_without_a_tempo_that_is_another)
{
  static struct yeoun_render_plan plan;
  for (double seconds = 6; seconds < 600; seconds *= 1.07) {
    struct yeoun_music_cue cue = yeoun_cue_default();
    cue.seconds = seconds;
    for (double bpm = 60; bpm < 150; bpm += 7) {
      plan = (struct yeoun_render_plan){.cue = &cue, .meter = {4, 4}};
      ck_assert(yeoun_fit(&cue, plan.meter, bpm, &plan));
      ck_assert_double_eq_tol(yeoun_render_plan_seconds(&plan), seconds, 1e-3);
      const double ratio = yeoun_tempo_bpm(&plan.tempo, 0) / bpm;
      ck_assert_double_lt(fabs(log(ratio)), seconds < 12 ? 0.3 : 0.18);
      ck_assert_uint_le(plan.round_bars, 32);
      ck_assert_uint_eq(plan.bars % plan.round_bars, 0);
    }
  }
}
END_TEST

START_TEST(hits_fall_on_strong_beats)
{
  static struct yeoun_render_plan plan;
  struct yeoun_music_cue cue = yeoun_cue_default();
  cue.seconds = 61;
  cue.hits = 4;
  cue.hit_s[0] = 7.9;
  cue.hit_s[1] = 22.2;
  cue.hit_s[2] = 31.4;
  cue.hit_s[3] = 50.3;
  plan = (struct yeoun_render_plan){.cue = &cue, .meter = {4, 4}};
  ck_assert(yeoun_fit(&cue, plan.meter, 76, &plan));
  ck_assert_uint_eq(plan.tempo.count, 5);
  ck_assert_double_eq_tol(yeoun_render_plan_seconds(&plan), 61, 1e-3);
  for (unsigned i = 0; i < 4; ++i) {
    const int32_t tick = plan.tempo.at[i + 1].tick;
    ck_assert_int_eq(tick % (2 * YEOUN_BEAT), 0);
    ck_assert_double_eq_tol(
      yeoun_tempo_seconds(&plan.tempo, tick), cue.hit_s[i], 1e-3);
    ck_assert_double_eq_tol(yeoun_tempo_bpm(&plan.tempo, i), 76, 14);
  }
}
END_TEST

Suite *
test_suite(void)
{
  Suite *const suite = suite_create("fit");
  TCase *const tests = tcase_create("fit");
  tcase_set_timeout(tests, 120);
  tcase_add_test(tests, any_length_is_fitted_without_a_tempo_that_is_another);
  tcase_add_test(tests, hits_fall_on_strong_beats);
  suite_add_tcase(suite, tests);
  return suite;
}
