// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* The melody and what is said of it: motifs, phrases, some bars rolled again,
   identity. */

#include <stdlib.h>
#include <string.h>

#include "../report/music/subject.h"
#include "compose/compose.h"
#include "compose/plan/plan.h"
#include "compose/plan/rhythm.h"
#include "compose/scratch.h"
#include "music/key.h"
#include "suite.h"

enum { BARS = 16 };

static struct subjects subjects;
static struct yeoun_compose_scratch scratch;
static struct yeoun_score score, other;
static struct yeoun_plan plan;

static void
set_up(void)
{
  ck_assert(subjects_read(THEMES, 1, BARS, &subjects));
}

static struct yeoun_request
request_of(int theme, unsigned pole, unsigned variation, double distance)
{
  return subject_request(
    &subjects.subject[theme % subjects.count], BARS, pole, variation, distance);
}

static bool
is_equal(const struct yeoun_note *a, const struct yeoun_note *b)
{
  return a->start == b->start && a->length == b->length &&
         a->pitch == b->pitch && a->lane == b->lane;
}

static bool
holds(const struct yeoun_score *in, const struct yeoun_note *note)
{
  for (int i = 0; i < in->notes; ++i) {
    if (is_equal(&in->note[i], note)) {
      return true;
    }
  }
  return false;
}

START_TEST(bars_that_are_rolled_again_leave_all_others_note_for_note)
{
  int rolled = 0;
  for (int t = 0; t < subjects.count; t += 6) {
    struct yeoun_request request =
      request_of(t, (unsigned)t % YEOUN_POLES, 3, 0.35);
    yeoun_compose(&request, &scratch, &score);
    request.ranges = 1;
    request.range[0] = (struct yeoun_bar_range){
      .lane = YEOUN_LANE_MELODY, .first = 4, .bars = 2, .take = 5};
    yeoun_compose(&request, &scratch, &other);
    const int32_t bar = yeoun_bar_ticks(score.meter);
    bool differs = false;
    for (int i = 0; i < score.notes; ++i) {
      const struct yeoun_note *const note = &score.note[i];
      const bool is_inside = note->lane == YEOUN_LANE_MELODY &&
                             note->start >= 4 * bar && note->start < 6 * bar;
      ck_assert_msg(is_inside || holds(&other, note),
                    "%s: a note of bar %d is gone",
                    subjects.subject[t].text,
                    note->start / bar + 1);
      differs |= is_inside && !holds(&other, note);
    }
    rolled += differs;
  }
  ck_assert_int_gt(rolled, subjects.count / 6 / 2);
}
END_TEST

START_TEST(derived_motifs_have_three_to_seven_notes_and_takes_differ)
{
  int lengths[YEOUN_THEME_NOTES + 1] = {0};
  int changed = 0;
  int all = 0;
  for (int t = 0; t < subjects.count; ++t) {
    struct yeoun_request request = request_of(t, YEOUN_LYRICAL, 0, 0.35);
    if (request.theme.notes) {
      continue;
    }
    yeoun_plan_make(&request, &plan);
    const struct yeoun_motif first = plan.analysis.motif;
    ck_assert_int_ge(first.notes, 3);
    ck_assert_int_le(first.notes, 7);
    ++lengths[first.notes];
    request.theme_take = 1;
    yeoun_plan_make(&request, &plan);
    changed += memcmp(&first, &plan.analysis.motif, sizeof(first)) != 0;
    ++all;
  }
  for (int n = 3; n <= 6; ++n) {
    ck_assert_msg(lengths[n] > 0, "no motif of %d notes", n);
    ck_assert_int_lt(2 * lengths[n], all);
  }
  ck_assert_int_gt(changed, all * 9 / 10);
}
END_TEST

START_TEST(only_the_statement_is_the_theme_itself)
{
  for (int t = 0; t < subjects.count; t += 3) {
    for (unsigned pole = 0; pole < YEOUN_POLES; ++pole) {
      struct yeoun_request request = request_of(t, pole, 0, 0.35);
      yeoun_compose(&request, &scratch, &score);
      ck_assert_float_eq(score.identity, 1.0f);
      request.variation = 4;
      yeoun_compose(&request, &scratch, &score);
      ck_assert_float_lt(score.identity, 1.0f);
      ck_assert_float_gt(score.identity, 0.2f);
    }
  }
}
END_TEST

/* Some loops end elsewhere: the form does not. */
START_TEST(a_form_closes_on_its_tonic)
{
  int closed = 0;
  int all = 0;
  for (int t = 0; t < subjects.count; ++t) {
    const struct yeoun_request request =
      request_of(t, (unsigned)t % 2, 5, 0.35);
    yeoun_compose(&request, &scratch, &score);
    closed += score.span[score.spans - 1].chord.root == score.key.tonic;
    ++all;
  }
  ck_assert_int_ge(closed, all * 9 / 10);
}
END_TEST

/* The interval into the melody's last note, in semitones. */
static int
last_step(void)
{
  int last = 0;
  int before = 0;
  for (int i = 0; i < score.notes; ++i) {
    if (score.note[i].lane == YEOUN_LANE_MELODY) {
      before = last;
      last = score.note[i].pitch;
    }
  }
  return abs(last - before);
}

/* It neither repeats its last note nor leaps to it. */
START_TEST(a_tune_steps_into_its_last_note)
{
  int stepped = 0;
  int all = 0;
  for (int t = 0; t < subjects.count; ++t) {
    for (unsigned variation = 1; variation <= 6; ++variation, ++all) {
      const struct yeoun_request request =
        request_of(t, (unsigned)_i, variation, 0.35);
      yeoun_compose(&request, &scratch, &score);
      const int step = last_step();
      stepped += step == 1 || step == 2;
    }
  }
  ck_assert_msg(20 * stepped >= 17 * all, "%d of %d", stepped, all);
}
END_TEST

/* Onsets of a lane off the beat, of all its onsets, over many variations. */
static double
off_beats(unsigned pole, double trim)
{
  int off = 0;
  int all = 0;
  for (int t = 0; t < subjects.count; t += 2) {
    for (unsigned variation = 1; variation <= 3; ++variation) {
      struct yeoun_request request = request_of(t, pole, variation, 0.35);
      float weight[YEOUN_POLES] = {0};
      float trims[YEOUN_TRIMS] = {0};
      weight[pole] = 1.0f;
      trims[YEOUN_TRIM_SYNCOPATION] = (float)trim;
      request.mood = yeoun_mood_blend(weight, trims, 0.5f, 0.3f);
      yeoun_compose(&request, &scratch, &score);
      const int32_t pulse = yeoun_pulse_ticks(score.meter);
      for (int i = 0; i < score.notes; ++i) {
        const bool is_sung =
          score.note[i].lane == YEOUN_LANE_MELODY &&
          score.note[i].articulation != YEOUN_ARTICULATION_GRACE;
        all += is_sung;
        off += is_sung && score.note[i].start % pulse != 0;
      }
    }
  }
  return (double)off / all;
}

START_TEST(more_syncopation_is_more_off_the_beat)
{
  const unsigned pole = (unsigned)_i;
  double before = off_beats(pole, -1.0);
  const double least = before;
  for (int step = -1; step <= 2; ++step) {
    const double now = off_beats(pole, 0.5 * step);
    ck_assert_msg(now >= before,
                  "%s: %.3f off the beat at %.1f, %.3f before",
                  yeoun_pole_name(pole),
                  now,
                  0.5 * step,
                  before);
    before = now;
  }
  ck_assert_double_gt(before, least + 0.08);
}
END_TEST

/* Attacks of the chords a beat, over many variations. */
static double
attacks(unsigned pole, double share)
{
  const struct yeoun_feature_range *const card =
    &yeoun_feature_facts(YEOUN_FEATURE_MOTION)->pole[pole];
  int32_t beats = 0;
  int onsets = 0;
  for (int t = 0; t < subjects.count; t += 4) {
    struct yeoun_request request = request_of(t, pole, 1 + t % 5, 0.35);
    const double room =
      share > 0 ? card->high - card->value : card->value - card->low;
    request.mood.feature[YEOUN_FEATURE_MOTION] =
      (float)(card->value + share * room);
    request.mood.intensity = 1.0f;
    yeoun_compose(&request, &scratch, &score);
    int32_t last = -1;
    for (int i = 0; i < score.notes; ++i) {
      const struct yeoun_note *const note = &score.note[i];
      if (note->lane == YEOUN_LANE_CHORDS) {
        onsets += note->start != last;
        last = note->start;
      }
    }
    beats += score.length / yeoun_pulse_ticks(score.meter);
  }
  return (double)onsets / beats;
}

START_TEST(more_motion_is_more_attacks_below)
{
  const unsigned pole = (unsigned)_i;
  const double calm = attacks(pole, -1.0);
  const double own = attacks(pole, 0.0);
  const double busy = attacks(pole, 1.0);
  ck_assert_msg(calm < own && own < busy,
                "%s: %.2f, %.2f, %.2f attacks a beat",
                yeoun_pole_name(pole),
                calm,
                own,
                busy);
}
END_TEST

Suite *
test_suite(void)
{
  Suite *const suite = suite_create("melody");
  TCase *const tests = tcase_create("melody");
  tcase_set_timeout(tests, 60);
  tcase_add_checked_fixture(tests, set_up, NULL);
  tcase_add_test(tests,
                 bars_that_are_rolled_again_leave_all_others_note_for_note);
  tcase_add_test(tests,
                 derived_motifs_have_three_to_seven_notes_and_takes_differ);
  tcase_add_test(tests, only_the_statement_is_the_theme_itself);
  tcase_add_test(tests, a_form_closes_on_its_tonic);
  tcase_add_loop_test(tests, a_tune_steps_into_its_last_note, 0, 2);
  tcase_add_loop_test(
    tests, more_syncopation_is_more_off_the_beat, 0, YEOUN_POLES);
  tcase_add_loop_test(tests, more_motion_is_more_attacks_below, 0, YEOUN_POLES);
  suite_add_tcase(suite, tests);
  return suite;
}
