// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* The search for the pitches of a phrase, asked directly: small tasks whose
   answer a musician knows. */

#include <stdlib.h>
#include <string.h>

#include "compose/melody/phrase_search.h"
#include "music/key.h"
#include "music/scale.h"
#include "suite.h"

enum { C_MAJOR = 1 << 0 | 1 << 4 | 1 << 7, ANY = 0xFFF, NOTES = 9 };

static struct yeoun_line_scratch scratch;
static struct yeoun_line_taste taste;
static struct yeoun_line_task task;
static struct yeoun_line_found found;
static struct yeoun_scale scale;

static void
set_up(void)
{
  const struct yeoun_key key = {0, YEOUN_MODE_IONIAN};
  scale = yeoun_scale_of_key(key);
  taste = (struct yeoun_line_taste){.repeat = 2.0f,
                                    .step = 0.5f,
                                    .third = 1.2f,
                                    .fourth = 2.0f,
                                    .sixth = 3.0f,
                                    .octave = 4.0f,
                                    .other = 6.0f,
                                    .dissonance = 2.0f,
                                    .wideness = 5.0f,
                                    .tritone = 6.0f};
  memset(&task, 0, sizeof(task));
  task.taste = &taste;
  task.low = 60;
  task.high = 79;
  task.ceiling = 79;
  task.before = -1;
  task.centre = 67.0f;
  task.seed = 1;
  task.count = NOTES;
  for (int i = 0; i < NOTES; ++i) {
    task.spot[i] = (struct yeoun_line_spot){.slot = (int16_t)(4 * i),
                                            .length = 4,
                                            .weight = (int8_t)(i % 4 ? 0 : 3),
                                            .is_on_beat = true,
                                            .is_last = i == NOTES - 1,
                                            .model = -1,
                                            .target = 67.0f,
                                            .chord = C_MAJOR,
                                            .chord_later = C_MAJOR,
                                            .mode = ANY,
                                            .scale = &scale};
  }
}

static void
find(uint64_t seed)
{
  task.seed = seed;
  yeoun_phrase_search(&task, &scratch, &found);
}

START_TEST(a_line_keeps_to_its_range)
{
  task.low = 65; /* e, a tone of the chord, lies just below */
  task.high = 71;
  for (int i = 0; i < NOTES; ++i) {
    task.spot[i].target = i % 2 ? 90.0f : 40.0f;
  }
  find(1);
  for (int i = 0; i < NOTES; ++i) {
    ck_assert_uint_ge(found.pitch[i], 65);
    ck_assert_uint_le(found.pitch[i], 71);
  }
}
END_TEST

START_TEST(a_line_sings_its_mode_alone)
{
  /* Pentatonic: neither f nor b. */
  for (int i = 0; i < NOTES; ++i) {
    task.spot[i].mode = ANY & ~(1 << 5 | 1 << 11);
  }
  for (uint64_t seed = 1; seed < 20; ++seed) {
    taste.temperature = 2.0f;
    find(seed);
    for (int i = 0; i < NOTES; ++i) {
      ck_assert_int_ne(found.pitch[i] % 12, 5);
      ck_assert_int_ne(found.pitch[i] % 12, 11);
    }
  }
}
END_TEST

START_TEST(a_line_follows_its_contour)
{
  for (int i = 0; i < NOTES; ++i) {
    task.spot[i].target = 60.0f + 2.0f * (float)i;
  }
  find(1);
  ck_assert_uint_ge(found.pitch[NOTES - 1], found.pitch[0] + 9U);
}
END_TEST

START_TEST(what_is_asked_for_is_sung)
{
  task.spot[4].wanted = 1 << 9;
  find(1);
  ck_assert_uint_eq(found.pitch[4] % 12, 9);
}
END_TEST

START_TEST(a_model_is_recalled)
{
  static const uint8_t model[NOTES] = {60, 64, 67, 72, 71, 69, 67, 65, 64};
  for (int i = 0; i < NOTES; ++i) {
    task.spot[i].model = model[i];
    task.spot[i].model_pull = 20.0f;
  }
  find(1);
  ck_assert_mem_eq(found.pitch, model, NOTES);
}
END_TEST

START_TEST(the_intervals_of_a_motif_are_kept)
{
  /* Up a third, down a step, and so on, wherever it begins. */
  static const int16_t steps[NOTES] = {0, 2, -1, 2, -1, -2, 1, -1, -1};
  for (int i = 0; i < NOTES; ++i) {
    task.spot[i].is_said = true;
    task.spot[i].motif_step = steps[i];
    task.spot[i].motif_pull = i ? 30.0f : 0.0f;
  }
  find(1);
  for (int i = 1; i < NOTES; ++i) {
    ck_assert_int_eq(yeoun_scale_nearest(&scale, found.pitch[i]) -
                       yeoun_scale_nearest(&scale, found.pitch[i - 1]),
                     steps[i]);
  }
}
END_TEST

/* What the search finds is not dearer than any line made by changing one of its
   notes. */
START_TEST(no_single_note_could_be_better)
{
  taste.temperature = 0.0f;
  for (int i = 0; i < NOTES; ++i) {
    task.spot[i].target = 62.0f + (float)(i * 5 % 11);
  }
  find(1);
  const float best = found.cost;
  uint8_t line[NOTES];
  memcpy(line, found.pitch, NOTES);
  for (int i = 0; i < NOTES; ++i) {
    const uint16_t old = task.spot[i].mode;
    /* Without the pitch that was found there. */
    task.spot[i].mode = (uint16_t)(ANY & ~(1U << line[i] % 12));
    find(1);
    ck_assert_float_ge(found.cost + 1e-4f, best);
    task.spot[i].mode = old;
  }
}
END_TEST

/** Search many phrases with draws; count what `is_so` finds among places. */
static double
share(bool (*is_there)(int i), bool (*is_so)(int i))
{
  int there = 0;
  int so = 0;
  taste.temperature = 1.5f;
  for (uint64_t seed = 1; seed <= 400; ++seed) {
    for (int i = 0; i < NOTES; ++i) {
      task.spot[i].target = 62.0f + (float)((seed * 7 + (uint64_t)i * 5) % 13);
    }
    find(seed);
    for (int i = 2; i < NOTES; ++i) {
      there += is_there(i);
      so += is_there(i) && is_so(i);
    }
  }
  ck_assert_int_gt(there, 20);
  return (double)so / (double)there;
}

static int
move_to(int i)
{
  return found.pitch[i] - found.pitch[i - 1];
}

/* After a leap away from the middle of the register. */
static bool
has_leapt_away(int i)
{
  const int leap = move_to(i - 1);
  return abs(leap) >= 5 && (leap > 0) == (found.pitch[i - 1] > 67);
}

static bool
turns(int i)
{
  return move_to(i - 1) > 0 ? move_to(i) <= 0 : move_to(i) >= 0;
}

START_TEST(a_leap_away_from_the_middle_is_answered)
{
  const double answered = share(has_leapt_away, turns);
  ck_assert_msg(answered > 0.8, "%.2f", answered);
}
END_TEST

static bool
comes_from_foreign(int i)
{
  return !yeoun_tones_hold(C_MAJOR, found.pitch[i - 1]);
}

static bool
is_step(int i)
{
  return abs(move_to(i)) <= 2 && move_to(i) != 0;
}

START_TEST(a_foreign_note_is_left_by_step)
{
  task.spot[2].wanted = 1 << 5;
  task.spot[5].wanted = 1 << 9;
  /* No interval is liked better than another. */
  taste.repeat = taste.third = taste.fourth = taste.step;
  taste.sixth = taste.octave = taste.other = taste.tritone = taste.step;
  const double resolved = share(comes_from_foreign, is_step);
  ck_assert_msg(resolved > 0.85, "%.2f", resolved);
}
END_TEST

/** Let the n-th note be one of these pitch classes, and no other. */
static void
allow(int n, unsigned classes)
{
  task.spot[n].mode = (uint16_t)classes;
}

enum { C = 1 << 0, D = 1 << 2, E = 1 << 4, F = 1 << 5, G = 1 << 7, A = 1 << 9 };

START_TEST(a_dissonance_falls_to_its_resolution_where_it_could_rise)
{
  task.count = 3;
  allow(0, G);
  allow(1, F); /* between e and g, both of the chord */
  allow(2, E | G);
  find(1);
  ck_assert_uint_eq(found.pitch[1], 65);
  ck_assert_uint_eq(found.pitch[2], 64);
  /* And by no leap, though a third is the cheaper interval. */
  taste.third = 0.1f;
  taste.step = 2.0f;
  allow(1, D); /* next to c and e; f would be a third */
  allow(2, C | F);
  find(1);
  ck_assert_uint_eq(found.pitch[2] % 12, 0);
}
END_TEST

START_TEST(a_foreign_note_lasts_no_longer_than_its_chord)
{
  /* Both belong to the chord where they begin; one also to the next. */
  task.count = 2;
  for (int i = 0; i < 2; ++i) {
    task.spot[i].chord_later = E;
    task.spot[i].length = 8;
    task.spot[i].target = 65.5f;
    allow(i, E | G);
  }
  taste.repeat = 0.5f;
  find(1);
  ck_assert_uint_eq(found.pitch[0] % 12, 4);
  ck_assert_uint_eq(found.pitch[1] % 12, 4);
}
END_TEST

START_TEST(a_phrase_does_not_fall_off_at_its_end)
{
  task.count = 2;
  allow(0, C);
  task.spot[0].target = 72.0f;
  allow(1, G | E);
  task.spot[1].target = 62.0f; /* it would like the low one */
  taste.wideness = 3.0f;
  taste.sixth = taste.fourth;
  task.low = 62;
  task.high = 74;
  task.spot[1].chord = task.spot[1].chord_later = C_MAJOR;
  find(1);
  ck_assert_uint_eq(found.pitch[0], 72);
  ck_assert_uint_gt(found.pitch[1], 72 - 9);
}
END_TEST

START_TEST(a_line_passes_its_ceiling_only_where_it_must)
{
  task.count = 4;
  task.ceiling = 67;
  for (int i = 0; i < 4; ++i) {
    task.spot[i].target = 70.0f;
  }
  find(1);
  for (int i = 0; i < 4; ++i) {
    ck_assert_uint_le(found.pitch[i], 67);
  }
  allow(2, A);
  task.low = 68;
  find(1);
  ck_assert_uint_eq(found.pitch[2], 69);
}
END_TEST

START_TEST(a_highest_note_that_matters_sounds_once)
{
  /* Up to a, away from it, and then to a again or not. */
  task.count = 4;
  task.high = 69;
  for (int i = 0; i < 4; ++i) {
    task.spot[i].chord = task.spot[i].chord_later = ANY;
    task.spot[i].target = i % 2 ? 69.0f : 65.0f;
    task.spot[i].is_last = false;
  }
  taste.wideness = 4.0f;
  int times[2];
  for (int matters = 0; matters < 2; ++matters) {
    task.peak_matters = matters;
    int most = 0;
    find(1);
    for (int i = 0; i < 4; ++i) {
      most = found.pitch[i] > most ? found.pitch[i] : most;
    }
    times[matters] = 0;
    for (int i = 0; i < 4; ++i) {
      times[matters] += found.pitch[i] == most;
    }
  }
  ck_assert_int_eq(times[1], 1);
  ck_assert_int_ge(times[0], times[1]);
}
END_TEST

START_TEST(a_leap_from_the_note_before_the_phrase_costs_what_it_costs_within)
{
  task.count = 1;
  task.before = 62;
  task.spot[0].target = 67.0f;
  taste.wideness = 9.0f;
  find(1);
  ck_assert_uint_eq(found.pitch[0], 64);
  /* After a breath it may begin anywhere near. */
  task.spot[0].is_after_rest = true;
  find(1);
  ck_assert_uint_eq(found.pitch[0], 64);
  taste.wideness = 2.0f;
  find(1);
  ck_assert_uint_eq(found.pitch[0], 67);
}
END_TEST

Suite *
test_suite(void)
{
  Suite *const suite = suite_create("phrase search");
  TCase *const tests = tcase_create("phrase search");
  tcase_add_checked_fixture(tests, set_up, NULL);
  tcase_add_test(tests, a_line_keeps_to_its_range);
  tcase_add_test(tests, a_line_sings_its_mode_alone);
  tcase_add_test(tests, a_line_follows_its_contour);
  tcase_add_test(tests, what_is_asked_for_is_sung);
  tcase_add_test(tests, a_model_is_recalled);
  tcase_add_test(tests, the_intervals_of_a_motif_are_kept);
  tcase_add_test(tests, no_single_note_could_be_better);
  tcase_add_test(tests, a_leap_away_from_the_middle_is_answered);
  tcase_add_test(tests, a_foreign_note_is_left_by_step);
  tcase_add_test(tests,
                 a_dissonance_falls_to_its_resolution_where_it_could_rise);
  tcase_add_test(tests, a_foreign_note_lasts_no_longer_than_its_chord);
  tcase_add_test(tests, a_phrase_does_not_fall_off_at_its_end);
  tcase_add_test(tests, a_line_passes_its_ceiling_only_where_it_must);
  tcase_add_test(tests, a_highest_note_that_matters_sounds_once);
  tcase_add_test(
    tests, a_leap_from_the_note_before_the_phrase_costs_what_it_costs_within);
  suite_add_tcase(suite, tests);
  return suite;
}
