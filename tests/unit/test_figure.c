// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* Each figure of the accompaniment, written over one chord: where it strikes,
   which voice, how long. */

#include <string.h>

#include "compose/lanes/figure.h"
#include "compose/lanes/lanes.h"
#include "compose/plan/plan.h"
#include "plain.h"
#include "suite.h"

enum { BAR = 4 * YEOUN_BEAT, SLOTS = 16 };

static struct yeoun_request request;
static struct yeoun_plan plan;
static struct yeoun_lanes lanes;
static struct yeoun_score score;
static struct yeoun_voicing voicing;
static struct yeoun_pen pen;

/** A bar over C major, the tune high above it and striking twice. */
static void
open_bar(int beats)
{
  memset(&lanes, 0, sizeof(lanes));
  memset(&score, 0, sizeof(score));
  request = plain_request(YEOUN_LYRICAL, (unsigned)beats, 8, 0.0f);
  yeoun_plan_make(&request, &plan);
  ck_assert_int_eq(plan.bar_ticks, beats * YEOUN_BEAT);
  score.meter = plan.meter;
  score.length = 8 * plan.bar_ticks;
  score.spans = 1;
  score.span[0] = (struct yeoun_span){
    .length = score.length, .chord = yeoun_chord_make(0, YEOUN_CHORD_MAJ, 0)};
  lanes.plan = &plan;
  lanes.score = &score;
  lanes.bass[0] = 36;
  lanes.heard.slots = 8 * plan.slots;
  memset(lanes.heard.pitch, 84, sizeof(lanes.heard.pitch));
  memset(lanes.heard.low, 84, sizeof(lanes.heard.low));
  memset(lanes.heard.high, 84, sizeof(lanes.heard.high));
  lanes.heard.is_onset[4] = lanes.heard.is_onset[12] = true;
  voicing = (struct yeoun_voicing){3, {52, 55, 60}};
  pen = (struct yeoun_pen){.lanes = &lanes,
                           .voicing = &voicing,
                           .to = plan.bar_ticks,
                           .breath = plan.bar_ticks,
                           .level_db = -3};
}

static void
set_up(void)
{
  open_bar(4);
}

/** Another key of the tune, under which there is less room. */
static void
set_tune(int key)
{
  memset(lanes.heard.pitch, key, sizeof(lanes.heard.pitch));
  memset(lanes.heard.low, key, sizeof(lanes.heard.low));
  memset(lanes.heard.high, key, sizeof(lanes.heard.high));
}

/** The slots in which something is struck, a bit each. */
static unsigned
struck(void)
{
  unsigned slots = 0;
  for (int i = 0; i < score.notes; ++i) {
    const struct yeoun_note *const note = &score.note[i];
    ck_assert_int_eq(note->start % YEOUN_SLOT, 0);
    ck_assert_uint_eq(note->lane, YEOUN_LANE_CHORDS);
    ck_assert_int_eq(note->level_db, -3);
    ck_assert_int_le(note->start + note->length, pen.to);
    ck_assert(yeoun_tones_hold(score.span[0].chord.tones, note->pitch));
    slots |= 1U << note->start / YEOUN_SLOT;
  }
  return slots;
}

static unsigned
write_figure(enum yeoun_figure figure)
{
  score.notes = 0;
  yeoun_figure_write(&pen, figure);
  return struck();
}

/* Slots of a bar of four, from the first on the right. */
static const struct {
  enum yeoun_figure figure;
  unsigned slots;
} places[] = {
  {YEOUN_FIGURE_SPREAD, 0x0011},
  {YEOUN_FIGURE_PULSE, 0x0101},
  {YEOUN_FIGURE_CHORALE, 0x1111},
  {YEOUN_FIGURE_BROKEN, 0x5555},
  {YEOUN_FIGURE_WIDE, 0x5555},
  {YEOUN_FIGURE_ALBERTI, 0x5555},
  {YEOUN_FIGURE_ROCKING, 0x1111},
  {YEOUN_FIGURE_ARPEGGIO, 0xffff},
  {YEOUN_FIGURE_UMPAH, 0x1010},
  {YEOUN_FIGURE_CHOP, 0x4444},
  {YEOUN_FIGURE_TANGO, 0x5858},
  {YEOUN_FIGURE_BALLAD, 0x1111},
  {YEOUN_FIGURE_HARP, 0x0055},
  {YEOUN_FIGURE_PUSHED, 0x1041},
  {YEOUN_FIGURE_CLOSE, 0x003f},
};

START_TEST(each_figure_strikes_in_its_own_places)
{
  if (places[_i].figure == YEOUN_FIGURE_CHORALE) {
    set_tune(66);
  }
  const unsigned slots = write_figure(places[_i].figure);
  ck_assert_msg(slots == places[_i].slots,
                "figure %d: %04x, not %04x",
                (int)places[_i].figure,
                slots,
                places[_i].slots);
}
END_TEST

/** Pitches in the order in which they are written. */
static void
expect_path(const int *path, int count)
{
  ck_assert_uint_ge(score.notes, count);
  for (int i = 0; i < count; ++i) {
    ck_assert_int_eq(score.note[i].pitch, path[i]);
  }
}

START_TEST(broken_chords_go_up_and_down_and_alberti_low_high_middle_high)
{
  static const int broken[] = {52, 55, 60, 64, 60, 55, 52, 55};
  static const int alberti[] = {52, 60, 55, 60, 52, 60, 55, 60};
  write_figure(YEOUN_FIGURE_BROKEN);
  expect_path(broken, 8);
  write_figure(YEOUN_FIGURE_ALBERTI);
  expect_path(alberti, 8);
  write_figure(YEOUN_FIGURE_ROCKING);
  expect_path(alberti, 4);
}
END_TEST

START_TEST(wide_figures_reach_through_more_than_an_octave)
{
  static const enum yeoun_figure wide[] = {
    YEOUN_FIGURE_WIDE, YEOUN_FIGURE_ARPEGGIO, YEOUN_FIGURE_CLOSE};
  write_figure(wide[_i]);
  int low = 127;
  int high = 0;
  for (int i = 0; i < score.notes; ++i) {
    low = score.note[i].pitch < low ? score.note[i].pitch : low;
    high = score.note[i].pitch > high ? score.note[i].pitch : high;
  }
  ck_assert_int_ge(high - low, 15);
}
END_TEST

START_TEST(a_harp_rises_and_rings_until_the_bar_ends)
{
  static const enum yeoun_figure rings[] = {YEOUN_FIGURE_HARP,
                                            YEOUN_FIGURE_CLOSE};
  write_figure(rings[_i]);
  for (int i = 0; i < score.notes; ++i) {
    const struct yeoun_note *const note = &score.note[i];
    ck_assert_int_eq(note->start + note->length, BAR);
    ck_assert(!i || note->pitch > note[-1].pitch);
  }
}
END_TEST

START_TEST(short_chords_are_short_and_leave_the_lowest_voice_to_the_bass)
{
  static const enum yeoun_figure brief[] = {YEOUN_FIGURE_UMPAH,
                                            YEOUN_FIGURE_CHOP,
                                            YEOUN_FIGURE_TANGO,
                                            YEOUN_FIGURE_PUSHED};
  write_figure(brief[_i]);
  ck_assert_uint_gt(score.notes, 3);
  for (int i = 0; i < score.notes; ++i) {
    ck_assert_uint_eq(score.note[i].articulation, YEOUN_ARTICULATION_STACCATO);
    ck_assert_int_gt(score.note[i].pitch, 52);
    ck_assert_int_lt(score.note[i].length, YEOUN_BEAT);
  }
}
END_TEST

START_TEST(ballads_and_spread_chords_begin_with_their_lowest_voice)
{
  static const enum yeoun_figure low[] = {YEOUN_FIGURE_SPREAD,
                                          YEOUN_FIGURE_BALLAD};
  write_figure(low[_i]);
  for (int i = 0; i < score.notes; ++i) {
    const struct yeoun_note *const note = &score.note[i];
    const bool is_down = note->start % (BAR / 2) == 0;
    ck_assert(is_down == (note->pitch == 52));
  }
}
END_TEST

START_TEST(spread_voices_come_one_by_one_where_the_tune_holds)
{
  lanes.heard.is_onset[12] = false;
  ck_assert_uint_eq(write_figure(YEOUN_FIGURE_SPREAD), 0x0111);
}
END_TEST

START_TEST(an_inner_voice_goes_on_where_the_tune_holds)
{
  set_tune(66);
  ck_assert_uint_eq(write_figure(YEOUN_FIGURE_PULSE), 0x0101);
  lanes.heard.is_onset[12] = false;
  ck_assert_uint_eq(write_figure(YEOUN_FIGURE_PULSE), 0x1101);
  for (int i = 0; i < score.notes; ++i) {
    ck_assert(score.note[i].start != 3 * YEOUN_BEAT ||
              score.note[i].pitch <= 52);
  }
}
END_TEST

START_TEST(where_the_tune_runs_the_figure_waits)
{
  for (int slot = 0; slot < 8; ++slot) {
    lanes.heard.is_onset[slot] = true;
  }
  /* Eighths become quarters in that half; the other half goes on. */
  ck_assert_uint_eq(write_figure(YEOUN_FIGURE_BROKEN), 0x5511);
  ck_assert_uint_eq(write_figure(YEOUN_FIGURE_HARP), 0x0111);
}
END_TEST

START_TEST(both_bars_of_a_pair_move_alike)
{
  for (int slot = 16; slot < 24; ++slot) {
    lanes.heard.is_onset[slot] = true;
  }
  ck_assert_uint_eq(write_figure(YEOUN_FIGURE_BROKEN), 0x5511);
}
END_TEST

START_TEST(a_figure_comes_to_rest_where_the_phrase_breathes)
{
  pen.breath = BAR / 2;
  ck_assert_uint_eq(write_figure(YEOUN_FIGURE_BROKEN), 0x0155);
  int resting = 0;
  for (int i = 0; i < score.notes; ++i) {
    const struct yeoun_note *const note = &score.note[i];
    if (note->start == BAR / 2) {
      ck_assert_int_eq(note->length, BAR / 2);
      ++resting;
    }
  }
  ck_assert_int_eq(resting, voicing.voices);
  ck_assert_uint_eq(write_figure(YEOUN_FIGURE_UMPAH), 0x0010);
  ck_assert_uint_eq(write_figure(YEOUN_FIGURE_CHOP), 0x0044);
  ck_assert_uint_eq(write_figure(YEOUN_FIGURE_PUSHED), 0x0041);
}
END_TEST

START_TEST(a_waltz_answers_on_two_and_three)
{
  open_bar(3);
  ck_assert_uint_eq(write_figure(YEOUN_FIGURE_UMPAH), 0x0110);
}
END_TEST

START_TEST(a_chord_that_begins_within_a_bar_keeps_to_its_part)
{
  pen.from = BAR / 2;
  for (int figure = 0; figure < YEOUN_FIGURES; ++figure) {
    ck_assert_uint_eq(write_figure((enum yeoun_figure)figure) & 0x00ff, 0);
    ck_assert_uint_gt(score.notes, 0);
  }
  pen.from = 0;
  pen.to = pen.breath = BAR / 2;
  for (int figure = 0; figure < YEOUN_FIGURES; ++figure) {
    ck_assert_uint_eq(write_figure((enum yeoun_figure)figure) & 0xff00, 0);
    ck_assert_uint_gt(score.notes, 0);
  }
}
END_TEST

START_TEST(a_chord_of_one_beat_is_struck_at_once)
{
  pen.to = pen.breath = YEOUN_BEAT;
  ck_assert_uint_eq(write_figure(YEOUN_FIGURE_SPREAD), 0x0001);
  ck_assert_uint_eq(score.notes, voicing.voices);
  ck_assert_uint_eq(write_figure(YEOUN_FIGURE_BALLAD), 0x0001);
  ck_assert_uint_eq(score.notes, voicing.voices);
}
END_TEST

START_TEST(a_hit_is_of_all_voices_and_short_only_when_it_is)
{
  score.notes = 0;
  yeoun_figure_strike(&pen, YEOUN_BEAT, YEOUN_BEAT / 2);
  yeoun_figure_strike(&pen, 2 * YEOUN_BEAT, 2 * YEOUN_BEAT);
  ck_assert_uint_eq(score.notes, 6);
  ck_assert_uint_eq(score.note[0].pitch, 52);
  ck_assert_uint_eq(score.note[0].articulation, YEOUN_ARTICULATION_STACCATO);
  ck_assert_uint_eq(score.note[5].articulation, YEOUN_ARTICULATION_PLAIN);
  ck_assert_int_eq(score.note[5].length, 2 * YEOUN_BEAT);
}
END_TEST

Suite *
test_suite(void)
{
  Suite *const suite = suite_create("figure");
  TCase *const tests = tcase_create("figure");
  tcase_add_checked_fixture(tests, set_up, NULL);
  tcase_add_loop_test(tests,
                      each_figure_strikes_in_its_own_places,
                      0,
                      (int)(sizeof(places) / sizeof(places[0])));
  tcase_add_test(tests,
                 broken_chords_go_up_and_down_and_alberti_low_high_middle_high);
  tcase_add_loop_test(
    tests, wide_figures_reach_through_more_than_an_octave, 0, 3);
  tcase_add_loop_test(tests, a_harp_rises_and_rings_until_the_bar_ends, 0, 2);
  tcase_add_loop_test(
    tests, short_chords_are_short_and_leave_the_lowest_voice_to_the_bass, 0, 4);
  tcase_add_loop_test(
    tests, ballads_and_spread_chords_begin_with_their_lowest_voice, 0, 2);
  tcase_add_test(tests, spread_voices_come_one_by_one_where_the_tune_holds);
  tcase_add_test(tests, an_inner_voice_goes_on_where_the_tune_holds);
  tcase_add_test(tests, where_the_tune_runs_the_figure_waits);
  tcase_add_test(tests, both_bars_of_a_pair_move_alike);
  tcase_add_test(tests, a_figure_comes_to_rest_where_the_phrase_breathes);
  tcase_add_test(tests, a_waltz_answers_on_two_and_three);
  tcase_add_test(tests, a_chord_that_begins_within_a_bar_keeps_to_its_part);
  tcase_add_test(tests, a_chord_of_one_beat_is_struck_at_once);
  tcase_add_test(tests, a_hit_is_of_all_voices_and_short_only_when_it_is);
  suite_add_tcase(suite, tests);
  return suite;
}
