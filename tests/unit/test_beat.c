// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* What each style of the drums strikes in a bar, written over a plan by hand.
 */

#include <string.h>

#include "compose/lanes/drums.h"
#include "compose/lanes/lanes.h"
#include "music/palette.h"
#include "plain.h"
#include "suite.h"

enum { BARS = 8 };

static struct yeoun_request request;
static struct yeoun_plan plan;
static struct yeoun_lanes lanes;
static struct yeoun_score score;

/** A plan whose phrases all have one energy and drums. */
static void
open_style(unsigned pole, unsigned palette, int beats, float energy)
{
  memset(&lanes, 0, sizeof(lanes));
  memset(&score, 0, sizeof(score));
  request = plain_request(pole, (unsigned)beats, BARS, -1.0f);
  request.palette = (uint8_t)palette;
  yeoun_plan_make(&request, &plan);
  plan.budget.topic = YEOUN_TOPIC_NONE;
  for (int p = 0; p < plan.phrases; ++p) {
    plan.phrase[p].energy = energy;
    plan.layers.scored[p] = 0xff;
  }
  memset(plan.layers.lanes, 0xff, sizeof(plan.layers.lanes));
  score.meter = plan.meter;
  score.length = BARS * plan.bar_ticks;
  lanes.plan = &plan;
  lanes.score = &score;
}

static void
write_take(unsigned take)
{
  score.notes = 0;
  lanes.take[YEOUN_LANE_DRUMS] = (uint8_t)take;
  yeoun_drums_write(&lanes);
}

/** The slots in which a drum strikes in a bar, a bit each. */
static unsigned
slots_of(uint8_t drum, int bar)
{
  unsigned slots = 0;
  for (int i = 0; i < score.notes; ++i) {
    const struct yeoun_note *const note = &score.note[i];
    ck_assert_uint_eq(note->lane, YEOUN_LANE_DRUMS);
    if (note->pitch == drum && note->start / plan.bar_ticks == bar) {
      slots |= 1U << note->start % plan.bar_ticks / YEOUN_SLOT;
    }
  }
  return slots;
}

/** How many drums strike in a bar. */
static int
count_drums(int bar)
{
  int drums = 0;
  for (int drum = 1; drum < 128; ++drum) {
    drums += slots_of((uint8_t)drum, bar) != 0;
  }
  return drums;
}

/* Palettes of lyrical music: what is struck on the first beat, and what on the
   second and fourth. */
static const struct {
  unsigned palette;
  uint8_t first, back;
} styles[] = {
  {YEOUN_JAZZ, YEOUN_DRUM_KICK, YEOUN_DRUM_BRUSH_TAP},
  {YEOUN_LOFI, YEOUN_DRUM_KICK, YEOUN_DRUM_BRUSH_TAP},
  {YEOUN_ELECTRONIC, YEOUN_DRUM_KICK, YEOUN_DRUM_FRAME_HIGH},
};

START_TEST(a_style_has_its_first_beat_and_its_back_beat)
{
  open_style(YEOUN_LYRICAL, styles[_i].palette, 4, 1.0f);
  write_take(0);
  ck_assert_int_eq(count_drums(0), 3);
  ck_assert_uint_eq(slots_of(styles[_i].first, 0) & 0x0001, 0x0001);
  ck_assert_uint_eq(slots_of(styles[_i].back, 0) & 0x1111, 0x1010);
  /* Bars are alike but for fills. */
  ck_assert_uint_eq(slots_of(styles[_i].first, 0),
                    slots_of(styles[_i].first, 1));
}
END_TEST

START_TEST(in_three_the_bar_has_a_pattern_of_its_own)
{
  open_style(YEOUN_LYRICAL, styles[_i].palette, 3, 1.0f);
  write_take(0);
  ck_assert_uint_eq(slots_of(styles[_i].first, 0) & 0x0111, 0x0001);
  ck_assert_uint_eq(slots_of(styles[_i].back, 0) & 0x0011, 0x0010);
  if (styles[_i].palette != YEOUN_ELECTRONIC) {
    ck_assert_uint_eq(slots_of(styles[_i].back, 0) & 0x0111, 0x0110);
  }
}
END_TEST

START_TEST(more_drums_join_as_the_energy_grows)
{
  static const float energies[] = {0.4f, 0.7f, 1.0f};
  for (int i = 0; i < 3; ++i) {
    open_style(YEOUN_LYRICAL, YEOUN_LOFI, 4, energies[i]);
    write_take(0);
    ck_assert_int_eq(count_drums(0), i + 1);
  }
}
END_TEST

START_TEST(a_first_beat_is_the_loudest_of_its_drum)
{
  open_style(YEOUN_LYRICAL, styles[_i].palette, 4, 1.0f);
  write_take(0);
  int first = -99;
  int others = -99;
  for (int i = 0; i < score.notes; ++i) {
    const struct yeoun_note *const note = &score.note[i];
    if (note->pitch == styles[_i].first && note->start < plan.bar_ticks) {
      int *const most = note->start ? &others : &first;
      *most = note->level_db > *most ? note->level_db : *most;
      ck_assert_int_lt(note->level_db, 0);
      ck_assert_int_gt(note->level_db, -16);
    }
  }
  ck_assert_int_ge(first, others);
}
END_TEST

START_TEST(a_phrase_ends_with_a_fill_and_some_takes_leave_it_out)
{
  open_style(YEOUN_LYRICAL, YEOUN_LOFI, 4, 0.4f);
  const int end = plan.phrase[0].bars - 1;
  ck_assert_int_gt(end, 0);
  write_take(0);
  const unsigned fill = slots_of(YEOUN_DRUM_BRUSH_TAP, end);
  ck_assert_uint_eq(fill, 0xf000);
  ck_assert_uint_eq(slots_of(YEOUN_DRUM_BRUSH_TAP, 0), 0);
  write_take(3);
  ck_assert_uint_eq(slots_of(YEOUN_DRUM_BRUSH_TAP, end), 0);
}
END_TEST

START_TEST(a_take_brings_another_drum_to_the_fore)
{
  open_style(YEOUN_LYRICAL, YEOUN_LOFI, 4, 0.4f);
  static const uint8_t drums[] = {
    YEOUN_DRUM_KICK, YEOUN_DRUM_BRUSH_TAP, YEOUN_DRUM_SHAKER};
  for (unsigned take = 0; take < 3; ++take) {
    write_take(take);
    for (unsigned drum = 0; drum < 3; ++drum) {
      ck_assert((slots_of(drums[drum], 0) != 0) == (drum == take));
    }
  }
}
END_TEST

START_TEST(a_march_is_a_march_in_any_mood)
{
  open_style(YEOUN_COMIC, YEOUN_CHAMBER, 4, 1.0f);
  plan.budget.topic = YEOUN_TOPIC_MARCH;
  write_take(0);
  ck_assert_uint_eq(slots_of(YEOUN_DRUM_FRAME_LOW, 0), 0x0101);
  ck_assert_uint_eq(slots_of(YEOUN_DRUM_TRIANGLE, 0), 0x0001);
}
END_TEST

START_TEST(comic_music_clops_and_chamber_music_has_no_drums)
{
  open_style(YEOUN_COMIC, YEOUN_CHAMBER, 4, 1.0f);
  write_take(0);
  ck_assert_uint_ne(slots_of(YEOUN_DRUM_WOODBLOCK_LOW, 0) |
                      slots_of(YEOUN_DRUM_WOODBLOCK_HIGH, 0),
                    0);
  open_style(YEOUN_LYRICAL, YEOUN_CHAMBER, 4, 1.0f);
  write_take(0);
  ck_assert_uint_eq(score.notes, 0);
  open_style(YEOUN_COMIC, YEOUN_JAZZ, 4, 1.0f);
  plan.is_statement = true;
  write_take(0);
  ck_assert_uint_eq(score.notes, 0);
}
END_TEST

Suite *
test_suite(void)
{
  Suite *const suite = suite_create("beat");
  TCase *const tests = tcase_create("beat");
  tcase_add_loop_test(
    tests, a_style_has_its_first_beat_and_its_back_beat, 0, 3);
  tcase_add_loop_test(tests, in_three_the_bar_has_a_pattern_of_its_own, 0, 3);
  tcase_add_test(tests, more_drums_join_as_the_energy_grows);
  tcase_add_loop_test(tests, a_first_beat_is_the_loudest_of_its_drum, 0, 3);
  tcase_add_test(tests, a_phrase_ends_with_a_fill_and_some_takes_leave_it_out);
  tcase_add_test(tests, a_take_brings_another_drum_to_the_fore);
  tcase_add_test(tests, a_march_is_a_march_in_any_mood);
  tcase_add_test(tests, comic_music_clops_and_chamber_music_has_no_drums);
  suite_add_tcase(suite, tests);
  return suite;
}
