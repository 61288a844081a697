// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* What a session keeps, and what it makes of the controls. */

#include "memory.h"

#include <string.h>

#include "locks.h"
#include "name.h"
#include "suite.h"

static struct yeoun_memory memory;
static struct yeoun_controls controls;

static void
clear(void)
{
  memset(&memory, 0, sizeof(memory));
  memset(&controls, 0, sizeof(controls));
}

/** The variation that is played while the control says this; 1000 when a whole
    request is. */
static unsigned
played(unsigned control)
{
  memset(&controls, 0, sizeof(controls));
  controls.variation = (uint16_t)control;
  controls.advance = YEOUN_ADVANCE_NEXT;
  yeoun_memory_apply(&memory, &controls);
  return controls.has_request ? 1000 : controls.variation;
}

static void
keep(const char *name)
{
  struct yeoun_kept kept;
  unsigned algorithm = 0;
  memset(&kept, 0, sizeof(kept));
  ck_assert(!yeoun_name_read(name, &kept.request, &algorithm).status);
  kept.algorithm = (uint16_t)algorithm;
  ck_assert(yeoun_shelf_keep(&memory.shelf, &kept));
}

START_TEST(a_program_plays_from_the_shelf_until_the_control_is_moved)
{
  ck_assert(yeoun_shelf_read("40 7", NULL, &memory.shelf));
  ck_assert_uint_eq(played(3), 3);
  yeoun_memory_choose(&memory, 1, 3);
  ck_assert_uint_eq(played(3), 7);
  ck_assert_uint_eq(controls.advance, YEOUN_ADVANCE_NEXT);
  yeoun_memory_choose(&memory, 2, 3); /* there is none */
  ck_assert_uint_eq(played(3), 7);
  ck_assert_uint_eq(played(4), 4);
  ck_assert_uint_eq(played(3), 3);
}
END_TEST

START_TEST(without_a_shelf_a_program_is_a_variation)
{
  yeoun_memory_choose(&memory, 127, 1);
  ck_assert_uint_eq(played(1), 127);
}
END_TEST

START_TEST(what_was_kept_by_name_is_played_whole_and_held)
{
  keep("yeoun1 e g a variation=12 comic=1 bars=4");
  memory.shelf.place[0].request.kept = 5;
  yeoun_memory_choose(&memory, 0, 3);
  ck_assert_uint_eq(played(3), 1000);
  ck_assert_uint_eq(controls.advance, YEOUN_ADVANCE_HOLD);
  ck_assert(
    yeoun_request_equal(&controls.request, &memory.shelf.place[0].request));
  ck_assert_uint_eq(played(4), 4);
}
END_TEST

START_TEST(a_name_is_adopted_with_the_notes_that_were_kept_under_it)
{
  keep("yeoun1 Am F C variation=12 algorithm=3");
  memory.shelf.place[0].request.kept = 5;
  struct yeoun_request request = memory.shelf.place[0].request;
  request.kept = 0;
  yeoun_memory_adopt(&memory, &request, 3, 1);
  ck_assert_uint_eq(played(1), 1000);
  ck_assert_uint_eq(controls.request.kept, 5);
  ck_assert_uint_eq(memory.chosen.algorithm, 3);
  yeoun_memory_adopt(&memory, &request, 2, 1);
  ck_assert_uint_eq(played(1), 1000);
  ck_assert_uint_eq(controls.request.kept, 0);
  ck_assert_uint_eq(memory.chosen.algorithm, YEOUN_ALGORITHM);
}
END_TEST

START_TEST(another_theme_ends_a_choice)
{
  const struct yeoun_theme theme = yeoun_theme_default();
  keep("yeoun1 e g a variation=12");
  yeoun_memory_choose(&memory, 0, 3);
  yeoun_memory_set_theme(&memory, &theme);
  ck_assert_uint_eq(memory.theme_rule, YEOUN_THEME_WRITTEN);
  ck_assert_uint_eq(played(3), 3);
}
END_TEST

START_TEST(a_locked_lane_goes_on_with_its_take_and_its_ranges)
{
  const uint8_t take[YEOUN_LANES] = {1, 2, 3, 4, 5, 6};
  struct yeoun_bar_range range[YEOUN_RANGES] = {{YEOUN_LANE_BASS, 4, 2, 7},
                                                {YEOUN_LANE_PAD, 0, 1, 8}};
  char text[YEOUN_LOCKS_TEXT];
  ck_assert(yeoun_memory_set_ranges(&memory, range, 2));
  ck_assert(yeoun_locks_read("bass melody=9", take, &memory));
  yeoun_locks_write(&memory, text, sizeof(text));
  ck_assert_str_eq(text, "melody=9 bass=4");
  range[0].take = range[1].take = 9;
  ck_assert(yeoun_memory_set_ranges(&memory, range, 2));
  ck_assert_uint_eq(played(1), 1);
  ck_assert_uint_eq(controls.take[YEOUN_LANE_MELODY], 9);
  ck_assert_uint_eq(controls.take[YEOUN_LANE_BASS], 4);
  ck_assert_uint_eq(controls.take[YEOUN_LANE_PAD], 0);
  ck_assert_uint_eq(controls.ranges, 2);
  ck_assert_uint_eq(controls.range[0].take, 7);
  ck_assert_uint_eq(controls.range[1].lane, YEOUN_LANE_PAD);
  ck_assert_uint_eq(controls.range[1].take, 9);
  ck_assert(yeoun_locks_read("", take, &memory));
  ck_assert_uint_eq(played(1), 1);
  ck_assert_uint_eq(controls.take[YEOUN_LANE_BASS], 0);
}
END_TEST

START_TEST(too_many_ranges_change_nothing)
{
  struct yeoun_bar_range range[YEOUN_RANGES];
  for (unsigned i = 0; i < YEOUN_RANGES; ++i) {
    range[i] = (struct yeoun_bar_range){YEOUN_LANE_BASS, 0, 1, 1};
  }
  ck_assert(yeoun_memory_set_ranges(&memory, range, 1));
  memory.locks = 1U << YEOUN_LANE_BASS;
  range[0].lane = YEOUN_LANE_PAD;
  ck_assert(yeoun_memory_set_ranges(&memory, range, YEOUN_RANGES));
  ck_assert_uint_eq(memory.ranges, 2);
  for (unsigned i = 0; i < YEOUN_RANGES; ++i) {
    range[i].lane = YEOUN_LANE_PAD;
  }
  ck_assert(!yeoun_memory_set_ranges(&memory, range, YEOUN_RANGES));
  ck_assert_uint_eq(memory.ranges, 2);
}
END_TEST

START_TEST(what_are_no_locks_changes_nothing)
{
  static const char *const texts[] = {
    "tuba", "bass=", "bass=100", "bass=-1", "bass,pad", "basso", "bass=1x"};
  const uint8_t take[YEOUN_LANES] = {0};
  ck_assert(yeoun_locks_read("pad=3", take, &memory));
  const struct yeoun_memory before = memory;
  ck_assert(!yeoun_locks_read(texts[_i], take, &memory));
  ck_assert_uint_eq(memory.locks, before.locks);
  ck_assert_mem_eq(memory.locked_take, before.locked_take, YEOUN_LANES);
}
END_TEST

Suite *
test_suite(void)
{
  Suite *const suite = suite_create("memory");
  TCase *const tcase = tcase_create("memory");
  tcase_add_checked_fixture(tcase, clear, NULL);
  tcase_add_test(tcase,
                 a_program_plays_from_the_shelf_until_the_control_is_moved);
  tcase_add_test(tcase, without_a_shelf_a_program_is_a_variation);
  tcase_add_test(tcase, what_was_kept_by_name_is_played_whole_and_held);
  tcase_add_test(tcase,
                 a_name_is_adopted_with_the_notes_that_were_kept_under_it);
  tcase_add_test(tcase, another_theme_ends_a_choice);
  tcase_add_test(tcase, a_locked_lane_goes_on_with_its_take_and_its_ranges);
  tcase_add_test(tcase, too_many_ranges_change_nothing);
  tcase_add_loop_test(tcase, what_are_no_locks_changes_nothing, 0, 7);
  suite_add_tcase(suite, tcase);
  return suite;
}
