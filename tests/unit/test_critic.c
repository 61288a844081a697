// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* The critic: it finds each kind of accident that is planted, and mends it. */

#include <string.h>

#include "../report/music/subject.h"
#include "compose/compose.h"
#include "compose/lanes/critic.h"
#include "compose/scratch.h"
#include "suite.h"

static struct subjects subjects;
static struct yeoun_compose_scratch scratch;
static struct yeoun_score score;
static struct yeoun_critic critic;
static uint16_t count[YEOUN_ACCIDENTS];

static const char *const names[YEOUN_ACCIDENTS] = {"rub",
                                                   "bass",
                                                   "covered",
                                                   "doubled",
                                                   "muddy",
                                                   "hammered",
                                                   "parallel",
                                                   "inner",
                                                   "stray",
                                                   "restless",
                                                   "zigzag",
                                                   "fall"};

static void
set_up(void)
{
  ck_assert(subjects_read(THEMES, 3, 8, &subjects));
}

static void
compose(int n, unsigned pole)
{
  struct yeoun_request request =
    subject_request(&subjects.subject[n % subjects.count],
                    8 + 8 * (n % 2),
                    pole,
                    (unsigned)(1 + n % 22),
                    0.35);
  request.mood.intensity = 0.9f;
  yeoun_compose(&request, &scratch, &score);
}

static bool
is_held(const struct yeoun_note *note)
{
  return note->lane == YEOUN_LANE_MELODY && note->length >= YEOUN_BEAT &&
         note->start % YEOUN_BEAT == 0 && note->pitch >= 64;
}

static void
add(int32_t start, int32_t length, int pitch, unsigned lane)
{
  ck_assert(yeoun_score_add(&score,
                            (struct yeoun_note){.start = start,
                                                .length = length,
                                                .pitch = (uint8_t)pitch,
                                                .lane = (uint8_t)lane}));
}

/* Plant an accident of a kind with a held melody note. */
static void
plant(const struct yeoun_note *at, unsigned kind)
{
  switch (kind) {
    case YEOUN_ACCIDENT_RUB:
      add(at->start, at->length, at->pitch - 25, YEOUN_LANE_PAD);
      break;
    case YEOUN_ACCIDENT_COVERED:
      add(at->start, at->length, at->pitch + 4, YEOUN_LANE_CHORDS);
      break;
    case YEOUN_ACCIDENT_DOUBLED:
      add(at->start, at->length, at->pitch, YEOUN_LANE_COUNTER);
      break;
    case YEOUN_ACCIDENT_INNER:
      add(at->start, at->length, at->pitch - 8, YEOUN_LANE_COUNTER);
      add(at->start, at->length, at->pitch - 9, YEOUN_LANE_CHORDS);
      break;
    case YEOUN_ACCIDENT_HAMMERED:
      for (int i = 0; i < 4; ++i) {
        add(at->start + i * YEOUN_BEAT / 4,
            YEOUN_BEAT / 4,
            at->pitch - 12,
            YEOUN_LANE_CHORDS);
      }
      break;
    default:
      break;
  }
}

/* Remove what else the accompaniment has, so that what is planted is alone. */
static void
clear_accompaniment(void)
{
  int kept = 0;
  for (int i = 0; i < score.notes; ++i) {
    if (score.note[i].lane == YEOUN_LANE_MELODY) {
      score.note[kept++] = score.note[i];
    }
  }
  score.notes = (uint16_t)kept;
}

static void
mend(void)
{
  yeoun_score_sort(&score);
  yeoun_critic_mend(
    &scratch.plan, &scratch.lanes.heard, YEOUN_CRITIC_ALL, &score, &critic);
}

START_TEST(what_is_planted_is_found_and_mended)
{
  static const uint8_t kinds[] = {YEOUN_ACCIDENT_RUB,
                                  YEOUN_ACCIDENT_COVERED,
                                  YEOUN_ACCIDENT_DOUBLED,
                                  YEOUN_ACCIDENT_INNER,
                                  YEOUN_ACCIDENT_HAMMERED};
  const unsigned kind = kinds[_i];
  int planted = 0;
  for (int n = 0; n < 30; ++n) {
    compose(n, n % 2 ? YEOUN_ROMANTIC : YEOUN_LYRICAL);
    if (yeoun_heard_is_low(&scratch.lanes.heard)) {
      continue;
    }
    clear_accompaniment();
    for (int i = 0; i < score.notes; ++i) {
      if (is_held(&score.note[i])) {
        const struct yeoun_note at = score.note[i];
        plant(&at, kind);
        break;
      }
    }
    yeoun_score_sort(&score);
    yeoun_critic_count(&scratch.plan, &score, &critic, count);
    planted += count[kind] > 0;
    mend();
    ck_assert_uint_eq(critic.report.left[kind], 0);
    yeoun_critic_count(&scratch.plan, &score, &critic, count);
    ck_assert_uint_eq(count[kind], 0);
  }
  ck_assert_msg(planted > 15, "%s: %d", names[kind], planted);
}
END_TEST

START_TEST(a_bass_under_its_neighbour_is_found_and_mended)
{
  int planted = 0;
  for (int n = 0; n < 30; ++n) {
    compose(n, YEOUN_LYRICAL);
    clear_accompaniment();
    const struct yeoun_span *const span = &score.span[1];
    const int root = 48 + span->chord.root;
    if (span->chord.tones >> (root + 11) % 12 & 1 || score.spans < 2) {
      continue;
    }
    add(span->start, YEOUN_BEAT, root, YEOUN_LANE_CHORDS);
    add(span->start, YEOUN_BEAT, root - 13, YEOUN_LANE_BASS);
    yeoun_score_sort(&score);
    yeoun_critic_count(&scratch.plan, &score, &critic, count);
    planted += count[YEOUN_ACCIDENT_BASS] > 0;
    mend();
    yeoun_critic_count(&scratch.plan, &score, &critic, count);
    ck_assert_uint_eq(count[YEOUN_ACCIDENT_BASS], 0);
  }
  ck_assert_int_gt(planted, 10);
}
END_TEST

/* Counter in octaves with the melody for a whole phrase. */
START_TEST(parallel_octaves_are_found_and_mended)
{
  int planted = 0;
  for (int n = 0; n < 30; ++n) {
    compose(n, YEOUN_LYRICAL);
    clear_accompaniment();
    const int melody = score.notes;
    for (int i = 0; i < melody; ++i) {
      const struct yeoun_note note = score.note[i];
      if (note.articulation != YEOUN_ARTICULATION_GRACE) {
        add(note.start, note.length, note.pitch - 12, YEOUN_LANE_COUNTER);
      }
    }
    yeoun_score_sort(&score);
    yeoun_critic_count(&scratch.plan, &score, &critic, count);
    planted += count[YEOUN_ACCIDENT_PARALLEL] > 1;
    mend();
    yeoun_critic_count(&scratch.plan, &score, &critic, count);
    ck_assert_uint_eq(count[YEOUN_ACCIDENT_PARALLEL], 0);
  }
  ck_assert_int_gt(planted, 20);
}
END_TEST

START_TEST(only_lanes_that_may_change_change)
{
  static struct yeoun_score before;
  for (int n = 0; n < 20; ++n) {
    compose(n, YEOUN_ROMANTIC);
    const struct yeoun_note at = score.note[0];
    add(at.start, 2 * YEOUN_BEAT, at.pitch - 1, YEOUN_LANE_CHORDS);
    yeoun_score_sort(&score);
    before = score;
    yeoun_critic_mend(&scratch.plan,
                      &scratch.lanes.heard,
                      1U << YEOUN_LANE_PAD,
                      &score,
                      &critic);
    int i = 0;
    int j = 0;
    for (; i < before.notes; ++i) {
      if (before.note[i].lane == YEOUN_LANE_PAD) {
        continue;
      }
      while (score.note[j].lane == YEOUN_LANE_PAD) {
        ++j;
      }
      ck_assert_int_eq(score.note[j].start, before.note[i].start);
      ck_assert_int_eq(score.note[j].length, before.note[i].length);
      ck_assert_uint_eq(score.note[j].pitch, before.note[i].pitch);
      ++j;
    }
  }
}
END_TEST

/* What leaves the composer has next to nothing left: over all themes, moods and
   variations fewer than one accident of a kind in twenty scores. */
START_TEST(scores_are_free_of_accidents)
{
  unsigned sum[YEOUN_ACCIDENTS] = {0};
  unsigned found = 0;
  unsigned scores = 0;
  for (int n = 0; n < 200; ++n, ++scores) {
    compose(n, (unsigned)_i);
    yeoun_critic_count(&scratch.plan, &score, &critic, count);
    for (int k = 0; k < YEOUN_ACCIDENTS; ++k) {
      sum[k] += count[k];
      found += scratch.lanes.critic.report.found[k];
    }
  }
  for (int k = 0; k < YEOUN_ACCIDENTS; ++k) {
    ck_assert_msg(20 * sum[k] < scores, "%s: %u", names[k], sum[k]);
  }
  ck_assert_uint_gt(found, 0);
}
END_TEST

static struct yeoun_tune tune;

static void
add_tune(int slot, int length, int pitch)
{
  tune.note[tune.notes++] = (struct yeoun_line_note){
    .slot = (int16_t)slot, .length = (int16_t)length, .pitch = (uint8_t)pitch};
}

START_TEST(a_stray_sixteenth_is_taken_out)
{
  struct yeoun_critic_report report;
  compose(1, YEOUN_LYRICAL);
  tune.notes = 0;
  add_tune(0, 3, 67);
  add_tune(3, 1, 74);
  add_tune(4, 4, 69);
  yeoun_critic_calm(&scratch.plan, &tune, &report);
  ck_assert_uint_eq(report.found[YEOUN_ACCIDENT_STRAY], 1);
  ck_assert_int_eq(tune.notes, 2);
  ck_assert_int_eq(tune.note[0].length, 4);
}
END_TEST

START_TEST(a_bar_that_should_sing_is_calmed)
{
  struct yeoun_critic_report report;
  compose(1, YEOUN_LYRICAL);
  const int slots = scratch.plan.slots;
  const int bar = scratch.plan.phrase[0].bar + scratch.plan.phrase[0].bars - 2;
  tune.notes = 0;
  add_tune(bar * slots - 4, 4, 67);
  for (int at = 0; at < slots; at += 2) {
    add_tune(bar * slots + at, 2, 67 + at % 4);
  }
  const int before = tune.notes;
  yeoun_critic_calm(&scratch.plan, &tune, &report);
  ck_assert_uint_eq(report.found[YEOUN_ACCIDENT_RESTLESS], 1);
  ck_assert_uint_eq(report.left[YEOUN_ACCIDENT_RESTLESS], 0);
  ck_assert_int_lt(tune.notes, before);
  ck_assert_int_eq(tune.note[1].slot, bar * slots);
}
END_TEST

START_TEST(a_corner_is_straightened)
{
  struct yeoun_critic_report report;
  compose(1, YEOUN_LYRICAL);
  tune.notes = 0;
  add_tune(0, 4, 67);
  add_tune(4, 4, 74);
  add_tune(8, 4, 66);
  add_tune(12, 4, 67);
  yeoun_critic_calm(&scratch.plan, &tune, &report);
  ck_assert_uint_eq(report.found[YEOUN_ACCIDENT_ZIGZAG], 1);
  ck_assert_uint_eq(report.left[YEOUN_ACCIDENT_ZIGZAG], 0);
  ck_assert_int_eq(tune.notes, 3);
  ck_assert_int_eq(tune.note[0].length, 8);
}
END_TEST

START_TEST(a_phrase_that_falls_onto_its_end_comes_home)
{
  struct yeoun_critic_report report;
  compose(1, YEOUN_LYRICAL);
  const struct yeoun_phrase_plan *const phrase = &scratch.plan.phrase[0];
  const int slots = scratch.plan.slots;
  const int close = (phrase->bar + phrase->bars - 1) * slots;
  tune.notes = 0;
  add_tune(close - slots, slots, 69);
  add_tune(close, slots / 2, 57);
  yeoun_critic_calm(&scratch.plan, &tune, &report);
  ck_assert_uint_eq(report.found[YEOUN_ACCIDENT_FALL], 1);
  ck_assert_uint_eq(report.left[YEOUN_ACCIDENT_FALL], 0);
  ck_assert_int_eq(tune.note[1].pitch, 69);
}
END_TEST

Suite *
test_suite(void)
{
  Suite *const suite = suite_create("critic");
  TCase *const tests = tcase_create("critic");
  tcase_set_timeout(tests, 120);
  tcase_add_checked_fixture(tests, set_up, NULL);
  tcase_add_loop_test(tests, what_is_planted_is_found_and_mended, 0, 5);
  tcase_add_test(tests, a_bass_under_its_neighbour_is_found_and_mended);
  tcase_add_test(tests, parallel_octaves_are_found_and_mended);
  tcase_add_test(tests, only_lanes_that_may_change_change);
  tcase_add_loop_test(tests, scores_are_free_of_accidents, 0, YEOUN_POLES);
  tcase_add_test(tests, a_stray_sixteenth_is_taken_out);
  tcase_add_test(tests, a_bar_that_should_sing_is_calmed);
  tcase_add_test(tests, a_corner_is_straightened);
  tcase_add_test(tests, a_phrase_that_falls_onto_its_end_comes_home);
  suite_add_tcase(suite, tests);
  return suite;
}
