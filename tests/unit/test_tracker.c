// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* Who sounds: every note that begins ends, once, when it is due. And the
   hand-over by its stages, one thread playing both sides. */

#include <string.h>

#include "play/handover.h"
#include "play/tracker.h"
#include "suite.h"

enum { MOST = 64 };

static struct yeoun_tracker tracker;
static struct yeoun_message said[MOST];
static unsigned count;

static void
write_down(void *handle, const struct yeoun_message *message)
{
  (void)handle;
  ck_assert_uint_lt(count, MOST);
  said[count++] = *message;
}

static const struct yeoun_sink sink = {write_down, NULL};

static void
set_up(void)
{
  memset(&tracker, 0, sizeof(tracker));
  yeoun_tracker_init(&tracker);
  count = 0;
}

static void
begin(uint8_t lane, uint8_t pitch, int64_t end, bool is_live)
{
  const struct yeoun_message message = {.kind = YEOUN_MESSAGE_NOTE_ON,
                                        .lane = lane,
                                        .pitch = pitch,
                                        .velocity = 80,
                                        .is_live = is_live};
  yeoun_tracker_begin(&tracker, &message, end, &sink);
}

/** The n-th thing said ends a pitch. */
static void
expect_end(unsigned n, uint8_t pitch)
{
  ck_assert_uint_lt(n, count);
  ck_assert_uint_eq(said[n].kind, YEOUN_MESSAGE_NOTE_OFF);
  ck_assert_uint_eq(said[n].pitch, pitch);
}

START_TEST(a_pitch_that_sounds_ends_before_it_begins_again)
{
  begin(0, 60, 100, false);
  begin(0, 60, 200, false);
  ck_assert_uint_eq(count, 3);
  expect_end(1, 60);
  ck_assert_uint_eq(said[1].id, said[0].id);
  ck_assert_uint_ne(said[2].id, said[0].id);
  /* Another lane's is another note. */
  begin(1, 60, 200, false);
  ck_assert_uint_eq(count, 4);
}
END_TEST

START_TEST(notes_end_when_they_are_due)
{
  begin(0, 60, 100, false);
  begin(0, 62, 150, false);
  ck_assert_int_eq(yeoun_tracker_next_end(&tracker), 100);
  yeoun_tracker_end(&tracker, 99, 0, &sink);
  ck_assert_uint_eq(count, 2);
  yeoun_tracker_end(&tracker, 100, 7, &sink);
  expect_end(2, 60);
  ck_assert_uint_eq(said[2].frame, 7);
  yeoun_tracker_shift(&tracker, 1000);
  ck_assert_int_eq(yeoun_tracker_next_end(&tracker), 1150);
}
END_TEST

START_TEST(what_is_played_by_hand_and_what_is_not_end_apart)
{
  begin(0, 60, 100, false);
  begin(0, 62, YEOUN_NEVER, true);
  yeoun_tracker_release(&tracker, false, 0, &sink);
  expect_end(2, 60);
  yeoun_tracker_release_lane(&tracker, 0, 0, &sink);
  ck_assert_uint_eq(count, 3);
  yeoun_tracker_release_key(&tracker, 62, 0, &sink);
  expect_end(3, 62);
}
END_TEST

START_TEST(a_change_cuts_what_the_new_music_does_not_have)
{
  begin(0, 60, 500, false);
  begin(0, 62, 500, false);
  begin(0, 64, 12, false);
  begin(0, 65, YEOUN_NEVER, true);
  yeoun_tracker_keep(&tracker, 0, 60, 700);
  yeoun_tracker_cut(&tracker, 20, 0, &sink);
  ck_assert_uint_eq(count, 5);
  expect_end(4, 62);
  yeoun_tracker_end(&tracker, 699, 0, &sink);
  ck_assert_uint_eq(count, 6); /* 64, which was nearly over */
  yeoun_tracker_end(&tracker, 700, 0, &sink);
  expect_end(6, 60);
}
END_TEST

START_TEST(a_pedal_is_lifted_before_it_is_pressed_again)
{
  yeoun_tracker_press(&tracker, 2, 100, 0, &sink);
  yeoun_tracker_press(&tracker, 2, 200, 0, &sink);
  ck_assert_uint_eq(count, 3);
  ck_assert_uint_eq(said[0].value, 127);
  ck_assert_uint_eq(said[1].value, 0);
  ck_assert_uint_eq(said[2].value, 127);
  yeoun_tracker_end(&tracker, 200, 0, &sink);
  ck_assert_uint_eq(said[3].value, 0);
  ck_assert_uint_eq(count, 4);
}
END_TEST

static struct yeoun_handover handover;

START_TEST(what_is_withdrawn_is_nobody_s_to_make)
{
  yeoun_handover_init(&handover);
  yeoun_handover_ask(&handover, 2);
  ck_assert_int_eq(yeoun_handover_shared(&handover), 2);
  ck_assert(yeoun_handover_withdraw(&handover));
  ck_assert_int_eq(yeoun_handover_shared(&handover), YEOUN_NO_SLOT);
  ck_assert(!yeoun_handover_begin(&handover));
}
END_TEST

START_TEST(what_is_begun_is_not_withdrawn)
{
  yeoun_handover_init(&handover);
  yeoun_handover_ask(&handover, 1);
  ck_assert(yeoun_handover_begin(&handover));
  ck_assert(!yeoun_handover_begin(&handover));
  ck_assert(!yeoun_handover_withdraw(&handover));
  ck_assert_int_eq(yeoun_handover_take(&handover), YEOUN_NO_SLOT);
}
END_TEST

START_TEST(what_is_ready_is_taken_once)
{
  yeoun_handover_init(&handover);
  yeoun_handover_ask(&handover, 3);
  ck_assert(yeoun_handover_begin(&handover));
  yeoun_handover_publish(&handover);
  ck_assert_int_eq(yeoun_handover_take(&handover), 3);
  ck_assert_int_eq(yeoun_handover_take(&handover), YEOUN_NO_SLOT);
  ck_assert_int_eq(yeoun_handover_shared(&handover), YEOUN_NO_SLOT);
}
END_TEST

Suite *
test_suite(void)
{
  Suite *const suite = suite_create("tracker");
  TCase *const tests = tcase_create("tracker");
  tcase_add_checked_fixture(tests, set_up, NULL);
  tcase_add_test(tests, a_pitch_that_sounds_ends_before_it_begins_again);
  tcase_add_test(tests, notes_end_when_they_are_due);
  tcase_add_test(tests, what_is_played_by_hand_and_what_is_not_end_apart);
  tcase_add_test(tests, a_change_cuts_what_the_new_music_does_not_have);
  tcase_add_test(tests, a_pedal_is_lifted_before_it_is_pressed_again);
  tcase_add_test(tests, what_is_withdrawn_is_nobody_s_to_make);
  tcase_add_test(tests, what_is_begun_is_not_withdrawn);
  tcase_add_test(tests, what_is_ready_is_taken_once);
  suite_add_tcase(suite, tests);
  return suite;
}
