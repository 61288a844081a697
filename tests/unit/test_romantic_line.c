// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* What romantic lines have of their own: dotted pairs, and a highest note that
   soars. */

#include <string.h>

#include "compose/melody/romantic_line.h"
#include "plain.h"
#include "suite.h"

enum { BEAT = 4, BARS = 8, BEATS = 4 * BARS };

static struct yeoun_request request;
static struct yeoun_plan plan;
static struct yeoun_score score;
static struct yeoun_tune tune;

/** Eight bars of quarter notes on c over one chord of C. */
static void
open_pole(unsigned pole)
{
  memset(&score, 0, sizeof(score));
  memset(&tune, 0, sizeof(tune));
  request = plain_request(pole, 4, BARS, 0.0f);
  yeoun_plan_make(&request, &plan);
  plan.high[YEOUN_ROMANTIC] = 96;
  score.meter = plan.meter;
  score.length = BARS * plan.bar_ticks;
  score.spans = 1;
  score.span[0] = (struct yeoun_span){
    .length = score.length, .chord = yeoun_chord_make(0, YEOUN_CHORD_MAJ, 0)};
  for (int i = 0; i < BEATS; ++i) {
    tune.note[tune.notes++] = (struct yeoun_line_note){
      .slot = (int16_t)(i * BEAT), .length = BEAT, .pitch = 72};
  }
}

static void
set_up(void)
{
  open_pole(YEOUN_ROMANTIC);
}

START_TEST(a_pair_is_dotted_where_that_is_asked)
{
  yeoun_tune_dot(&plan, &score, 0.0f, &tune);
  for (int i = 0; i < BEATS; ++i) {
    ck_assert_int_eq(tune.note[i].length, BEAT);
  }
  yeoun_tune_dot(&plan, &score, 1.0f, &tune);
  for (int i = 0; i < BEATS; i += 2) {
    ck_assert_int_eq(tune.note[i].slot, i * BEAT);
    ck_assert_int_eq(tune.note[i].length, BEAT + BEAT / 2);
    ck_assert_int_eq(tune.note[i + 1].slot, (i + 1) * BEAT + BEAT / 2);
    ck_assert_int_eq(tune.note[i + 1].length, BEAT / 2);
  }
}
END_TEST

START_TEST(nothing_else_is_dotted)
{
  tune.note[0].marks = YEOUN_MARK_MOTIF; /* the theme's own */
  tune.note[1].marks = YEOUN_MARK_MOTIF;
  tune.note[3].length = 2; /* unequal */
  tune.note[5].length = 3; /* and so is this */
  score.spans = 2;         /* a chord changes between */
  score.span[0].length = 7 * YEOUN_BEAT;
  score.span[1] =
    (struct yeoun_span){.start = 7 * YEOUN_BEAT,
                        .length = score.length - 7 * YEOUN_BEAT,
                        .chord = yeoun_chord_make(7, YEOUN_CHORD_MAJ, 7)};
  tune.notes = 8;
  yeoun_tune_dot(&plan, &score, 1.0f, &tune);
  ck_assert_int_eq(tune.note[0].length, BEAT);
  ck_assert_int_eq(tune.note[2].length, BEAT);
  ck_assert_int_eq(tune.note[4].length, BEAT);
  ck_assert_int_eq(tune.note[6].length, BEAT);
}
END_TEST

START_TEST(other_moods_neither_dot_nor_soar)
{
  open_pole(YEOUN_LYRICAL);
  tune.note[5].pitch = 76;
  yeoun_tune_dot(&plan, &score, 1.0f, &tune);
  yeoun_tune_soar(&plan, &score, &tune);
  for (int i = 0; i < BEATS; ++i) {
    ck_assert_int_eq(tune.note[i].length, BEAT);
    ck_assert_int_eq(tune.note[i].pitch, i == 5 ? 76 : 72);
  }
}
END_TEST

/** Let the line soar; the note of the first phrase that moved, -1 none. */
static int
soar(void)
{
  static struct yeoun_tune before;
  int moved = -1;
  before = tune;
  yeoun_tune_soar(&plan, &score, &tune);
  for (int i = 0; i < plan.phrase[0].bars * 4; ++i) {
    if (tune.note[i].pitch != before.note[i].pitch) {
      ck_assert_int_eq(moved, -1);
      moved = i;
    }
  }
  return moved;
}

START_TEST(the_highest_note_of_a_phrase_soars_to_the_next_tone_of_its_chord)
{
  tune.note[5].pitch = 76; /* the second beat of the second bar */
  ck_assert_int_eq(soar(), 5);
  ck_assert_int_eq(tune.note[5].pitch, 79);
}
END_TEST

START_TEST(of_equal_notes_the_last_soars)
{
  tune.note[5].pitch = 76;
  tune.note[7].pitch = 76;
  ck_assert_int_eq(soar(), 7);
}
END_TEST

START_TEST(no_leap_to_it_is_wider_than_a_sixth_nor_leaves_the_range)
{
  tune.note[5].pitch = 79; /* c would be an octave up */
  ck_assert_int_eq(soar(), -1);
  set_up();
  tune.note[4].pitch = 67;
  tune.note[5].pitch = 72; /* e: nine semitones above */
  for (int i = 0; i < BEATS; ++i) {
    tune.note[i].pitch = i == 5 ? 72 : 67;
  }
  ck_assert_int_eq(soar(), 5);
  ck_assert_int_eq(tune.note[5].pitch, 76);
  set_up();
  tune.note[5].pitch = 76;
  plan.high[YEOUN_ROMANTIC] = 78;
  ck_assert_int_eq(soar(), -1);
}
END_TEST

START_TEST(strong_beats_the_motif_the_first_bar_and_the_close_stay)
{
  const int last = plan.phrase[0].bars * 4 - 1;
  tune.note[1].pitch = 77;
  tune.note[4].pitch = 77;
  tune.note[6].pitch = 77;
  tune.note[7].pitch = 77;
  tune.note[7].marks = YEOUN_MARK_MOTIF;
  tune.note[last].pitch = 77;
  tune.note[5].pitch = 76;
  ck_assert_int_eq(soar(), 5);
}
END_TEST

Suite *
test_suite(void)
{
  Suite *const suite = suite_create("romantic_line");
  TCase *const tests = tcase_create("romantic_line");
  tcase_add_checked_fixture(tests, set_up, NULL);
  tcase_add_test(tests, a_pair_is_dotted_where_that_is_asked);
  tcase_add_test(tests, nothing_else_is_dotted);
  tcase_add_test(tests, other_moods_neither_dot_nor_soar);
  tcase_add_test(
    tests, the_highest_note_of_a_phrase_soars_to_the_next_tone_of_its_chord);
  tcase_add_test(tests, of_equal_notes_the_last_soars);
  tcase_add_test(tests,
                 no_leap_to_it_is_wider_than_a_sixth_nor_leaves_the_range);
  tcase_add_test(tests,
                 strong_beats_the_motif_the_first_bar_and_the_close_stay);
  suite_add_tcase(suite, tests);
  return suite;
}
