// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* Jokes: which are told, how the band stages them, how comic forms end. */

#include <stdlib.h>

#include "../report/music/subject.h"
#include "compose/compose.h"
#include "compose/plan/jokes.h"
#include "compose/scratch.h"
#include "music/key.h"
#include "suite.h"

enum { BARS = 16 };

static struct subjects subjects;
static struct yeoun_compose_scratch scratch;
static struct yeoun_score score;
static struct yeoun_plan plan;

static void
set_up(void)
{
  ck_assert(subjects_read(THEMES, 1, BARS, &subjects));
}

/* Comic, with this much more humour than the mood has. */
static struct yeoun_request
comic_request_of(int t, unsigned variation, float more)
{
  static const float weight[YEOUN_POLES] = {[YEOUN_COMIC] = 1};
  const float trim[YEOUN_TRIMS] = {[YEOUN_TRIM_HUMOUR] = more};
  struct yeoun_request request = subject_request(
    &subjects.subject[t % subjects.count], BARS, YEOUN_COMIC, variation, 0.35);
  request.mood =
    yeoun_mood_blend(weight, trim, request.mood.intensity, request.mood.space);
  return request;
}

START_TEST(there_are_eight_kinds_of_joke_and_none_is_a_habit)
{
  int told[YEOUN_JOKES] = {0};
  int scores = 0;
  for (int t = 0; t < subjects.count; ++t) {
    for (unsigned variation = 1; variation <= 4; ++variation, ++scores) {
      const struct yeoun_request request = comic_request_of(t, variation, 0.1f);
      yeoun_plan_make(&request, &plan);
      bool has[YEOUN_JOKES] = {false};
      for (int p = 0; p < plan.phrases; ++p) {
        has[yeoun_joke_of(&plan, p)] = true;
      }
      for (int k = 0; k < YEOUN_JOKES; ++k) {
        told[k] += has[k];
      }
    }
  }
  int kinds = 0;
  for (int k = YEOUN_JOKE_NONE + 1; k < YEOUN_JOKES; ++k) {
    kinds += told[k] > 0;
    ck_assert_msg(3 * told[k] <= scores + scores / 6,
                  "joke %d is told in %d of %d",
                  k,
                  told[k],
                  scores);
  }
  ck_assert_int_ge(kinds, 8);
}
END_TEST

/* Between a punch and what came before lies at least half a pulse in which
   nothing sounds, or as much after it. */
START_TEST(a_punch_stands_in_silence)
{
  int punches = 0;
  int alone = 0;
  for (int t = 0; t < subjects.count; ++t) {
    const struct yeoun_request request = comic_request_of(t, 2, 0.0f);
    yeoun_compose(&request, &scratch, &score);
    const int32_t half = yeoun_pulse_ticks(score.meter) / 2;
    for (int i = 0; i < score.notes; ++i) {
      const struct yeoun_note *const punch = &score.note[i];
      if (!(punch->marks & YEOUN_MARK_JOKE) ||
          punch->articulation != YEOUN_ARTICULATION_MARCATO) {
        continue;
      }
      bool before = false;
      for (int j = 0; j < score.notes; ++j) {
        const struct yeoun_note *const note = &score.note[j];
        before |= note->start < punch->start &&
                  note->start + note->length > punch->start - half;
      }
      ++punches;
      alone += !before;
    }
  }
  ck_assert_int_gt(punches, 5);
  ck_assert_int_ge(10 * alone, 9 * punches);
}
END_TEST

static const struct yeoun_note *
note_of_lane_at(unsigned lane, int32_t start)
{
  for (int i = 0; i < score.notes; ++i) {
    if (score.note[i].lane == lane && score.note[i].start == start) {
      return &score.note[i];
    }
  }
  return NULL;
}

/* The band stops together and strikes together. */
START_TEST(a_punch_is_struck_by_all_that_play)
{
  int hits = 0;
  int near = 0;
  int told = 0;
  for (int t = 0; t < subjects.count; ++t) {
    const struct yeoun_request request = comic_request_of(t, 3, 0.0f);
    yeoun_compose(&request, &scratch, &score);
    for (int p = 0; p < scratch.plan.phrases; ++p) {
      const struct yeoun_stage stage = yeoun_joke_stage(&scratch.plan, p);
      const unsigned lanes =
        scratch.plan.layers.lanes[stage.close / scratch.plan.bar_ticks];
      int before = 0;
      for (int i = 0; i < score.notes; ++i) {
        const struct yeoun_note *const note = &score.note[i];
        before = note->lane == YEOUN_LANE_MELODY && note->start < stage.close
                   ? note->pitch
                   : before;
      }
      for (int h = 0; stage.is_set && h < stage.hits; ++h, ++hits) {
        const int32_t at = stage.hit[h].at;
        for (unsigned lane = YEOUN_LANE_CHORDS; lane <= YEOUN_LANE_BASS;
             ++lane) {
          ck_assert_msg(!((lanes >> lane) & 1U) || note_of_lane_at(lane, at),
                        "%s: lane %u misses a hit of phrase %d",
                        subjects.subject[t].text,
                        lane,
                        p + 1);
        }
        const struct yeoun_note *const sung =
          note_of_lane_at(YEOUN_LANE_MELODY, at);
        told += sung != NULL;
        near += sung && abs(sung->pitch - before) <= 9;
      }
    }
  }
  ck_assert_int_gt(hits, 100);
  ck_assert_int_ge(100 * near, 95 * told);
}
END_TEST

/* The last note of the tune before a tick. */
static const struct yeoun_note *
tune_until(int32_t tick)
{
  const struct yeoun_note *last = NULL;
  for (int i = 0; i < score.notes; ++i) {
    const struct yeoun_note *const note = &score.note[i];
    last = note->lane == YEOUN_LANE_MELODY && note->start < tick ? note : last;
  }
  return last;
}

/* Dominant on the first beat of the last bar, or home at once with a bang;
   tonic in its middle, held; a wrong final, which more humour than the mood has
   allows, a semitone above it, struck by the bass too. */
START_TEST(a_comic_form_ends_with_two_strokes_that_lead_home)
{
  int forms = 0;
  int wrong = 0;
  for (int n = 0; n < 3 * subjects.count; ++n) {
    const char *const name = subjects.subject[n / 3].text;
    const struct yeoun_request request =
      comic_request_of(n / 3, 1U + (unsigned)n % 19, n % 2 ? 0.0f : 0.3f);
    yeoun_compose(&request, &scratch, &score);
    const struct yeoun_plan *const own = &scratch.plan;
    const struct yeoun_stage stage = yeoun_joke_stage(own, own->phrases - 1);
    const struct yeoun_chord home = score.span[score.spans - 1].chord;
    const int tonic = home.root;
    if (!stage.is_set || tonic != own->analysis.key.tonic ||
        own->bar_ticks < 4 * yeoun_pulse_ticks(score.meter)) {
      continue;
    }
    ++forms;
    const int32_t middle = stage.close + own->bar_ticks / 2;
    const struct yeoun_note *const last = tune_until(score.length);
    ck_assert_msg(last->start == middle &&
                    yeoun_pitch_class(last->pitch) == yeoun_pitch_class(tonic),
                  "%s ends on key %d at %d",
                  name,
                  last->pitch,
                  last->start - stage.close);
    ck_assert_int_ge(last->length, 3 * YEOUN_BEAT / 2);
    const struct yeoun_note *const bass =
      note_of_lane_at(YEOUN_LANE_BASS, stage.close);
    if (stage.joke == YEOUN_JOKE_WRONG_FINAL) {
      ++wrong;
      ck_assert_int_eq(n % 2, 0);
      ck_assert(!yeoun_key_is_minor(own->analysis.key));
      ck_assert_int_eq(yeoun_pitch_class(tune_until(middle)->pitch - tonic), 1);
      ck_assert(!bass || yeoun_pitch_class(bass->pitch - tonic) == 1);
    }
  }
  ck_assert_int_gt(forms, subjects.count);
  ck_assert_int_gt(wrong, 3);
}
END_TEST

/* However short its bars are. */
START_TEST(every_joke_has_its_punch)
{
  static const struct yeoun_meter short_bars[] = {{1, 4}, {3, 8}, {2, 4}};
  int told = 0;
  for (int n = 0; n < 3 * subjects.count; ++n) {
    struct yeoun_request request =
      comic_request_of(n / 3, 1U + (unsigned)n % 5, 0.3f);
    request.meter = short_bars[n % 3];
    yeoun_plan_make(&request, &plan);
    for (int p = 0; p < plan.phrases; ++p) {
      const struct yeoun_stage stage = yeoun_joke_stage(&plan, p);
      told += stage.joke != YEOUN_JOKE_NONE;
      ck_assert_msg(!stage.is_set || stage.hits > 0, "joke %d", stage.joke);
    }
  }
  ck_assert_int_gt(told, 50);
}
END_TEST

/* Longer silences are heard as holes. */
START_TEST(within_a_form_nobody_waits_longer_than_a_beat_for_a_late_note)
{
  int told = 0;
  for (int t = 0; t < subjects.count; ++t) {
    for (unsigned variation = 1; variation <= 4; ++variation) {
      const struct yeoun_request request = comic_request_of(t, variation, 0.0f);
      yeoun_plan_make(&request, &plan);
      for (int p = 0; p + 1 < plan.phrases; ++p) {
        const struct yeoun_stage stage = yeoun_joke_stage(&plan, p);
        if (stage.is_set && stage.joke == YEOUN_JOKE_DELAY) {
          ++told;
          ck_assert_int_eq(stage.hit[0].at - stage.close,
                           yeoun_pulse_ticks(plan.meter));
        }
      }
    }
  }
  ck_assert_int_gt(told, 10);
}
END_TEST

Suite *
test_suite(void)
{
  Suite *const suite = suite_create("jokes");
  TCase *const tests = tcase_create("jokes");
  tcase_set_timeout(tests, 60);
  tcase_add_checked_fixture(tests, set_up, NULL);
  tcase_add_test(tests, there_are_eight_kinds_of_joke_and_none_is_a_habit);
  tcase_add_test(tests, a_comic_form_ends_with_two_strokes_that_lead_home);
  tcase_add_test(tests, every_joke_has_its_punch);
  tcase_add_test(tests,
                 within_a_form_nobody_waits_longer_than_a_beat_for_a_late_note);
  tcase_add_test(tests, a_punch_stands_in_silence);
  tcase_add_test(tests, a_punch_is_struck_by_all_that_play);
  suite_add_tcase(suite, tests);
  return suite;
}
