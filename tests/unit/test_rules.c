// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* The rules of performance, one at a time: which notes each of them moves, and
   which way. */

#include <math.h>
#include <string.h>

#include "perform/kth.h"
#include "perform/rules.h"
#include "suite.h"

enum { EIGHTH = YEOUN_BEAT / 2 };

static struct yeoun_score score;
static struct yeoun_mood mood;
static struct yeoun_rendition rendition;

/** A score in C major at 120 beats a minute, over one chord of C. */
static void
set_up(void)
{
  memset(&score, 0, sizeof(score));
  memset(&mood, 0, sizeof(mood));
  score.meter = (struct yeoun_meter){4, 4};
  score.length = 16 * YEOUN_BEAT;
  score.spans = 1;
  score.span[0] = (struct yeoun_span){
    .length = score.length, .chord = yeoun_chord_make(0, YEOUN_CHORD_MAJ, 0)};
}

/** Add a note of a lane where the one before it ends, or with the first. */
static void
add_to(unsigned lane, int pitch, int32_t length)
{
  const struct yeoun_note *const last =
    score.notes ? &score.note[score.notes - 1] : NULL;
  score.note[score.notes++] =
    (struct yeoun_note){.start = last ? last->start + last->length : 0,
                        .length = length,
                        .pitch = (uint8_t)pitch,
                        .lane = (uint8_t)lane};
}

static void
add(int pitch, int32_t length)
{
  add_to(YEOUN_LANE_MELODY, pitch, length);
}

/** Begin the rendition anew; a tick is 500 ms / YEOUN_BEAT. */
static const struct yeoun_rendered *
open_score(void)
{
  memset(&rendition, 0, sizeof(rendition));
  rendition.score = &score;
  rendition.mood = &mood;
  rendition.ms_per_tick = 500.0f / (float)YEOUN_BEAT;
  yeoun_rendition_open(&rendition);
  return rendition.note;
}

START_TEST(a_note_lasts_until_the_next_of_its_lane_and_graces_are_passed_over)
{
  add(60, EIGHTH);
  add(62, EIGHTH / 2);
  add(64, YEOUN_BEAT);
  score.note[1].articulation = YEOUN_ARTICULATION_GRACE;
  add_to(YEOUN_LANE_BASS, 40, YEOUN_BEAT);
  const struct yeoun_rendered *const note = open_score();
  ck_assert_int_eq(note[0].after, 2);
  ck_assert_int_eq(note[2].before, 0);
  ck_assert_int_eq(note[0].before, YEOUN_NO_NOTE);
  ck_assert_int_eq(note[2].after, YEOUN_NO_NOTE);
  ck_assert_int_eq(note[3].before, YEOUN_NO_NOTE);
  ck_assert_float_eq_tol(note[0].duration_ms, 375.0f, 0.1f);
  ck_assert_float_eq_tol(note[2].duration_ms, 500.0f, 0.1f);
}
END_TEST

START_TEST(the_higher_the_louder_and_drums_are_not_high)
{
  add(60, YEOUN_BEAT);
  add(72, YEOUN_BEAT);
  add_to(YEOUN_LANE_DRUMS, 36, YEOUN_BEAT);
  add_to(YEOUN_LANE_DRUMS, 60, YEOUN_BEAT);
  const struct yeoun_rendered *const note = open_score();
  yeoun_rule_high_loud(&rendition, 1.0f);
  /* Three decibels an octave, about the mean of the lane. */
  ck_assert_float_eq_tol(note[1].level_db - note[0].level_db, 3.0f, 0.01f);
  ck_assert_float_eq_tol(note[1].level_db + note[0].level_db, 0.0f, 0.01f);
  ck_assert_float_eq(note[2].level_db, 0.0f);
  ck_assert_float_eq(note[3].level_db, 0.0f);
}
END_TEST

/* Semitones above the root, from the nearest of the circle of fifths to the
   farthest; what lies on the side of the flats charges a little less. */
START_TEST(what_is_far_from_the_root_is_louder_and_longer)
{
  static const int fifths_up[] = {0, 7, 2, 9, 4, 11, 6};
  static const int fifths_down[] = {0, 5, 10, 3, 8, 1};
  for (unsigned way = 0; way < 2; ++way) {
    const int *const above = way ? fifths_down : fifths_up;
    const int count = way ? 6 : 7;
    set_up();
    for (int i = 0; i < count; ++i) {
      add(60 + above[i], YEOUN_BEAT);
    }
    const struct yeoun_rendered *const note = open_score();
    yeoun_rule_melodic_charge(&rendition, 1.0f);
    ck_assert_float_eq(note[0].level_db, 0.0f);
    for (int i = 1; i < count; ++i) {
      ck_assert_float_gt(note[i].level_db, note[i - 1].level_db);
      ck_assert_float_gt(note[i].shift_ms, note[i - 1].shift_ms);
    }
  }
}
END_TEST

START_TEST(the_first_note_of_a_remote_chord_waits_the_longest)
{
  score.spans = 2;
  score.span[0].length = 2 * YEOUN_BEAT;
  score.span[1] =
    (struct yeoun_span){.start = 2 * YEOUN_BEAT,
                        .length = score.length - 2 * YEOUN_BEAT,
                        .chord = yeoun_chord_make(1, YEOUN_CHORD_MAJ, 1)};
  for (int i = 0; i < 4; ++i) {
    add(61, YEOUN_BEAT);
  }
  const struct yeoun_rendered *const note = open_score();
  yeoun_rule_harmonic_delay(&rendition, 1.0f);
  ck_assert_float_eq(note[0].shift_ms, 0.0f); /* home */
  ck_assert_float_gt(note[3].shift_ms, 1.0f);
  ck_assert_float_gt(note[2].shift_ms, 2.0f * note[3].shift_ms);
}
END_TEST

START_TEST(contrast_makes_short_notes_shorter_and_softer_and_can_be_turned)
{
  static const int32_t lengths[] = {
    YEOUN_BEAT / 4, YEOUN_BEAT / 2, YEOUN_BEAT, 2 * YEOUN_BEAT};
  for (int i = 0; i < 4; ++i) {
    add(60, lengths[i]); /* 125, 250, 500 and 1000 ms */
  }
  const struct yeoun_rendered *const note = open_score();
  yeoun_rule_duration_contrast(&rendition, 1.0f);
  for (int i = 0; i < 3; ++i) {
    ck_assert_float_lt(note[i].shift_ms, -3.0f);
    ck_assert_float_lt(note[i].level_db, 0.0f);
  }
  ck_assert_float_eq(note[3].shift_ms, 0.0f);
  ck_assert_float_lt(note[1].shift_ms, note[0].shift_ms);
  ck_assert_float_lt(note[1].shift_ms, note[2].shift_ms);
  const float before = note[1].shift_ms;
  open_score();
  yeoun_rule_duration_contrast(&rendition, -1.0f);
  ck_assert_float_eq(note[1].shift_ms, -before);
}
END_TEST

START_TEST(two_to_one_is_softened_and_the_pair_lasts_as_long)
{
  add(60, YEOUN_BEAT);
  add(62, EIGHTH);
  add(64, YEOUN_BEAT);
  add(65, YEOUN_BEAT);
  add(67, YEOUN_BEAT);
  const struct yeoun_rendered *const note = open_score();
  yeoun_rule_double_duration(&rendition, 1.0f);
  ck_assert_float_lt(note[0].shift_ms, -10.0f);
  ck_assert_float_eq(note[1].shift_ms, -note[0].shift_ms);
  ck_assert_float_eq(note[2].shift_ms, 0.0f); /* one to one */
  ck_assert_float_eq(note[3].shift_ms, 0.0f);
}
END_TEST

START_TEST(a_group_ends_with_its_phrase_and_at_a_long_note_before_a_leap)
{
  static const int pitches[] = {60, 62, 64, 72, 71, 69, 67};
  for (int i = 0; i < 7; ++i) {
    add(pitches[i], i == 2 ? YEOUN_BEAT : EIGHTH);
  }
  score.note[5].marks = YEOUN_MARK_PHRASE_END;
  const struct yeoun_rendered *const note = open_score();
  yeoun_rule_punctuation(&rendition, 1.0f);
  for (int i = 0; i < 7; ++i) {
    if (i == 2 || i == 5) {
      ck_assert_float_ge(note[i].gap_ms, 20.0f);
      ck_assert_float_gt(note[i].shift_ms, 0.0f);
    } else {
      ck_assert_float_eq(note[i].gap_ms, 0.0f);
    }
  }
  /* A longer note is followed by a longer silence. */
  ck_assert_float_gt(note[2].gap_ms, note[5].gap_ms);
}
END_TEST

START_TEST(a_long_note_before_a_step_ends_no_group)
{
  static const int pitches[] = {60, 62, 64, 65, 67, 69};
  for (int i = 0; i < 6; ++i) {
    add(pitches[i], i == 2 ? YEOUN_BEAT : EIGHTH);
  }
  const struct yeoun_rendered *const note = open_score();
  yeoun_rule_punctuation(&rendition, 1.0f);
  ck_assert_float_eq(note[2].gap_ms, 0.0f);
}
END_TEST

START_TEST(the_high_note_of_a_leap_is_longer_at_the_cost_of_the_other)
{
  static const int pitches[] = {60, 72, 60, 62};
  for (int i = 0; i < 4; ++i) {
    add(pitches[i], YEOUN_BEAT);
  }
  const struct yeoun_rendered *const note = open_score();
  yeoun_rule_leap_tone_duration(&rendition, 1.0f);
  ck_assert_float_lt(note[0].shift_ms, -10.0f);
  ck_assert_float_gt(note[1].shift_ms, 10.0f);
  ck_assert_float_lt(note[2].shift_ms, -10.0f);
  ck_assert_float_eq(note[3].shift_ms, 0.0f);
}
END_TEST

START_TEST(a_leap_has_a_silence_within_and_a_wider_one_a_longer)
{
  static const int pitches[] = {60, 62, 66, 57, 57};
  for (int i = 0; i < 5; ++i) {
    add(pitches[i], YEOUN_BEAT);
  }
  const struct yeoun_rendered *const note = open_score();
  yeoun_rule_leap_articulation(&rendition, 1.0f);
  ck_assert_float_eq(note[0].gap_ms, 0.0f);
  ck_assert_float_gt(note[1].gap_ms, 5.0f);
  ck_assert_float_gt(note[2].gap_ms, 2.0f * note[1].gap_ms);
  ck_assert_float_eq(note[3].gap_ms, 0.0f);
}
END_TEST

START_TEST(a_run_hurries_upwards_and_not_down)
{
  static const int pitches[] = {60, 62, 64, 65, 64, 62, 60};
  for (int i = 0; i < 7; ++i) {
    add(pitches[i], EIGHTH);
  }
  const struct yeoun_rendered *const note = open_score();
  yeoun_rule_faster_uphill(&rendition, 1.0f);
  for (int i = 0; i < 7; ++i) {
    const bool is_within = i == 1 || i == 2;
    ck_assert_float_eq(note[i].shift_ms, is_within ? yeoun_kth.uphill : 0.0f);
  }
  ck_assert_float_lt(yeoun_kth.uphill, 0.0f);
}
END_TEST

START_TEST(equal_pitches_part_and_others_do_not)
{
  static const int pitches[] = {60, 60, 62, 62};
  for (int i = 0; i < 4; ++i) {
    add(pitches[i], EIGHTH);
  }
  const struct yeoun_rendered *const note = open_score();
  yeoun_rule_repetition(&rendition, 1.0f);
  ck_assert_float_gt(note[0].gap_ms, 20.0f);
  ck_assert_float_eq(note[1].gap_ms, 0.0f);
  ck_assert_float_gt(note[2].gap_ms, 20.0f);
  ck_assert_float_eq(note[3].gap_ms, 0.0f);
}
END_TEST

START_TEST(a_very_short_note_among_longer_ones_has_more_time)
{
  static const int32_t lengths[] = {
    YEOUN_BEAT, YEOUN_BEAT / 8, YEOUN_BEAT, YEOUN_BEAT / 8, YEOUN_BEAT / 8};
  for (int i = 0; i < 5; ++i) {
    add(60 + i, lengths[i]);
  }
  const struct yeoun_rendered *const note = open_score();
  yeoun_rule_social_duration(&rendition, 1.0f);
  for (int i = 0; i < 5; ++i) {
    ck_assert_float_eq(note[i].shift_ms, i == 1 ? yeoun_kth.social : 0.0f);
  }
  ck_assert_float_gt(yeoun_kth.social, 0.0f);
}
END_TEST

/* What leans is louder than the rest, what falls back or tapers is softer. */
static const struct {
  uint8_t mark;
  int sign;
} leans[] = {
  {YEOUN_MARK_SUSPENSION, 1},
  {YEOUN_MARK_APPOGGIATURA, 1},
  {YEOUN_MARK_RESOLUTION, -1},
  {YEOUN_MARK_CLIMAX, 1},
  {YEOUN_MARK_PHRASE_END, -1},
  {YEOUN_MARK_PHRASE_START, -1},
  {YEOUN_MARK_MOTIF, 0},
};

START_TEST(dissonances_and_the_climax_lean_and_ends_taper)
{
  add(60, YEOUN_BEAT);
  score.note[0].marks = leans[_i].mark;
  const struct yeoun_rendered *const note = open_score();
  yeoun_rule_marks(&rendition, 1.0f);
  const float level_db = note[0].level_db;
  ck_assert_int_eq((level_db > 0.0f) - (level_db < 0.0f), leans[_i].sign);
}
END_TEST

START_TEST(the_bar_line_stands_out_before_the_beat_and_the_beat_before_the_rest)
{
  for (int i = 0; i < 16; ++i) {
    add(60, EIGHTH);
  }
  const struct yeoun_rendered *const note = open_score();
  yeoun_rule_metre(&rendition, 1.0f);
  for (int i = 0; i < 16; ++i) {
    const float level_db = note[i].level_db;
    if (i % 2) {
      ck_assert_float_lt(level_db, 0.0f);
    } else {
      ck_assert_float_gt(level_db, i % 8 ? 0.0f : note[2].level_db);
    }
  }
}
END_TEST

START_TEST(no_rule_touches_chords_as_if_they_were_a_line)
{
  static const int pitches[] = {60, 72, 72, 61};
  for (int i = 0; i < 4; ++i) {
    add_to(YEOUN_LANE_CHORDS, pitches[i], EIGHTH);
  }
  const struct yeoun_rendered *const note = open_score();
  yeoun_rule_melodic_charge(&rendition, 1.0f);
  yeoun_rule_harmonic_delay(&rendition, 1.0f);
  yeoun_rule_duration_contrast(&rendition, 1.0f);
  yeoun_rule_double_duration(&rendition, 1.0f);
  yeoun_rule_leap_tone_duration(&rendition, 1.0f);
  yeoun_rule_leap_articulation(&rendition, 1.0f);
  yeoun_rule_faster_uphill(&rendition, 1.0f);
  yeoun_rule_repetition(&rendition, 1.0f);
  yeoun_rule_social_duration(&rendition, 1.0f);
  for (int i = 0; i < 4; ++i) {
    ck_assert_float_eq(note[i].shift_ms, 0.0f);
    ck_assert_float_eq(note[i].gap_ms, 0.0f);
    ck_assert_float_eq(note[i].level_db, 0.0f);
  }
}
END_TEST

Suite *
test_suite(void)
{
  Suite *const suite = suite_create("rules");
  TCase *const tests = tcase_create("rules");
  tcase_add_checked_fixture(tests, set_up, NULL);
  tcase_add_test(
    tests, a_note_lasts_until_the_next_of_its_lane_and_graces_are_passed_over);
  tcase_add_test(tests, the_higher_the_louder_and_drums_are_not_high);
  tcase_add_test(tests, what_is_far_from_the_root_is_louder_and_longer);
  tcase_add_test(tests, the_first_note_of_a_remote_chord_waits_the_longest);
  tcase_add_test(
    tests, contrast_makes_short_notes_shorter_and_softer_and_can_be_turned);
  tcase_add_test(tests, two_to_one_is_softened_and_the_pair_lasts_as_long);
  tcase_add_test(tests,
                 a_group_ends_with_its_phrase_and_at_a_long_note_before_a_leap);
  tcase_add_test(tests, a_long_note_before_a_step_ends_no_group);
  tcase_add_test(tests,
                 the_high_note_of_a_leap_is_longer_at_the_cost_of_the_other);
  tcase_add_test(tests, a_leap_has_a_silence_within_and_a_wider_one_a_longer);
  tcase_add_test(tests, a_run_hurries_upwards_and_not_down);
  tcase_add_test(tests, equal_pitches_part_and_others_do_not);
  tcase_add_test(tests, a_very_short_note_among_longer_ones_has_more_time);
  tcase_add_loop_test(tests,
                      dissonances_and_the_climax_lean_and_ends_taper,
                      0,
                      (int)(sizeof(leans) / sizeof(leans[0])));
  tcase_add_test(
    tests,
    the_bar_line_stands_out_before_the_beat_and_the_beat_before_the_rest);
  tcase_add_test(tests, no_rule_touches_chords_as_if_they_were_a_line);
  suite_add_tcase(suite, tests);
  return suite;
}
