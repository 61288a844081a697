// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* How long notes sound, and how loud they are against each other: written by
   hand, performed on the grid. */

#include <stdlib.h>

#include "music/instrument.h"
#include "music/palette.h"
#include "perform/level.h"
#include "rendered.h"
#include "suite.h"

enum { LEGATO = YEOUN_ARTICULATION_LEGATO };

static void
set_up(void)
{
  rendered_open();
}

/** How long the note at the first tick sounds, in milliseconds. */
static float
sounding(unsigned lane, int pitch)
{
  rendered_perform(0.0f, 1);
  const struct yeoun_performed *const note = rendered_find(lane, 0, pitch);
  return rendered_ms(note->end - note->start);
}

/** Two beats of a lane, the second a step up, with a silence between. */
static void
write_pair(unsigned lane, uint8_t articulation, int32_t silence)
{
  rendered_add(lane, 0, YEOUN_BEAT - silence, 60)->articulation = articulation;
  rendered_add(lane, YEOUN_BEAT, YEOUN_BEAT, 62)->articulation = articulation;
}

START_TEST(a_gate_is_a_share_of_what_is_written)
{
  write_pair(YEOUN_LANE_MELODY, YEOUN_ARTICULATION_PLAIN, 0);
  plain_mood.feature[YEOUN_FEATURE_GATE] = 0.5f;
  ck_assert_float_eq_tol(sounding(YEOUN_LANE_MELODY, 60), 250.0f, 2.0f);
  plain_mood.feature[YEOUN_FEATURE_GATE] = 1.0f;
  ck_assert_float_eq_tol(sounding(YEOUN_LANE_MELODY, 60), 500.0f, 2.0f);
}
END_TEST

START_TEST(an_accent_is_parted_and_pads_and_basses_are_not_cut_short)
{
  write_pair(YEOUN_LANE_MELODY, YEOUN_ARTICULATION_MARCATO, 0);
  ck_assert_float_eq_tol(sounding(YEOUN_LANE_MELODY, 60), 425.0f, 3.0f);
  rendered_open();
  plain_mood.feature[YEOUN_FEATURE_GATE] = 0.3f;
  write_pair(YEOUN_LANE_PAD, YEOUN_ARTICULATION_PLAIN, 0);
  ck_assert_float_eq_tol(sounding(YEOUN_LANE_PAD, 60), 500.0f, 2.0f);
  rendered_open();
  plain_mood.feature[YEOUN_FEATURE_GATE] = 0.3f;
  write_pair(YEOUN_LANE_BASS, YEOUN_ARTICULATION_PLAIN, 0);
  ck_assert_float_eq_tol(sounding(YEOUN_LANE_BASS, 60), 250.0f, 2.0f);
}
END_TEST

START_TEST(what_is_bound_overlaps_and_a_rest_binds_nothing)
{
  written.instrument[YEOUN_LANE_MELODY] = YEOUN_FLUTE;
  write_pair(YEOUN_LANE_MELODY, LEGATO, 0);
  ck_assert_float_ge(sounding(YEOUN_LANE_MELODY, 60), 529.0f);
  rendered_open();
  written.instrument[YEOUN_LANE_MELODY] = YEOUN_FLUTE;
  write_pair(YEOUN_LANE_MELODY, LEGATO, YEOUN_BEAT / 8);
  ck_assert_float_le(sounding(YEOUN_LANE_MELODY, 60), 438.5f);
  /* A string that was struck needs no slur. */
  rendered_open();
  written.instrument[YEOUN_LANE_MELODY] = YEOUN_GRAND_PIANO;
  write_pair(YEOUN_LANE_MELODY, LEGATO, 0);
  ck_assert_float_gt(sounding(YEOUN_LANE_MELODY, 60), 505.0f);
  ck_assert_float_lt(sounding(YEOUN_LANE_MELODY, 60), 625.0f);
}
END_TEST

START_TEST(what_overlaps_by_writing_is_bound_too)
{
  written.instrument[YEOUN_LANE_MELODY] = YEOUN_FLUTE;
  write_pair(YEOUN_LANE_MELODY, LEGATO, -YEOUN_BEAT / 4);
  ck_assert_float_ge(sounding(YEOUN_LANE_MELODY, 60), 650.0f);
}
END_TEST

START_TEST(a_short_note_is_heard_though_its_gate_is_shorter)
{
  plain_mood.feature[YEOUN_FEATURE_GATE] = 0.2f;
  rendered_add(YEOUN_LANE_MELODY, 0, YEOUN_BEAT / 8, 60);
  rendered_add(YEOUN_LANE_MELODY, YEOUN_BEAT / 8, YEOUN_BEAT, 62);
  ck_assert_float_eq_tol(sounding(YEOUN_LANE_MELODY, 60), 30.0f, 1.0f);
}
END_TEST

START_TEST(the_same_key_struck_twice_at_once_is_one_note_of_the_stronger)
{
  rendered_add(YEOUN_LANE_CHORDS, 0, YEOUN_BEAT, 60)->level_db = -6;
  rendered_add(YEOUN_LANE_CHORDS, 0, 2 * YEOUN_BEAT, 60);
  rendered_add(YEOUN_LANE_CHORDS, 8 * YEOUN_BEAT, YEOUN_BEAT, 60);
  rendered_perform(0.0f, 1);
  ck_assert_uint_eq(performed.notes, 2);
  ck_assert_float_ge(sounding(YEOUN_LANE_CHORDS, 60), 950.0f);
  ck_assert_uint_eq(performed.note[0].velocity, performed.note[1].velocity);
}
END_TEST

START_TEST(a_row_of_graces_stands_before_its_note_in_order)
{
  rendered_add(YEOUN_LANE_MELODY, 0, YEOUN_BEAT, 60);
  for (int i = 0; i < 2; ++i) {
    rendered_add(YEOUN_LANE_MELODY, 2 * YEOUN_BEAT, YEOUN_BEAT / 16, 70 + i)
      ->articulation = YEOUN_ARTICULATION_GRACE;
  }
  rendered_add(YEOUN_LANE_MELODY, 2 * YEOUN_BEAT, YEOUN_BEAT, 72);
  rendered_perform(0.0f, 1);
  const struct yeoun_performed *const note = performed.note;
  ck_assert_uint_eq(performed.notes, 4);
  ck_assert_uint_eq(note[1].pitch, 70);
  ck_assert_uint_eq(note[2].pitch, 71);
  ck_assert_int_eq(note[1].end, note[2].start);
  ck_assert_int_eq(note[2].end, note[3].start);
  ck_assert_int_eq(note[3].start, 2 * YEOUN_BEAT);
}
END_TEST

START_TEST(a_line_ends_before_the_graces_that_follow_it)
{
  rendered_add(YEOUN_LANE_MELODY, 0, 2 * YEOUN_BEAT, 60);
  rendered_add(YEOUN_LANE_MELODY, 2 * YEOUN_BEAT, YEOUN_BEAT / 16, 71)
    ->articulation = YEOUN_ARTICULATION_GRACE;
  rendered_add(YEOUN_LANE_MELODY, 2 * YEOUN_BEAT, YEOUN_BEAT, 72);
  rendered_perform(0.0f, 1);
  ck_assert_int_le(performed.note[0].end, performed.note[1].start);
  ck_assert_int_gt(performed.note[0].end, YEOUN_BEAT);
}
END_TEST

/** The velocity of the note at the first tick of a lane, in decibels. */
static float
level_of(unsigned lane, int pitch)
{
  return yeoun_velocity_db(rendered_find(lane, 0, pitch)->velocity);
}

START_TEST(the_tune_is_the_loudest_and_the_pad_the_softest)
{
  static const int pitches[YEOUN_LANES] = {76, 64, 52, 40, 55, 36};
  for (unsigned lane = 0; lane < YEOUN_LANES; ++lane) {
    rendered_add(lane, 0, YEOUN_BEAT, pitches[lane]);
  }
  rendered_perform(0.0f, 1);
  const float tune = level_of(YEOUN_LANE_MELODY, 76);
  for (unsigned lane = 1; lane < YEOUN_LANES; ++lane) {
    const float other = level_of(lane, pitches[lane]);
    ck_assert_float_le(other, tune - 2.5f);
    ck_assert(lane == YEOUN_LANE_PAD ||
              other > level_of(YEOUN_LANE_PAD, 55) + 1.0f);
  }
  ck_assert_float_gt(level_of(YEOUN_LANE_COUNTER, 64),
                     level_of(YEOUN_LANE_CHORDS, 52));
}
END_TEST

START_TEST(accompaniment_that_comes_near_the_tune_stands_back)
{
  rendered_add(YEOUN_LANE_MELODY, 0, YEOUN_BEAT, 72);
  rendered_add(YEOUN_LANE_COUNTER, 0, YEOUN_BEAT, 73);
  rendered_add(YEOUN_LANE_CHORDS, 0, YEOUN_BEAT, 60);
  rendered_add(YEOUN_LANE_CHORDS, 0, YEOUN_BEAT, 71);
  rendered_perform(0.0f, 1);
  const float far = level_of(YEOUN_LANE_CHORDS, 60);
  const float near = level_of(YEOUN_LANE_CHORDS, 71);
  ck_assert_float_le(near, far - 1.0f);
  ck_assert_float_ge(near, far - 2.5f);
  /* The second voice does not. */
  ck_assert_float_gt(level_of(YEOUN_LANE_COUNTER, 73),
                     level_of(YEOUN_LANE_MELODY, 72) - 3.6f);
}
END_TEST

START_TEST(what_is_written_louder_is_louder_and_accents_are_where_there_is_room)
{
  static const float dynamics[] = {12.0f, 3.0f};
  float more[2];
  for (int i = 0; i < 2; ++i) {
    rendered_open();
    plain_mood.feature[YEOUN_FEATURE_DYNAMICS] = dynamics[i];
    rendered_add(YEOUN_LANE_BASS, 0, YEOUN_BEAT, 40);
    rendered_add(YEOUN_LANE_BASS, 0, YEOUN_BEAT, 43)->level_db = 3;
    rendered_add(YEOUN_LANE_BASS, 0, YEOUN_BEAT, 47)->articulation =
      YEOUN_ARTICULATION_MARCATO;
    rendered_perform(0.0f, 1);
    const float plain = level_of(YEOUN_LANE_BASS, 40);
    ck_assert_float_eq_tol(level_of(YEOUN_LANE_BASS, 43) - plain, 3.0f, 0.4f);
    more[i] = level_of(YEOUN_LANE_BASS, 47) - plain;
  }
  ck_assert_float_eq_tol(more[0], 4.0f, 0.5f);
  ck_assert_float_eq_tol(more[1], 2.0f, 0.5f);
}
END_TEST

START_TEST(a_mood_that_is_louder_is_louder_in_every_lane)
{
  float before[YEOUN_LANES];
  for (int i = 0; i < 2; ++i) {
    rendered_open();
    plain_mood.feature[YEOUN_FEATURE_LEVEL] = 6.0f * (float)i - 6.0f;
    for (unsigned lane = 0; lane < YEOUN_LANES; ++lane) {
      rendered_add(lane, 0, YEOUN_BEAT, 80 - 9 * (int)lane);
    }
    rendered_perform(0.0f, 1);
    for (unsigned lane = 0; lane < YEOUN_LANES; ++lane) {
      const float now = level_of(lane, 80 - 9 * (int)lane);
      if (i) {
        ck_assert_float_eq_tol(now - before[lane], 6.0f, 0.6f);
      }
      before[lane] = now;
    }
  }
}
END_TEST

Suite *
test_suite(void)
{
  Suite *const suite = suite_create("gate");
  TCase *const tests = tcase_create("gate");
  tcase_add_checked_fixture(tests, set_up, NULL);
  tcase_add_test(tests, a_gate_is_a_share_of_what_is_written);
  tcase_add_test(tests,
                 an_accent_is_parted_and_pads_and_basses_are_not_cut_short);
  tcase_add_test(tests, what_is_bound_overlaps_and_a_rest_binds_nothing);
  tcase_add_test(tests, what_overlaps_by_writing_is_bound_too);
  tcase_add_test(tests, a_short_note_is_heard_though_its_gate_is_shorter);
  tcase_add_test(tests,
                 the_same_key_struck_twice_at_once_is_one_note_of_the_stronger);
  tcase_add_test(tests, a_row_of_graces_stands_before_its_note_in_order);
  tcase_add_test(tests, a_line_ends_before_the_graces_that_follow_it);
  tcase_add_test(tests, the_tune_is_the_loudest_and_the_pad_the_softest);
  tcase_add_test(tests, accompaniment_that_comes_near_the_tune_stands_back);
  tcase_add_test(
    tests,
    what_is_written_louder_is_louder_and_accents_are_where_there_is_room);
  tcase_add_test(tests, a_mood_that_is_louder_is_louder_in_every_lane);
  suite_add_tcase(suite, tests);
  return suite;
}
