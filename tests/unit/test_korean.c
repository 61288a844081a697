// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* The Korean layer: melodies keep their mode, and all that is played lies on
   the janggu's grid. */

#include <string.h>

#include "compose/melody/korean.h"
#include "compose/plan/plan.h"
#include "music/key.h"
#include "music/palette.h"
#include "music/scale.h"
#include "suite.h"
#include "walk.h"

enum { VARIATIONS = 4 };

static void
set_up(void)
{
  walk_open(2);
}

/* The n-th of a walk through themes, moods and variations in the gugak palette.
 */
static void
compose(int n)
{
  struct yeoun_request request = walk_request(
    n, (unsigned)n % YEOUN_POLES, 1U + (unsigned)n % VARIATIONS, 0.35);
  request.palette = YEOUN_GUGAK;
  walk_compose(&request);
}

/* Gyemyeonjo over a minor key, pyeongjo and ujo over the others: five degrees,
   counted from the tonic. */
static uint16_t
mode_of(struct yeoun_key key)
{
  static const int minor[] = {0, 1, 2, 3, 4};
  static const int bright[] = {0, 1, 2, 4, 5};
  const int *const kept = yeoun_key_is_minor(key) ? minor : bright;
  const struct yeoun_scale scale = yeoun_scale_of_key(key);
  unsigned tones = 0;
  for (int i = 0; i < 5; ++i) {
    tones |= 1U << yeoun_pitch_class(yeoun_scale_pitch(&scale, kept[i]));
  }
  return (uint16_t)tones;
}

START_TEST(a_melody_keeps_the_tones_of_its_mode)
{
  int sung = 0;
  for (int n = 0; n < 3 * subjects.count; ++n) {
    const struct subject *const subject = &subjects.subject[n % subjects.count];
    if (subject->given.notes >= 2) {
      continue; /* a motif that was given keeps its notes */
    }
    compose(n);
    const uint16_t mode = mode_of(score.key);
    for (int i = 0; i < score.notes; ++i) {
      const struct yeoun_note *const note = &score.note[i];
      if (note->lane == YEOUN_LANE_MELODY) {
        ck_assert_msg(yeoun_tones_hold(mode, note->pitch),
                      "%s: key %d in bar %d is outside the mode",
                      subject->text,
                      note->pitch,
                      (int)(note->start / yeoun_bar_ticks(score.meter)) + 1);
        ++sung;
      }
    }
  }
  ck_assert_int_gt(sung, 1000);
}
END_TEST

START_TEST(all_lanes_lie_on_the_triplets_of_the_janggu)
{
  int inner[YEOUN_LANES] = {0};
  for (int n = 0; n < 3 * subjects.count; ++n) {
    compose(n);
    const int32_t third = yeoun_pulse_ticks(score.meter) / 3;
    for (int i = 0; i < score.notes; ++i) {
      const struct yeoun_note *const note = &score.note[i];
      if (note->lane != YEOUN_LANE_DRUMS) {
        ck_assert_msg(note->start % third == 0,
                      "%s: a note of lane %d at tick %d is off the grid",
                      subjects.subject[n % subjects.count].text,
                      note->lane,
                      (int)note->start);
        inner[note->lane] += note->start % (3 * third) != 0;
      }
    }
  }
  ck_assert_int_gt(inner[YEOUN_LANE_MELODY], 500);
}
END_TEST

START_TEST(a_lane_never_sounds_twice_at_once_for_the_grid)
{
  for (int n = 0; n < 3 * subjects.count; ++n) {
    compose(n);
    const struct yeoun_note *before = NULL;
    for (int i = 0; i < score.notes; ++i) {
      const struct yeoun_note *const note = &score.note[i];
      if (note->lane == YEOUN_LANE_MELODY) {
        ck_assert(!before || before->start + before->length <= note->start);
        before = note;
      }
    }
  }
}
END_TEST

/* A plan of sixteen bars in gugak, of a theme in A minor or C major, four beats
   in a bar. */
static struct yeoun_request asked;
static struct yeoun_plan plan;

static void
plan_over(const char *chords, unsigned variation)
{
  asked = walk_request(0, YEOUN_LYRICAL, variation, 0.35);
  asked.palette = YEOUN_GUGAK;
  asked.meter = (struct yeoun_meter){4, 4};
  asked.doubling = 0;
  ck_assert_int_eq(yeoun_theme_read(chords, &asked.theme).status, 0);
  yeoun_plan_make(&asked, &plan);
}

/* One tone of the melody, what follows it, and what becomes of it. */
static const struct {
  const char *chords;
  uint8_t pitch, next; /* next: 0 = nothing follows */
  int32_t length;
  uint8_t marks, bend;
  int16_t cents;
} tones[] = {
  /* Gyemyeonjo: mi is shaken, do breaks where it falls, la is plain. */
  {"Am Em Am", 76, 69, YEOUN_BEAT, 0, YEOUN_BEND_SHAKE, 120},
  {"Am Em Am", 72, 69, YEOUN_BEAT / 2, 0, YEOUN_BEND_BREAK, -100},
  {"Am Em Am", 72, 76, YEOUN_BEAT / 2, 0, YEOUN_BEND_NONE, 0},
  {"Am Em Am", 69, 72, YEOUN_BEAT, 0, YEOUN_BEND_STRAIGHT, 0},
  {"Am Em Am",
   74,
   76,
   YEOUN_BEAT,
   YEOUN_MARK_PHRASE_START,
   YEOUN_BEND_PUSH,
   -200},
  {"Am Em Am", 69, 0, YEOUN_BEAT, 0, YEOUN_BEND_FALL, -50},
  /* Pyeongjo: re and sol are shaken when there is time. */
  {"C G C", 74, 72, 2 * YEOUN_BEAT, 0, YEOUN_BEND_SHAKE, 70},
  {"C G C", 74, 72, YEOUN_BEAT, 0, YEOUN_BEND_NONE, 0},
  {"C G C", 72, 74, 2 * YEOUN_BEAT, 0, YEOUN_BEND_NONE, 0},
  {"C G C", 72, 74, YEOUN_BEAT, YEOUN_MARK_PHRASE_START, YEOUN_BEND_PUSH, -200},
  {"C G C", 72, 0, YEOUN_BEAT, 0, YEOUN_BEND_FALL, -40},
};

enum { TONES = sizeof(tones) / sizeof(tones[0]) };

START_TEST(each_tone_of_a_mode_is_bent_in_its_own_way)
{
  plan_over(tones[_i].chords, 1);
  score.notes = 0;
  score.note[score.notes++] = (struct yeoun_note){.length = tones[_i].length,
                                                  .pitch = tones[_i].pitch,
                                                  .marks = tones[_i].marks,
                                                  .lane = YEOUN_LANE_MELODY};
  if (tones[_i].next) {
    score.note[score.notes++] = (struct yeoun_note){.start = tones[_i].length,
                                                    .length = YEOUN_BEAT,
                                                    .pitch = tones[_i].next,
                                                    .lane = YEOUN_LANE_MELODY};
  }
  yeoun_korean_bend(&plan, YEOUN_LANE_MELODY, &score);
  ck_assert_uint_eq(score.note[0].bend, tones[_i].bend);
  ck_assert_int_eq(score.note[0].bend_cents, tones[_i].cents);
}
END_TEST

START_TEST(a_statement_is_not_bent)
{
  plan_over("Am Em Am", 0);
  for (int bar = 0; bar < plan.bars; ++bar) {
    ck_assert(!yeoun_korean_holds(&plan, bar));
    ck_assert_uint_eq(yeoun_korean_tones(&plan, bar), YEOUN_KOREAN_ANY);
  }
}
END_TEST

/** The strokes of a bar's pulses, three a beat: both hands, left, right (deok),
    right lightly. */
static void
drum_bar(int bar, char strokes[13])
{
  const int32_t pulse = yeoun_pulse_ticks(plan.meter) / 3;
  score.notes = 0;
  score.length = plan.bars * plan.bar_ticks;
  yeoun_korean_drum(&plan, bar, &score);
  memset(strokes, '.', 12);
  strokes[12] = '\0';
  for (int i = 0; i < score.notes; ++i) {
    const struct yeoun_note *const note = &score.note[i];
    const int32_t at = note->start - bar * plan.bar_ticks;
    if (at % pulse || at / pulse > 11) {
      continue;
    }
    char *const stroke = &strokes[at / pulse];
    const bool is_left = note->pitch == YEOUN_DRUM_JANGGU_KUNG;
    *stroke = *stroke != '.'         ? 'D'
              : is_left              ? 'k'
              : note->level_db == -9 ? 'l'
                                     : 'd';
  }
}

/* Gutgeori and jajinmori as they are taught; a gideok and a roll begin as a
   deok does. */
static const struct {
  float bpm;
  const char *strokes;
} tempos[] = {
  {45.0f, "D.dk.dk.dk.d"},
  {140.0f, "D..D..D.dkd."},
};

START_TEST(the_cycle_is_that_of_the_tempo)
{
  char strokes[13];
  plan_over("Am Em Am", 1);
  plan.pulses_per_second = tempos[_i].bpm / 60.0f;
  drum_bar(0, strokes);
  ck_assert_str_eq(strokes, tempos[_i].strokes);
}
END_TEST

START_TEST(every_fourth_bar_is_the_plain_cycle_and_others_are_varied)
{
  int light[4] = {0};
  for (unsigned variation = 1; variation < 30; ++variation) {
    plan_over("Am Em Am", variation);
    for (int bar = 0; bar < 8; ++bar) {
      char strokes[13];
      drum_bar(bar, strokes);
      light[bar % 4] += strchr(strokes, 'l') != NULL;
    }
  }
  ck_assert_int_eq(light[0], 0);
  for (int bar = 1; bar < 4; ++bar) {
    ck_assert_int_gt(light[bar], 5);
  }
}
END_TEST

START_TEST(three_beats_in_a_bar_have_a_cycle_of_three)
{
  for (unsigned variation = 1; variation < 20; ++variation) {
    char strokes[13];
    plan_over("Am Em Am", variation);
    asked.meter = (struct yeoun_meter){3, 4};
    yeoun_plan_make(&asked, &plan);
    plan.pulses_per_second = 70.0f / 60.0f; /* cycles of four go as fast */
    drum_bar(0, strokes);
    ck_assert_str_eq(strokes, "D..D.dkd....");
  }
}
END_TEST

Suite *
test_suite(void)
{
  Suite *const suite = suite_create("korean");
  TCase *const tests = tcase_create("korean");
  tcase_set_timeout(tests, 60);
  tcase_add_checked_fixture(tests, set_up, NULL);
  tcase_add_loop_test(
    tests, each_tone_of_a_mode_is_bent_in_its_own_way, 0, TONES);
  tcase_add_test(tests, a_statement_is_not_bent);
  tcase_add_loop_test(tests, the_cycle_is_that_of_the_tempo, 0, 2);
  tcase_add_test(tests,
                 every_fourth_bar_is_the_plain_cycle_and_others_are_varied);
  tcase_add_test(tests, a_melody_keeps_the_tones_of_its_mode);
  tcase_add_test(tests, all_lanes_lie_on_the_triplets_of_the_janggu);
  tcase_add_test(tests, a_lane_never_sounds_twice_at_once_for_the_grid);
  tcase_add_test(tests, three_beats_in_a_bar_have_a_cycle_of_three);
  suite_add_tcase(suite, tests);
  return suite;
}
