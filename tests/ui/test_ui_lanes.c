// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* Lanes and their bars: chosen, rolled, locked, dragged; takes, meters, what
   sounds. */

#include <string.h>

#include "../unit/suite.h"
#include "paper.h"
#include "ui/views/lanes.h"

/* Of canvas.c. */
#define WELL 0x141519U
#define DIM 0x767c8bU
#define DIM_INK 0xa0a4aeU
#define INK 0xe4e5e8U
#define SOUNDING 0xf0cf6bU
#define CHOSEN 0x8ab8e6U
#define BASS 0xe8743bU

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

static bool
begins(const char *text, const char *with)
{
  return !strncmp(text, with, strlen(with));
}

static struct yeoun_rect
bars_of(unsigned lane)
{
  return paper_place(paper, YEOUN_ID_LANE_BARS + lane);
}

static yeoun_id
name_of(unsigned lane)
{
  return YEOUN_ID_LANE + lane * YEOUN_LANE_IDS;
}

/** Bars 5 and 6, from a lane down to another. */
static void
choose(unsigned from, unsigned to)
{
  const struct yeoun_rect a = bars_of(from);
  const struct yeoun_rect b = bars_of(to);
  const double bar = a.w / 8;
  paper_drag(
    paper, a.x + 4.5 * bar, a.y + a.h / 2, a.x + 5.5 * bar, b.y + b.h / 2);
}

/** Take something by the hand, and say which lanes go along. */
static unsigned
carry(yeoun_id id)
{
  const struct yeoun_rect r = paper_place(paper, id);
  paper->page.carry.is_wanted = false;
  paper_drag(paper, r.x + 4, r.y + 4, r.x + 60, r.y + 8);
  return paper->page.carry.is_wanted ? paper->page.carry.lanes : 0;
}

START_TEST(bars_of_several_lanes_are_rolled_in_one_gesture)
{
  choose(YEOUN_LANE_CHORDS, YEOUN_LANE_BASS);
  ck_assert_uint_eq(paper->count, 0);
  paper_click(paper, YEOUN_ID_ROLL + 1);
  ck_assert_str_eq(paper_text(paper, YEOUN_SET_RANGES),
                   "chords_bars=5-6:1 bass_bars=5-6:1");
  ck_assert_uint_eq(paper->model.history.done, 1);
  paper_key(paper, YEOUN_KEY_UNDO);
  ck_assert_str_eq(paper_text(paper, YEOUN_SET_RANGES), "");
}
END_TEST

START_TEST(a_locked_lane_among_them_stays)
{
  paper_click(paper, name_of(YEOUN_LANE_CHORDS) + 1);
  choose(YEOUN_LANE_BASS, YEOUN_LANE_CHORDS); /* upwards */
  paper_click(paper, YEOUN_ID_ROLL + 1);
  ck_assert_str_eq(paper_text(paper, YEOUN_SET_RANGES), "bass_bars=5-6:1");
}
END_TEST

START_TEST(bars_are_chosen_and_rolled_by_keys_alone)
{
  yeoun_gui_focus(&paper->page.gui, YEOUN_ID_LANE_BARS + YEOUN_LANE_CHORDS);
  paper_key(paper, YEOUN_KEY_RIGHT); /* bar 1 */
  paper_key(paper, YEOUN_KEY_RIGHT);
  paper_shift_key(paper, YEOUN_KEY_RIGHT);
  paper_shift_key(paper, YEOUN_KEY_DOWN);
  ck_assert_uint_eq(paper->page.gui.focus,
                    YEOUN_ID_LANE_BARS + YEOUN_LANE_BASS);
  paper_key(paper, YEOUN_KEY_RETURN);
  ck_assert_str_eq(paper_text(paper, YEOUN_SET_RANGES),
                   "chords_bars=2-3:1 bass_bars=2-3:1");
}
END_TEST

START_TEST(lanes_that_are_chosen_are_dragged_together)
{
  ck_assert_uint_eq(carry(name_of(YEOUN_LANE_BASS)), 1U << YEOUN_LANE_BASS);
  paper_click(paper, name_of(YEOUN_LANE_MELODY));
  yeoun_gui_focus(&paper->page.gui, name_of(YEOUN_LANE_CHORDS));
  paper_shift_key(paper, YEOUN_KEY_RETURN);
  const unsigned both = 1U << YEOUN_LANE_MELODY | 1U << YEOUN_LANE_CHORDS;
  ck_assert_uint_eq(carry(name_of(YEOUN_LANE_CHORDS)), both);
  ck_assert_uint_eq(carry(name_of(YEOUN_LANE_MELODY)), both);
  /* One that is not chosen goes alone. */
  ck_assert_uint_eq(carry(name_of(YEOUN_LANE_BASS)), 1U << YEOUN_LANE_BASS);
  paper_click(paper, name_of(YEOUN_LANE_CHORDS));
  paper_click(paper, name_of(YEOUN_LANE_CHORDS));
  ck_assert(!paper->page.selection.is_there);
}
END_TEST

START_TEST(zooming_shows_fewer_bars_and_the_wheel_goes_on)
{
  const struct yeoun_score *const score = yeoun_roll_score(&paper->page);
  double from = 0;
  double to = 0;
  paper_click(paper, YEOUN_ID_ROLL + 2);
  yeoun_roll_sight(&paper->page, score, &from, &to);
  ck_assert(from == 0 && to == score->length / 2.0);
  const struct yeoun_rect r = bars_of(YEOUN_LANE_BASS);
  const struct yeoun_input wheel = {.kind = YEOUN_INPUT_WHEEL,
                                    .steps = -2,
                                    .x = r.x + r.w / 2,
                                    .y = r.y + r.h / 2};
  yeoun_page_pass(
    &paper->page, paper->cr, YEOUN_PAGE_WIDTH, YEOUN_PAGE_HEIGHT, &wheel);
  yeoun_roll_sight(&paper->page, score, &from, &to);
  ck_assert(from > 0 && to - from == score->length / 2.0);
  /* Chosen bars are those under the pointer. */
  paper_click(paper, YEOUN_ID_LANE_BARS + YEOUN_LANE_BASS);
  const unsigned bar = (unsigned)((from + to) / 2 / score->length * 8);
  ck_assert_uint_eq(paper->page.selection.first, bar);
  paper_click(paper, YEOUN_ID_ROLL + 3);
  yeoun_roll_sight(&paper->page, score, &from, &to);
  ck_assert(from == 0 && to == score->length);
}
END_TEST

START_TEST(the_playhead_goes_along_with_the_position)
{
  ck_assert(yeoun_page_playhead(&paper->page) < 0);
  yeoun_model_port_is(&paper->model, YEOUN_PORT_BAR, 3.0f);
  yeoun_model_port_is(&paper->model, YEOUN_PORT_POSITION, 0.25f);
  const struct yeoun_rect r = bars_of(YEOUN_LANE_MELODY);
  const double x = yeoun_page_playhead(&paper->page);
  ck_assert_double_eq_tol(x, r.x + r.w / 4, 1);
  yeoun_page_draw_live(&paper->page, paper->cr);
  cairo_surface_flush(paper->image);
  const struct yeoun_rect line = {x - 1, r.y, 3, r.h};
  ck_assert(paper_share(paper, line, 0xf0cf6b) > 0.2);
}
END_TEST

START_TEST(meters_show_the_level_that_was_told)
{
  const struct yeoun_rect r = paper->page.meter[YEOUN_LANE_BASS];
  ck_assert(paper_share(paper, r, 0xe8743b) == 0);
  paper->model.told.level[YEOUN_LANE_BASS] = 0.0316f; /* -30 dB: the middle */
  yeoun_page_draw_live(&paper->page, paper->cr);
  cairo_surface_flush(paper->image);
  const struct yeoun_rect upper = {r.x, r.y, r.w, r.h / 2 - 2};
  const struct yeoun_rect lower = {r.x, r.y + r.h / 2 + 2, r.w, r.h / 2 - 3};
  ck_assert(paper_share(paper, upper, 0xe8743b) == 0);
  ck_assert(paper_share(paper, lower, 0xe8743b) > 0.5);
}
END_TEST

START_TEST(the_flag_stands_at_the_climax)
{
  const struct yeoun_score *const score = yeoun_roll_score(&paper->page);
  const struct yeoun_rect ruler = paper_place(paper, YEOUN_ID_ROLL);
  for (unsigned i = 0; i < score->notes; ++i) {
    const struct yeoun_note *const n = &score->note[i];
    if (n->lane == YEOUN_LANE_MELODY && n->marks & YEOUN_MARK_CLIMAX) {
      const double x = ruler.x + (double)n->start / score->length * ruler.w;
      const struct yeoun_rect flag = {x - 3, ruler.y, 6, 6};
      const struct yeoun_rect before = {ruler.x, ruler.y, x - 6 - ruler.x, 8};
      ck_assert(paper_share(paper, flag, 0x5cb8ea) > 0.3);
      ck_assert(paper_share(paper, before, 0x5cb8ea) == 0);
      return;
    }
  }
  ck_abort_msg("the variation has no climax");
}
END_TEST

START_TEST(what_is_dragged_and_rolled_is_named)
{
  static const yeoun_id grip = YEOUN_ID_ROLL + 4;
  static const yeoun_id roll = YEOUN_ID_ROLL + 1;
  ck_assert_ptr_nonnull(
    strstr(paper_info(paper, YEOUN_ID_ROLL + 6), "drag over"));
  ck_assert(begins(paper_info(paper, grip), "Drag all into"));
  choose(YEOUN_LANE_CHORDS, YEOUN_LANE_BASS);
  ck_assert(begins(paper_info(paper, grip), "Drag 2 lanes into"));
  ck_assert(begins(paper_info(paper, roll),
                   "Roll Chords, Bass \302\267 bars 5\342\200\2236:"));
  const unsigned both = 1U << YEOUN_LANE_CHORDS | 1U << YEOUN_LANE_BASS;
  ck_assert_uint_eq(carry(grip), both);
  paper_click(paper, YEOUN_ID_LANE_BARS + YEOUN_LANE_MELODY);
  ck_assert(begins(paper_info(paper, grip), "Drag Melody into"));
  ck_assert_ptr_nonnull(
    strstr(paper_info(paper, roll), "Melody \302\267 bar 5:"));
  paper_click(paper, grip); /* lets go of the choice */
  ck_assert(begins(paper_info(paper, grip), "Drag all into"));
}
END_TEST

START_TEST(a_silent_lane_says_so_and_is_not_dragged)
{
  ck_assert_uint_eq(yeoun_lanes_heard(&paper->page) >> YEOUN_LANE_PAD & 1U, 0);
  const struct yeoun_rect r = bars_of(YEOUN_LANE_PAD);
  const struct yeoun_rect words = {r.x + 8, r.y, 120, r.h};
  ck_assert(paper_share(paper, words, DIM) > 0.005);
  ck_assert_uint_eq(carry(name_of(YEOUN_LANE_PAD)), 0);
  ck_assert(begins(paper->page.message, "Pad is silent in this variation"));
  /* Among others it stays behind. */
  paper_click(paper, name_of(YEOUN_LANE_BASS));
  yeoun_gui_focus(&paper->page.gui, name_of(YEOUN_LANE_PAD));
  paper_shift_key(paper, YEOUN_KEY_RETURN);
  ck_assert_uint_eq(carry(name_of(YEOUN_LANE_PAD)), 1U << YEOUN_LANE_BASS);
}
END_TEST

START_TEST(while_it_is_dragged_in_vain_the_reason_is_told)
{
  const struct yeoun_rect r = paper_place(paper, name_of(YEOUN_LANE_PAD));
  const struct yeoun_input steps[] = {
    {.kind = YEOUN_INPUT_PRESS, .x = r.x + 4, .y = r.y + 4, .button = 1},
    {.kind = YEOUN_INPUT_MOTION, .x = r.x + 60, .y = r.y + 8},
  };
  for (unsigned i = 0; i < 2; ++i) {
    yeoun_page_pass(
      &paper->page, paper->cr, YEOUN_PAGE_WIDTH, YEOUN_PAGE_HEIGHT, &steps[i]);
  }
  ck_assert(begins(paper->page.gui.info, "Pad is silent"));
}
END_TEST

START_TEST(a_locked_lane_is_hatched_and_not_framed)
{
  const struct yeoun_rect r = bars_of(YEOUN_LANE_BASS);
  const struct yeoun_rect free = {
    r.x + 2, r.y + 10, 60, r.h - 20}; /* no notes */
  ck_assert(paper_share(paper, free, WELL) > 0.95);
  paper_click(paper, name_of(YEOUN_LANE_BASS) + 1);
  const double share = paper_share(paper, free, WELL);
  ck_assert_msg(share > 0.4 && share < 0.9, "%g", share);
  ck_assert(paper_share(paper, r, CHOSEN) == 0);
  const struct yeoun_rect lock = {r.x + r.w - 20, r.y + 2, 18, 18};
  ck_assert(paper_share(paper, lock, DIM_INK) > 0.1);
}
END_TEST

START_TEST(the_take_of_bars_stands_above_their_notes)
{
  choose(YEOUN_LANE_BASS, YEOUN_LANE_BASS);
  paper_click(paper, YEOUN_ID_ROLL + 1);
  struct yeoun_request request;
  yeoun_model_request(&paper->model, 1, &request);
  paper_sound(paper, &request);
  paper_click(paper, YEOUN_ID_ROLL + 4); /* lets go of the choice */
  const struct yeoun_rect r = bars_of(YEOUN_LANE_BASS);
  const struct yeoun_rect tag = {r.x + 2, r.y + 3, r.w - 4, 11};
  const struct yeoun_rect words = {r.x + r.w / 2 + 4, r.y + 3, 40, 11};
  const struct yeoun_rect notes = {r.x + 2, r.y + 15, r.w - 4, r.h - 16};
  ck_assert(paper_share(paper, tag, BASS) == 0);
  ck_assert(paper_share(paper, words, INK) > 0.01);
  ck_assert(paper_share(paper, notes, BASS) > 0.01);
}
END_TEST

START_TEST(takes_go_both_ways)
{
  const enum yeoun_port take = YEOUN_PORT_BASS_TAKE;
  const yeoun_id back = name_of(YEOUN_LANE_BASS) + 3;
  const yeoun_id next = YEOUN_ID_PORT + take;
  paper_click(paper, next);
  paper_click(paper, next);
  ck_assert(paper->model.value[take] == 2.0f);
  paper_click(paper, back);
  ck_assert(paper->model.value[take] == 1.0f);
  yeoun_gui_focus(&paper->page.gui, back);
  paper_key(paper, YEOUN_KEY_RETURN);
  ck_assert(paper->model.value[take] == 0.0f);
  paper_key(paper, YEOUN_KEY_RETURN);
  ck_assert(paper->model.value[take] == (float)(YEOUN_TAKES - 1));
  paper_click(paper, next);
  ck_assert(paper->model.value[take] == 0.0f);
  paper_click(paper, YEOUN_ID_PORT + YEOUN_CONTROLS + take);
  paper_type(paper, "12");
  paper_key(paper, YEOUN_KEY_RETURN);
  ck_assert(paper->model.value[take] == 12.0f);
  ck_assert(paper->model.value[YEOUN_PORT_CHORDS_TAKE] == 0.0f);
}
END_TEST

START_TEST(gold_is_what_moves)
{
  const struct yeoun_rect words = paper_place(paper, YEOUN_ID_ROLL + 5);
  const struct yeoun_rect card = paper_place(paper, YEOUN_ID_CARD);
  ck_assert(paper_share(paper, words, SOUNDING) > 0.005);
  ck_assert(paper_share(paper, card, SOUNDING) > 0.01);
  paper->page.is_moving = false;
  paper_settle(paper);
  ck_assert(paper_share(paper, words, SOUNDING) == 0);
  ck_assert(paper_share(paper, card, SOUNDING) == 0);
  ck_assert(paper_share(paper, card, CHOSEN) > 0.01);
}
END_TEST

Suite *
test_suite(void)
{
  Suite *const suite = suite_create("ui_lanes");
  TCase *const tests = tcase_create("lanes");
  tcase_set_timeout(tests, 60);
  tcase_add_checked_fixture(tests, set_up, tear_down);
  tcase_add_test(tests, bars_of_several_lanes_are_rolled_in_one_gesture);
  tcase_add_test(tests, a_locked_lane_among_them_stays);
  tcase_add_test(tests, bars_are_chosen_and_rolled_by_keys_alone);
  tcase_add_test(tests, lanes_that_are_chosen_are_dragged_together);
  tcase_add_test(tests, zooming_shows_fewer_bars_and_the_wheel_goes_on);
  tcase_add_test(tests, the_playhead_goes_along_with_the_position);
  tcase_add_test(tests, meters_show_the_level_that_was_told);
  tcase_add_test(tests, the_flag_stands_at_the_climax);
  tcase_add_test(tests, what_is_dragged_and_rolled_is_named);
  tcase_add_test(tests, a_silent_lane_says_so_and_is_not_dragged);
  tcase_add_test(tests, while_it_is_dragged_in_vain_the_reason_is_told);
  tcase_add_test(tests, a_locked_lane_is_hatched_and_not_framed);
  tcase_add_test(tests, the_take_of_bars_stands_above_their_notes);
  tcase_add_test(tests, takes_go_both_ways);
  tcase_add_test(tests, gold_is_what_moves);
  suite_add_tcase(suite, tests);
  return suite;
}
