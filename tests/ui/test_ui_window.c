// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* The interface in a window, with pointer and keyboard, and what the plugin
   got. */

#include <X11/extensions/XTest.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "../unit/folder.h"
#include "../unit/suite.h"
#include "desk.h"
#include "small_midi.h"
#include "ui/model/sibling.h"
#include "ui/views/lanes.h"

#define Y(word) "urn:yeoun:vocabulary#" word

#define SOUNDING 0xf0cf6bU

static struct desk *desk;

static void
set_up(void)
{
  desk = desk_new();
  desk_open(desk);
  desk_settle(desk);
}

static void
tear_down(void)
{
  desk_free(desk);
}

START_TEST(opening_sets_nothing)
{
  ck_assert_uint_eq(desk->port_writes, 0);
  ck_assert_uint_gt(desk->messages, 1);
}
END_TEST

START_TEST(a_theme_is_typed_and_the_space_bar_stays_with_the_host)
{
  desk_click(desk, YEOUN_ID_THEME);
  desk_type(desk, "Dm G C");
  ck_assert_uint_eq(desk->key_count, 0);
  desk_type(desk, "\n");
  desk_settle(desk);
  ck_assert_str_eq(desk_told(desk, Y("theme")), "Dm G C");
  desk_type(desk, " ");
  ck_assert_uint_eq(desk->key_count, 1);
  ck_assert_int_eq(desk->keys[0], ' ');
}
END_TEST

START_TEST(keys_that_mean_nothing_here_go_on_to_the_host)
{
  desk_click(desk, YEOUN_ID_CARD + 2);
  desk_type(desk, "k");
  desk_pump(desk, 2);
  ck_assert_uint_eq(desk->key_count, 1);
  ck_assert_int_eq(desk->keys[0], 'k');
}
END_TEST

START_TEST(the_triangle_is_dragged)
{
  const struct yeoun_rect r = paper_place(desk->paper, YEOUN_ID_TRIANGLE);
  desk_move(desk, r.x + 10, r.y + r.h - 26);
  desk_button(desk, true);
  for (unsigned i = 1; i <= 10; ++i) {
    desk_move(desk, r.x + 10 + 8 * i, r.y + r.h - 26 - 7 * i);
  }
  ck_assert(desk_value(desk, "romantic") > 0.2f); /* while it is still held */
  desk_button(desk, false);
  desk_settle(desk);
  ck_assert(desk_value(desk, "lyrical") < 0.7f);
  ck_assert_ptr_nonnull(strstr(desk_told(desk, Y("name")), "romantic="));
}
END_TEST

START_TEST(a_star_keeps_name_and_notes)
{
  desk_click(desk, YEOUN_ID_CARD_STAR + 4);
  ck_assert_str_eq(desk_told(desk, Y("shelf")), "5");
  desk_click(desk, YEOUN_ID_CARD_STAR + 4);
  ck_assert_str_eq(desk_told(desk, Y("shelf")), "");
}
END_TEST

START_TEST(a_card_and_a_sibling_are_played)
{
  desk_click(desk, YEOUN_ID_CARD + 4);
  ck_assert(desk_value(desk, "variation") == 5.0f);
  ck_assert_ptr_nonnull(strstr(desk_told(desk, Y("name")), "variation=5"));
  desk_settle(desk);
  ck_assert(desk_share(desk,
                       paper_place(desk->paper, YEOUN_ID_CARD + 4),
                       SOUNDING) > 0.01);
  ck_assert(desk_share(desk,
                       paper_place(desk->paper, YEOUN_ID_CARD + 1),
                       SOUNDING) == 0);
  desk_click(desk, YEOUN_ID_SIBLING + YEOUN_OTHER_HARMONY);
  ck_assert(desk_value(desk, "harmony_take") == 1.0f);
}
END_TEST

START_TEST(two_bars_are_rolled_again_and_all_is_undone)
{
  const struct yeoun_rect r =
    paper_place(desk->paper, YEOUN_ID_LANE_BARS + YEOUN_LANE_BASS);
  const double bar = r.w / 8;
  desk_move(desk, r.x + 4.5 * bar, r.y + r.h / 2);
  desk_button(desk, true);
  desk_move(desk, r.x + 5.5 * bar, r.y + r.h / 2);
  desk_button(desk, false);
  /* So that the paper too has the button that comes with the choice. */
  paper_drag(desk->paper,
             r.x + 4.5 * bar,
             r.y + r.h / 2,
             r.x + 5.5 * bar,
             r.y + r.h / 2);
  desk_click(desk, YEOUN_ID_ROLL + 1);
  ck_assert_str_eq(desk_told(desk, Y("ranges")), "bass_bars=5-6:1");
  ck_assert_ptr_nonnull(strstr(desk_told(desk, Y("name")), "bass_bars=5-6:1"));
  desk_click(desk, YEOUN_ID_PORT + YEOUN_PORT_DRUMS_MUTE);
  ck_assert(desk_value(desk, "drums_mute") == 1.0f);
  desk_click(desk, YEOUN_ID_CARD + 1);
  for (unsigned i = 0; i < 3; ++i) {
    desk_control(desk, 'z'); /* the card has the keyboard */
  }
  desk_settle(desk);
  ck_assert(desk_value(desk, "drums_mute") == 0.0f);
  ck_assert(desk_value(desk, "variation") == 1.0f);
  ck_assert_str_eq(desk_told(desk, Y("ranges")), "");
}
END_TEST

/** Take a lane by its name, and carry it to the window beside. */
static void
carry_lane(unsigned lane)
{
  const struct yeoun_rect r =
    paper_place(desk->paper, YEOUN_ID_LANE + lane * YEOUN_LANE_IDS);
  desk_move(desk, r.x + 20, r.y + 8);
  desk_button(desk, true);
  desk_move(desk, r.x + 40, r.y + 12);
  desk_move(desk, YEOUN_PAGE_WIDTH + 40, 300);
  desk_move(desk, YEOUN_PAGE_WIDTH + 60, 310);
  desk_pump(desk, 3);
}

START_TEST(a_lane_is_dragged_out_as_a_file)
{
  carry_lane(YEOUN_LANE_CHORDS);
  ck_assert_str_eq(desk->dropped, ""); /* not before it is let go */
  desk_button(desk, false);
  desk_pump(desk, 5);
  const size_t length = strlen(desk->dropped);
  ck_assert_uint_gt(length, 20);
  ck_assert_int_eq(strncmp(desk->dropped, "file:///", 8), 0);
  ck_assert_str_eq(desk->dropped + length - 12, "chords.mid\r\n");
  desk_click(desk, YEOUN_ID_CARD + 1); /* and all goes on */
  ck_assert(desk_value(desk, "variation") == 2.0f);
}
END_TEST

START_TEST(a_midi_file_is_dropped_onto_it)
{
  char path[96];
  char uris[128];
  snprintf(path, sizeof(path), "%s/window.mid", make_folder());
  small_midi_write(path);
  snprintf(uris, sizeof(uris), "file://%s\r\n", path);
  const bool is_taken = desk_drop(desk, 400, 300, uris);
  remove_folder();
  ck_assert(is_taken);
  ck_assert_str_eq(desk_told(desk, Y("theme")), "Am:2 F:2 C:2");
}
END_TEST

START_TEST(a_lane_let_go_of_over_the_window_itself_changes_nothing)
{
  const struct yeoun_rect r = paper_place(
    desk->paper, YEOUN_ID_LANE + YEOUN_LANE_CHORDS * YEOUN_LANE_IDS);
  const unsigned before = desk->messages;
  desk_move(desk, r.x + 20, r.y + 8);
  desk_button(desk, true);
  desk_move(desk, r.x + 60, r.y + 12);
  desk_move(desk, 600, 300);
  desk_pump(desk, 3);
  desk_button(desk, false);
  desk_pump(desk, 5);
  ck_assert_str_eq(desk_told(desk, Y("theme")), "Am F C");
  desk_click(desk, YEOUN_ID_CARD + 1); /* and all goes on */
  ck_assert(desk_value(desk, "variation") == 2.0f);
  ck_assert_uint_ge(desk->messages, before);
}
END_TEST

START_TEST(it_is_closed_while_a_lane_is_carried)
{
  carry_lane(YEOUN_LANE_CHORDS);
  desk_close(desk);
  XTestFakeButtonEvent(desk->display, 1, False, CurrentTime);
  desk_open(desk);
  desk_pump(desk, 3);
}
END_TEST

START_TEST(it_is_opened_and_closed_two_hundred_times)
{
  for (unsigned i = 0; i < 200; ++i) {
    desk_close(desk);
    desk_open(desk);
    desk_pump(desk, i % 4);
  }
}
END_TEST

START_TEST(it_is_closed_while_something_goes_on)
{
  const struct yeoun_rect r = paper_place(desk->paper, YEOUN_ID_TRIANGLE);
  desk_move(desk, r.x + 10, r.y + r.h - 26);
  desk_button(desk, true);
  desk_move(desk, r.x + 60, r.y + r.h - 60);
  desk_close(desk); /* while dragging, and composing */
  XTestFakeButtonEvent(desk->display, 1, False, CurrentTime);
  desk_open(desk);
  desk_settle(desk);
  desk_click(desk, YEOUN_ID_THEME);
  desk_type(desk, "Em");
  desk_close(desk); /* while typing */
  desk_open(desk);
  desk_pump(desk, 2);
}
END_TEST

START_TEST(a_host_may_destroy_its_window_first)
{
  XDestroyWindow(desk->display, desk->window);
  XSync(desk->display, False);
  desk_pump(desk, 3);
  desk_close(desk);
}
END_TEST

Suite *
test_suite(void)
{
  Suite *const suite = suite_create("ui_window");
  TCase *const tests = tcase_create("window");
  tcase_set_timeout(tests, 120);
  tcase_add_checked_fixture(tests, set_up, tear_down);
  tcase_add_test(tests, opening_sets_nothing);
  tcase_add_test(tests, a_theme_is_typed_and_the_space_bar_stays_with_the_host);
  tcase_add_test(tests, keys_that_mean_nothing_here_go_on_to_the_host);
  tcase_add_test(tests, the_triangle_is_dragged);
  tcase_add_test(tests, a_star_keeps_name_and_notes);
  tcase_add_test(tests, a_card_and_a_sibling_are_played);
  tcase_add_test(tests, two_bars_are_rolled_again_and_all_is_undone);
  tcase_add_test(tests, a_lane_is_dragged_out_as_a_file);
  tcase_add_test(tests, a_midi_file_is_dropped_onto_it);
  tcase_add_test(tests,
                 a_lane_let_go_of_over_the_window_itself_changes_nothing);
  tcase_add_test(tests, it_is_closed_while_a_lane_is_carried);
  tcase_add_test(tests, it_is_opened_and_closed_two_hundred_times);
  tcase_add_test(tests, it_is_closed_while_something_goes_on);
  tcase_add_test(tests, a_host_may_destroy_its_window_first);
  suite_add_tcase(suite, tests);
  return suite;
}
