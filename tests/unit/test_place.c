// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* Places, rounds and what was begun: the counting that playing stands on. */

#include <string.h>

#include "play/begun.h"
#include "play/cursor.h"
#include "play/place.h"
#include "play/tracker.h"
#include "suite.h"

enum { BAR = 4 * YEOUN_BEAT };

static struct yeoun_performance performance;

/** A form of so many bars of 4/4. */
static void
open_form(int bars)
{
  memset(&performance, 0, sizeof(performance));
  performance.meter = (struct yeoun_meter){4, 4};
  performance.length = bars * BAR;
}

START_TEST(a_place_lies_after_its_tick_on_its_own_grid)
{
  open_form(8);
  static const int64_t grids[] = {YEOUN_BEAT, BAR, 4 * BAR, 8 * BAR};
  const int64_t grid = grids[_i];
  for (int64_t tick = 0; tick < 20 * BAR; tick += 479) {
    const int64_t place =
      yeoun_place_after(&performance, (enum yeoun_place)_i, tick);
    ck_assert_int_gt(place, tick);
    ck_assert_int_le(place, tick + grid);
    ck_assert_int_eq(place % grid, 0);
  }
  /* A tick that is a place is not after itself; before the first is it. */
  ck_assert_int_eq(yeoun_place_after(&performance, (enum yeoun_place)_i, grid),
                   2 * grid);
  ck_assert_int_eq(yeoun_place_after(&performance, (enum yeoun_place)_i, -5),
                   0);
}
END_TEST

START_TEST(a_phrase_ends_with_its_form_at_the_latest)
{
  open_form(6);
  ck_assert_int_eq(yeoun_place_after(&performance, YEOUN_PLACE_PHRASE, 0),
                   4 * BAR);
  ck_assert_int_eq(yeoun_place_after(&performance, YEOUN_PLACE_PHRASE, 4 * BAR),
                   6 * BAR);
  ck_assert_int_eq(yeoun_place_after(&performance, YEOUN_PLACE_PHRASE, 6 * BAR),
                   10 * BAR);
  open_form(2);
  ck_assert_int_eq(yeoun_place_after(&performance, YEOUN_PLACE_PHRASE, 0),
                   2 * BAR);
}
END_TEST

START_TEST(a_beat_is_that_of_the_metre)
{
  open_form(4);
  performance.meter = (struct yeoun_meter){6, 8};
  performance.length = 4 * 3 * YEOUN_BEAT;
  ck_assert_int_eq(yeoun_place_after(&performance, YEOUN_PLACE_BEAT, 0),
                   YEOUN_BEAT / 2);
  ck_assert_int_eq(yeoun_place_after(&performance, YEOUN_PLACE_BAR, 0),
                   3 * YEOUN_BEAT);
}
END_TEST

START_TEST(numbers_are_divided_towards_the_past)
{
  ck_assert_int_eq(yeoun_floor_div(7, 4), 1);
  ck_assert_int_eq(yeoun_floor_div(8, 4), 2);
  ck_assert_int_eq(yeoun_floor_div(-1, 4), -1);
  ck_assert_int_eq(yeoun_floor_div(-4, 4), -1);
  ck_assert_int_eq(yeoun_floor_div(-5, 4), -2);
}
END_TEST

/** Three notes and two pedals in a form of two bars. */
static void
write_notes(void)
{
  static const int32_t starts[] = {0, YEOUN_BEAT, 7 * YEOUN_BEAT};
  open_form(2);
  for (int i = 0; i < 3; ++i) {
    performance.note[performance.notes++].start = starts[i];
  }
  performance.pedal[performance.pedals++].start = YEOUN_BEAT / 8;
  performance.pedal[performance.pedals++].start = BAR;
}

START_TEST(a_cursor_stands_at_the_first_note_after_its_tick)
{
  write_notes();
  struct yeoun_cursor cursor = yeoun_cursor_seek(&performance, -1);
  ck_assert_int_eq(yeoun_cursor_note(&cursor, &performance), 0);
  ck_assert_int_eq(yeoun_cursor_pedal(&cursor, &performance), YEOUN_BEAT / 8);
  cursor = yeoun_cursor_seek(&performance, 0);
  ck_assert_int_eq(yeoun_cursor_note(&cursor, &performance), YEOUN_BEAT);
  cursor = yeoun_cursor_seek(&performance, YEOUN_BEAT - 1);
  ck_assert_int_eq(yeoun_cursor_note(&cursor, &performance), YEOUN_BEAT);
  ck_assert_int_eq(yeoun_cursor_pedal(&cursor, &performance), BAR);
  cursor = yeoun_cursor_seek(&performance, 5 * BAR - 1);
  ck_assert_int_eq(yeoun_cursor_pedal(&cursor, &performance), 5 * BAR);
  ck_assert_int_eq(yeoun_cursor_note(&cursor, &performance),
                   4 * BAR + 7 * YEOUN_BEAT);
  /* Before the music begins its first note is next. */
  cursor = yeoun_cursor_seek(&performance, -9 * BAR);
  ck_assert_int_eq(yeoun_cursor_note(&cursor, &performance), 0);
}
END_TEST

START_TEST(a_cursor_goes_round_and_round)
{
  write_notes();
  struct yeoun_cursor cursor = yeoun_cursor_seek(&performance, -1);
  for (int i = 0; i < 9; ++i) {
    const int64_t tick = yeoun_cursor_note(&cursor, &performance);
    ck_assert_int_eq(tick, i / 3 * 2 * BAR + performance.note[i % 3].start);
    ++cursor.note;
  }
  for (int i = 0; i < 6; ++i) {
    const int64_t tick = yeoun_cursor_pedal(&cursor, &performance);
    ck_assert_int_eq(tick, i / 2 * 2 * BAR + performance.pedal[i % 2].start);
    ++cursor.pedal;
  }
}
END_TEST

START_TEST(of_nothing_nothing_is_next)
{
  open_form(2);
  struct yeoun_cursor cursor = yeoun_cursor_seek(&performance, 100);
  ck_assert_int_eq(yeoun_cursor_note(&cursor, &performance), YEOUN_NEVER);
  ck_assert_int_eq(yeoun_cursor_pedal(&cursor, &performance), YEOUN_NEVER);
}
END_TEST

START_TEST(what_was_begun_is_known_by_place_lane_and_pitch)
{
  static struct yeoun_begun begun;
  const struct yeoun_written note = {100, 1, 60};
  memset(&begun, 0, sizeof(begun));
  ck_assert(!yeoun_begun_has(&begun, note));
  yeoun_begun_add(&begun, note);
  ck_assert(yeoun_begun_has(&begun, note));
  ck_assert(!yeoun_begun_has(&begun, (struct yeoun_written){101, 1, 60}));
  ck_assert(!yeoun_begun_has(&begun, (struct yeoun_written){100, 2, 60}));
  ck_assert(!yeoun_begun_has(&begun, (struct yeoun_written){100, 1, 61}));
  yeoun_begun_shift(&begun, 50);
  ck_assert(!yeoun_begun_has(&begun, note));
  ck_assert(yeoun_begun_has(&begun, (struct yeoun_written){150, 1, 60}));
  yeoun_begun_clear(&begun);
  ck_assert(!yeoun_begun_has(&begun, (struct yeoun_written){150, 1, 60}));
}
END_TEST

START_TEST(the_oldest_of_what_was_begun_is_forgotten_first)
{
  static struct yeoun_begun begun;
  memset(&begun, 0, sizeof(begun));
  for (int i = 0; i <= YEOUN_BEGUN; ++i) {
    yeoun_begun_add(&begun, (struct yeoun_written){i, 0, 60});
  }
  ck_assert(!yeoun_begun_has(&begun, (struct yeoun_written){0, 0, 60}));
  for (int i = 1; i <= YEOUN_BEGUN; ++i) {
    ck_assert(yeoun_begun_has(&begun, (struct yeoun_written){i, 0, 60}));
  }
}
END_TEST

Suite *
test_suite(void)
{
  Suite *const suite = suite_create("place");
  TCase *const tests = tcase_create("place");
  tcase_add_loop_test(tests, a_place_lies_after_its_tick_on_its_own_grid, 0, 4);
  tcase_add_test(tests, a_phrase_ends_with_its_form_at_the_latest);
  tcase_add_test(tests, a_beat_is_that_of_the_metre);
  tcase_add_test(tests, numbers_are_divided_towards_the_past);
  tcase_add_test(tests, a_cursor_stands_at_the_first_note_after_its_tick);
  tcase_add_test(tests, a_cursor_goes_round_and_round);
  tcase_add_test(tests, of_nothing_nothing_is_next);
  tcase_add_test(tests, what_was_begun_is_known_by_place_lane_and_pitch);
  tcase_add_test(tests, the_oldest_of_what_was_begun_is_forgotten_first);
  suite_add_tcase(suite, tests);
  return suite;
}
