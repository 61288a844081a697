// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* The pad, written over chords by hand: what it holds over, where it lets go,
   and for whom it makes room. */

#include <stdlib.h>
#include <string.h>

#include "compose/lanes/lanes.h"
#include "compose/lanes/pad.h"
#include "music/palette.h"
#include "plain.h"
#include "suite.h"

enum { BARS = 8, BAR = 4 * YEOUN_BEAT };

static struct yeoun_request request;
static struct yeoun_plan plan;
static struct yeoun_lanes lanes;
static struct yeoun_score score;

static bool
is_minor_bar(int bar)
{
  return bar % 2 != 0;
}

/** C and A minor in turn, under a tune on a high c, with a pad throughout. */
static void
set_up(void)
{
  memset(&lanes, 0, sizeof(lanes));
  memset(&score, 0, sizeof(score));
  request = plain_request(YEOUN_LYRICAL, 4, BARS, 0.0f);
  yeoun_plan_make(&request, &plan);
  plan.instrument[YEOUN_LANE_PAD] = YEOUN_STRINGS;
  for (int p = 0; p < plan.phrases; ++p) {
    plan.layers.scored[p] = 1U << YEOUN_LANE_PAD;
  }
  score.meter = plan.meter;
  score.length = BARS * BAR;
  for (int bar = 0; bar < BARS; ++bar) {
    score.span[score.spans++] = (struct yeoun_span){
      .start = bar * BAR,
      .length = BAR,
      .chord = is_minor_bar(bar) ? yeoun_chord_make(9, YEOUN_CHORD_MIN, 9)
                                 : yeoun_chord_make(0, YEOUN_CHORD_MAJ, 0)};
  }
  lanes.plan = &plan;
  lanes.score = &score;
  lanes.heard.slots = BARS * plan.slots;
  memset(lanes.heard.pitch, 84, sizeof(lanes.heard.pitch));
  memset(lanes.heard.low, 84, sizeof(lanes.heard.low));
  memset(lanes.heard.high, 84, sizeof(lanes.heard.high));
}

static void
write_take(unsigned take)
{
  score.notes = 0;
  lanes.take[YEOUN_LANE_PAD] = (uint8_t)take;
  yeoun_pad_write(&lanes);
}

/** How many voices sound in the middle of a bar. */
static int
count_voices(int bar)
{
  const int32_t at = bar * BAR + BAR / 2;
  int voices = 0;
  for (int i = 0; i < score.notes; ++i) {
    const struct yeoun_note *const note = &score.note[i];
    voices += note->start <= at && note->start + note->length > at;
  }
  return voices;
}

START_TEST(tones_of_both_chords_are_held_over)
{
  write_take(0);
  int over = 0;
  for (int i = 0; i < score.notes; ++i) {
    const struct yeoun_note *const note = &score.note[i];
    ck_assert_uint_eq(note->lane, YEOUN_LANE_PAD);
    ck_assert_uint_eq(note->articulation, YEOUN_ARTICULATION_LEGATO);
    for (int bar = note->start / BAR; bar * BAR < note->start + note->length;
         ++bar) {
      ck_assert(yeoun_tones_hold(score.span[bar].chord.tones, note->pitch));
    }
    over += note->length >= 2 * BAR;
  }
  ck_assert_int_ge(over, 2);
}
END_TEST

START_TEST(two_or_three_voices_sound_apart_and_takes_have_others)
{
  bool is_heard[5] = {false};
  for (unsigned take = 0; take < 2; ++take) {
    write_take(take);
    const int voices = count_voices(BARS - 1);
    ck_assert_int_ge(voices, 2);
    ck_assert_int_le(voices, 3);
    is_heard[voices] = true;
    for (int i = 0; i < score.notes; ++i) {
      for (int k = 0; k < i; ++k) {
        const struct yeoun_note *const a = &score.note[i];
        const struct yeoun_note *const b = &score.note[k];
        const bool is_together =
          a->start < b->start + b->length && b->start < a->start + a->length;
        ck_assert(!is_together || abs(a->pitch - b->pitch) >= 2);
      }
    }
  }
  ck_assert(is_heard[2] && is_heard[3]);
}
END_TEST

START_TEST(each_phrase_begins_anew)
{
  write_take(0);
  ck_assert_int_gt(plan.phrases, 1);
  const int32_t border = plan.phrase[1].bar * BAR;
  for (int i = 0; i < score.notes; ++i) {
    const struct yeoun_note *const note = &score.note[i];
    ck_assert(note->start >= border || note->start + note->length <= border);
  }
}
END_TEST

START_TEST(it_is_silent_where_it_is_not_scored_and_where_there_is_no_room)
{
  plan.layers.scored[0] = 0;
  write_take(0);
  ck_assert_int_eq(count_voices(0), 0);
  ck_assert_int_ge(count_voices(plan.phrase[1].bar), 2);
  set_up();
  memset(lanes.heard.pitch, 55, sizeof(lanes.heard.pitch));
  memset(lanes.heard.low, 55, sizeof(lanes.heard.low));
  write_take(0);
  ck_assert_uint_eq(score.notes, 0);
}
END_TEST

START_TEST(under_a_second_voice_it_is_thin_and_low)
{
  int high = 0;
  for (int has_voice = 0; has_voice < 2; ++has_voice) {
    set_up();
    memset(lanes.heard.pitch, 67, sizeof(lanes.heard.pitch));
    memset(lanes.heard.low, 67, sizeof(lanes.heard.low));
    for (int p = 0; p < plan.phrases; ++p) {
      plan.layers.scored[p] |= has_voice ? 1U << YEOUN_LANE_COUNTER : 0U;
    }
    int top = 0;
    for (unsigned take = 0; take < 2; ++take) {
      write_take(take);
      ck_assert(!has_voice || count_voices(BARS - 1) == 2);
      for (int i = 0; i < score.notes; ++i) {
        top = score.note[i].pitch > top ? score.note[i].pitch : top;
      }
    }
    ck_assert_int_le(top, has_voice ? 58 : 64);
    ck_assert(!has_voice || top < high);
    high = top;
  }
}
END_TEST

START_TEST(one_take_in_three_comes_in_a_chord_later)
{
  write_take(0);
  ck_assert_int_ge(count_voices(0), 2);
  write_take(1);
  ck_assert_int_eq(count_voices(0), 0);
  ck_assert_int_ge(count_voices(1), 2);
}
END_TEST

Suite *
test_suite(void)
{
  Suite *const suite = suite_create("pad");
  TCase *const tests = tcase_create("pad");
  tcase_add_checked_fixture(tests, set_up, NULL);
  tcase_add_test(tests, tones_of_both_chords_are_held_over);
  tcase_add_test(tests, two_or_three_voices_sound_apart_and_takes_have_others);
  tcase_add_test(tests, each_phrase_begins_anew);
  tcase_add_test(
    tests, it_is_silent_where_it_is_not_scored_and_where_there_is_no_room);
  tcase_add_test(tests, under_a_second_voice_it_is_thin_and_low);
  tcase_add_test(tests, one_take_in_three_comes_in_a_chord_later);
  suite_add_tcase(suite, tests);
  return suite;
}
