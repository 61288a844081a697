// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* The melody and what is said of it: motifs, phrases, jokes, some bars rolled
   again, identity. */

#include <stdlib.h>
#include <string.h>

#include "../report/music/subject.h"
#include "compose/compose.h"
#include "compose/plan/jokes.h"
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

/* Comic, with this much more humour than the mood has. */
static struct yeoun_request
funny_request_of(int t, unsigned variation, float more)
{
  static const float weight[YEOUN_POLES] = {0, 0, 1};
  const float trim[YEOUN_TRIMS] = {[YEOUN_TRIM_HUMOUR] = more};
  struct yeoun_request request = request_of(t, YEOUN_COMIC, variation, 0.35);
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
      const struct yeoun_request request = funny_request_of(t, variation, 0.1f);
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
    const struct yeoun_request request = request_of(t, YEOUN_COMIC, 2, 0.35);
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
    const struct yeoun_request request = request_of(t, YEOUN_COMIC, 3, 0.35);
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
      funny_request_of(n / 3, 1U + (unsigned)n % 19, n % 2 ? 0.0f : 0.3f);
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
      funny_request_of(n / 3, 1U + (unsigned)n % 5, 0.3f);
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
      const struct yeoun_request request =
        request_of(t, YEOUN_COMIC, variation, 0.35);
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
  tcase_add_test(tests, there_are_eight_kinds_of_joke_and_none_is_a_habit);
  tcase_add_test(tests, a_comic_form_ends_with_two_strokes_that_lead_home);
  tcase_add_test(tests, every_joke_has_its_punch);
  tcase_add_test(tests,
                 within_a_form_nobody_waits_longer_than_a_beat_for_a_late_note);
  tcase_add_test(tests, a_punch_stands_in_silence);
  tcase_add_test(tests, only_the_statement_is_the_theme_itself);
  tcase_add_test(tests, a_punch_is_struck_by_all_that_play);
  tcase_add_test(tests, a_form_closes_on_its_tonic);
  tcase_add_loop_test(tests, a_tune_steps_into_its_last_note, 0, 2);
  tcase_add_loop_test(
    tests, more_syncopation_is_more_off_the_beat, 0, YEOUN_POLES);
  tcase_add_loop_test(tests, more_motion_is_more_attacks_below, 0, YEOUN_POLES);
  suite_add_tcase(suite, tests);
  return suite;
}
