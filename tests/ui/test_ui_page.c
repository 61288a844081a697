// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* The whole page without X: what a person does, what is set, what is seen. */

#include <stdlib.h>
#include <string.h>

#include "../unit/suite.h"
#include "compose/compose.h"
#include "compose/scratch.h"
#include "controls.h"
#include "paper.h"
#include "ui/model/sibling.h"
#include "ui/views/lanes.h"

/* Of canvas.c. */
#define FAULT 0xff7a66U
#define SOUNDING 0xf0cf6bU
#define MELODY 0x5cb8eaU

static struct paper *paper;

static void
set_up(void)
{
  paper = paper_new(1);
}

static void
tear_down(void)
{
  paper_free(paper);
}

static float
value(enum yeoun_port port)
{
  return paper->model.value[port];
}

START_TEST(a_theme_that_is_typed_is_set_with_return)
{
  paper_click(paper, YEOUN_ID_THEME);
  ck_assert(paper->page.gui.is_keys_wanted);
  paper_type(paper, "Dm G C");
  ck_assert_uint_eq(paper->count, 0);
  paper_key(paper, YEOUN_KEY_RETURN);
  ck_assert_str_eq(paper_text(paper, YEOUN_SET_THEME), "Dm G C");
  ck_assert(!paper->page.gui.is_keys_wanted);
}
END_TEST

START_TEST(a_wrong_symbol_is_marked_at_its_place_and_nothing_is_set)
{
  const struct yeoun_rect r = paper_place(paper, YEOUN_ID_THEME);
  const struct yeoun_rect line = {r.x, r.y + r.h - 6, r.w, 4};
  ck_assert(paper_share(paper, line, FAULT) == 0);
  paper_click(paper, YEOUN_ID_THEME);
  paper_type(paper, "Am Fz C");
  /* The mark stands between the first and the last symbol. */
  const struct yeoun_rect first = {r.x + 8, line.y, 20, 4};
  const struct yeoun_rect second = {r.x + 32, line.y, 22, 4};
  const struct yeoun_rect rest = {r.x + 58, line.y, r.w - 66, 4};
  ck_assert(paper_share(paper, first, FAULT) == 0);
  ck_assert(paper_share(paper, second, FAULT) > 0.05);
  ck_assert(paper_share(paper, rest, FAULT) == 0);
  ck_assert_ptr_nonnull(strstr(paper->page.gui.info, "Expected a chord type"));
  paper_key(paper, YEOUN_KEY_RETURN);
  ck_assert_uint_eq(paper->count, 0);
  ck_assert_str_eq(paper->page.fault, "Am Fz C");
}
END_TEST

START_TEST(letters_of_several_bytes_are_typed_and_deleted_whole)
{
  paper_click(paper, YEOUN_ID_THEME);
  paper_type(paper, "\354\225\210\353\205\225");
  ck_assert_uint_eq(strlen(paper->page.gui.field.text), 6);
  paper_key(paper, YEOUN_KEY_BACKSPACE);
  ck_assert_str_eq(paper->page.gui.field.text, "\354\225\210");
  paper_key(paper, YEOUN_KEY_ESCAPE);
  ck_assert_uint_eq(paper->count, 0);
}
END_TEST

START_TEST(dragging_the_triangle_is_one_step_of_undo)
{
  const struct yeoun_rect r = paper_place(paper, YEOUN_ID_TRIANGLE);
  paper_drag(paper, r.x + 10, r.y + r.h - 26, r.x + r.w / 2, r.y + r.h / 2);
  ck_assert(value(YEOUN_PORT_ROMANTIC) > 0.3f);
  ck_assert(value(YEOUN_PORT_LYRICAL) < 0.5f);
  const float sum = value(YEOUN_PORT_LYRICAL) + value(YEOUN_PORT_ROMANTIC) +
                    value(YEOUN_PORT_COMIC);
  ck_assert(sum > 0.97f && sum < 1.03f);
  ck_assert_uint_eq(paper->model.history.done, 1);
  paper_key(paper, YEOUN_KEY_UNDO);
  ck_assert(value(YEOUN_PORT_LYRICAL) == 1.0f);
  ck_assert(value(YEOUN_PORT_ROMANTIC) == 0.0f);
  ck_assert(value(YEOUN_PORT_COMIC) == 0.0f);
  paper_key(paper, YEOUN_KEY_REDO);
  ck_assert(value(YEOUN_PORT_ROMANTIC) > 0.3f);
}
END_TEST

START_TEST(a_card_plays_its_number_and_shows_its_notes)
{
  static struct yeoun_compose_scratch scratch;
  static struct yeoun_score score;
  paper_click(paper, YEOUN_ID_CARD + 3);
  ck_assert(value(YEOUN_PORT_VARIATION) == 4.0f);
  const struct yeoun_preview *const card =
    yeoun_previews_get(paper->previews, YEOUN_SLOT_CARD + 3);
  ck_assert(yeoun_preview_is_ready(card));
  yeoun_compose(&card->wanted, &scratch, &score);
  ck_assert(yeoun_score_same(&score, card->score));
  ck_assert_uint_eq(card->wanted.variation, 4);
  const struct yeoun_rect r = paper_place(paper, YEOUN_ID_CARD + 3);
  ck_assert(paper_share(paper, r, MELODY) > 0.002);
}
END_TEST

START_TEST(what_sounds_alone_is_golden)
{
  for (unsigned i = 0; i < YEOUN_CARDS; ++i) {
    const double share =
      paper_share(paper, paper_place(paper, YEOUN_ID_CARD + i), SOUNDING);
    ck_assert_msg(i == 0 ? share > 0.01 : share == 0, "card %u: %g", i, share);
  }
}
END_TEST

START_TEST(a_star_keeps_the_card_and_takes_it_off_again)
{
  paper_click(paper, YEOUN_ID_CARD_STAR + 1);
  const char *const name = paper_text(paper, YEOUN_SET_KEEP);
  struct yeoun_kept kept = {.algorithm = YEOUN_ALGORITHM};
  ck_assert_ptr_nonnull(name);
  ck_assert(!yeoun_name_read(name, &kept.request, NULL).status);
  ck_assert_uint_eq(kept.request.variation, 2);
  /* The plugin tells what it kept. */
  yeoun_shelf_keep(&paper->model.memory.shelf, &kept);
  paper_settle(paper);
  paper_click(paper, YEOUN_ID_CARD_STAR + 1);
  ck_assert_str_eq(paper_text(paper, YEOUN_SET_REMOVE), "1");
  yeoun_shelf_remove(&paper->model.memory.shelf, 0);
  paper_key(paper, YEOUN_KEY_UNDO);
  ck_assert_str_eq(paper_text(paper, YEOUN_SET_KEEP), name);
}
END_TEST

START_TEST(a_sibling_changes_one_thing)
{
  paper_click(paper, YEOUN_ID_SIBLING + YEOUN_OTHER_MELODY);
  ck_assert_uint_eq(paper->count, 1);
  ck_assert_uint_eq(paper->sent[0].what, YEOUN_PORT_MELODY_TAKE);
  ck_assert(paper->sent[0].value == 1.0f);
  paper_click(paper, YEOUN_ID_SIBLING + YEOUN_FARTHER);
  ck_assert_uint_eq(paper->sent[paper->count - 1].what, YEOUN_PORT_DISTANCE);
  ck_assert(value(YEOUN_PORT_DISTANCE) > 0.55f);
}
END_TEST

START_TEST(two_bars_of_a_lane_are_rolled_again)
{
  const struct yeoun_rect r =
    paper_place(paper, YEOUN_ID_LANE_BARS + YEOUN_LANE_BASS);
  const double bar = r.w / 8;
  const double y = r.y + r.h / 2;
  paper_drag(paper, r.x + 4.5 * bar, y, r.x + 5.5 * bar, y);
  ck_assert_uint_eq(paper->count, 0);
  paper_click(paper, YEOUN_ID_ROLL + 1);
  ck_assert_str_eq(paper_text(paper, YEOUN_SET_RANGES), "bass_bars=5-6:1");
  paper_click(paper, YEOUN_ID_ROLL + 1);
  ck_assert_str_eq(paper_text(paper, YEOUN_SET_RANGES), "bass_bars=5-6:2");
  paper_key(paper, YEOUN_KEY_UNDO);
  paper_key(paper, YEOUN_KEY_UNDO);
  ck_assert_str_eq(paper_text(paper, YEOUN_SET_RANGES), "");
}
END_TEST

START_TEST(a_locked_lane_is_not_rolled_again)
{
  const struct yeoun_rect r =
    paper_place(paper, YEOUN_ID_LANE_BARS + YEOUN_LANE_BASS);
  paper_click(paper, YEOUN_ID_LANE + YEOUN_LANE_BASS * YEOUN_LANE_IDS + 1);
  ck_assert_str_eq(paper_text(paper, YEOUN_SET_LOCKS), "bass=0");
  const unsigned before = paper->count;
  paper_drag(paper, r.x + 10, r.y + 10, r.x + 100, r.y + 10);
  const struct yeoun_gui *const gui = &paper->page.gui;
  for (unsigned i = 0; i < gui->zones; ++i) {
    ck_assert_uint_ne(gui->zone[i].id, YEOUN_ID_ROLL + 1);
    ck_assert_uint_ne(gui->zone[i].id, YEOUN_ID_PORT + YEOUN_PORT_BASS_TAKE);
  }
  ck_assert_uint_eq(paper->count, before);
}
END_TEST

START_TEST(solo_mutes_the_others_and_gives_them_back)
{
  const yeoun_id solo = YEOUN_ID_LANE + YEOUN_LANE_MELODY * YEOUN_LANE_IDS + 2;
  paper_click(paper, YEOUN_ID_PORT + YEOUN_PORT_PAD_MUTE);
  paper_click(paper, solo);
  ck_assert(value(YEOUN_PORT_MELODY_MUTE) == 0.0f);
  ck_assert(value(YEOUN_PORT_BASS_MUTE) == 1.0f);
  paper_click(paper, solo);
  ck_assert(value(YEOUN_PORT_BASS_MUTE) == 0.0f);
  ck_assert(value(YEOUN_PORT_PAD_MUTE) == 1.0f);
}
END_TEST

START_TEST(a_value_is_typed_and_a_double_click_resets_it)
{
  paper_click(paper, YEOUN_ID_PORT + YEOUN_CONTROLS + YEOUN_PORT_INTENSITY);
  paper_type(paper, ".8");
  paper_key(paper, YEOUN_KEY_RETURN);
  ck_assert(value(YEOUN_PORT_INTENSITY) == 0.8f);
  paper_double_click(paper, YEOUN_ID_PORT + YEOUN_PORT_INTENSITY);
  ck_assert(value(YEOUN_PORT_INTENSITY) == 0.5f);
  paper_click(paper, YEOUN_ID_PORT + YEOUN_CONTROLS + YEOUN_PORT_INTENSITY);
  paper_type(paper, "7000");
  paper_key(paper, YEOUN_KEY_RETURN);
  ck_assert(value(YEOUN_PORT_INTENSITY) == 1.0f);
}
END_TEST

START_TEST(text_that_is_typed_is_not_lost_by_a_press_elsewhere)
{
  paper_click(paper, YEOUN_ID_THEME);
  paper_type(paper, "Em C");
  paper_click(paper, YEOUN_ID_CARD + 2);
  ck_assert_str_eq(paper_text(paper, YEOUN_SET_THEME), "Em C");
  ck_assert(value(YEOUN_PORT_VARIATION) == 3.0f);
}
END_TEST

START_TEST(the_keyboard_reaches_everything)
{
  const struct yeoun_gui *const gui = &paper->page.gui;
  bool is_met[YEOUN_ZONES] = {false};
  unsigned wanted = 0;
  ck_assert_uint_lt(gui->zones, YEOUN_ZONES);
  for (unsigned i = 0; i < gui->zones; ++i) {
    wanted += gui->zone[i].is_focusable;
  }
  ck_assert_uint_gt(wanted, 80);
  for (unsigned k = 0; k < wanted; ++k) {
    const struct yeoun_input tab = {.kind = YEOUN_INPUT_KEY,
                                    .key = YEOUN_KEY_TAB};
    yeoun_page_pass(
      &paper->page, paper->cr, YEOUN_PAGE_WIDTH, YEOUN_PAGE_HEIGHT, &tab);
    for (unsigned i = 0; i < gui->zones; ++i) {
      is_met[i] |= gui->zone[i].id == gui->focus;
    }
  }
  for (unsigned i = 0; i < gui->zones; ++i) {
    ck_assert_msg(!gui->zone[i].is_focusable || is_met[i],
                  "%#x is not reached",
                  gui->zone[i].id);
  }
}
END_TEST

START_TEST(whatever_is_pressed_has_a_meaning_to_tell)
{
  struct yeoun_gui *const gui = &paper->page.gui;
  struct yeoun_zone zone[YEOUN_ZONES];
  const unsigned zones = gui->zones;
  memcpy(zone, gui->zone, sizeof(zone));
  for (unsigned i = 0; i < zones; ++i) {
    const struct yeoun_input move = {.kind = YEOUN_INPUT_MOTION,
                                     .x = zone[i].rect.x + 2,
                                     .y = zone[i].rect.y + 2};
    yeoun_page_pass(
      &paper->page, paper->cr, YEOUN_PAGE_WIDTH, YEOUN_PAGE_HEIGHT, &move);
    ck_assert_msg(*gui->info, "%#x says nothing", zone[i].id);
  }
}
END_TEST

START_TEST(a_and_b_are_two_settings)
{
  paper_click(paper, YEOUN_ID_BAR + 3);
  paper_click(paper, YEOUN_ID_CARD + 6);
  paper_click(paper, YEOUN_ID_BAR + 2);
  ck_assert(value(YEOUN_PORT_VARIATION) == 1.0f);
  paper_click(paper, YEOUN_ID_BAR + 3);
  ck_assert(value(YEOUN_PORT_VARIATION) == 7.0f);
}
END_TEST

START_TEST(a_menu_sets_what_is_chosen_in_it)
{
  paper_click(paper, YEOUN_ID_PORT + YEOUN_PORT_PALETTE);
  ck_assert(value(YEOUN_PORT_PALETTE) == 0.0f);
  ck_assert_uint_ne(paper->page.gui.open, 0);
  paper_click(paper, 0xF0000000U + YEOUN_JAZZ);
  ck_assert(value(YEOUN_PORT_PALETTE) == (float)YEOUN_JAZZ);
  ck_assert_uint_eq(paper->page.gui.open, 0);
  ck_assert_uint_eq(paper->model.history.done, 1);
}
END_TEST

START_TEST(the_same_state_is_the_same_picture)
{
  const size_t size =
    (size_t)cairo_image_surface_get_stride(paper->image) * YEOUN_PAGE_HEIGHT;
  unsigned char *const before = (unsigned char *)malloc(size);
  ck_assert_ptr_nonnull(before);
  paper_settle(paper);
  memcpy(before, cairo_image_surface_get_data(paper->image), size);
  paper_settle(paper);
  const int other =
    memcmp(before, cairo_image_surface_get_data(paper->image), size);
  free(before);
  ck_assert_int_eq(other, 0);
}
END_TEST

Suite *
test_suite(void)
{
  Suite *const suite = suite_create("ui_page");
  TCase *const tests = tcase_create("page");
  tcase_set_timeout(tests, 60);
  tcase_add_checked_fixture(tests, set_up, tear_down);
  tcase_add_test(tests, a_theme_that_is_typed_is_set_with_return);
  tcase_add_test(tests,
                 a_wrong_symbol_is_marked_at_its_place_and_nothing_is_set);
  tcase_add_test(tests, letters_of_several_bytes_are_typed_and_deleted_whole);
  tcase_add_test(tests, dragging_the_triangle_is_one_step_of_undo);
  tcase_add_test(tests, a_card_plays_its_number_and_shows_its_notes);
  tcase_add_test(tests, what_sounds_alone_is_golden);
  tcase_add_test(tests, a_star_keeps_the_card_and_takes_it_off_again);
  tcase_add_test(tests, a_sibling_changes_one_thing);
  tcase_add_test(tests, two_bars_of_a_lane_are_rolled_again);
  tcase_add_test(tests, a_locked_lane_is_not_rolled_again);
  tcase_add_test(tests, solo_mutes_the_others_and_gives_them_back);
  tcase_add_test(tests, a_value_is_typed_and_a_double_click_resets_it);
  tcase_add_test(tests, text_that_is_typed_is_not_lost_by_a_press_elsewhere);
  tcase_add_test(tests, the_keyboard_reaches_everything);
  tcase_add_test(tests, whatever_is_pressed_has_a_meaning_to_tell);
  tcase_add_test(tests, a_and_b_are_two_settings);
  tcase_add_test(tests, a_menu_sets_what_is_chosen_in_it);
  tcase_add_test(tests, the_same_state_is_the_same_picture);
  suite_add_tcase(suite, tests);
  return suite;
}
