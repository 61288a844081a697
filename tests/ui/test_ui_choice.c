// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* What is chosen on the page and told of it: lanes and bars, cards, presets and
   favourites, panels, meters. */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../unit/folder.h"
#include "../unit/suite.h"
#include "paper.h"
#include "ui/model/favourites.h"
#include "ui/model/measure.h"
#include "ui/model/presets.h"
#include "ui/views/lanes.h"
#include "ui/views/panel.h"

/* Of views/presets.c: the entries of the list. */
#define ROW(n) (YEOUN_PANEL_PRESETS + 16 + 2 * (n))
#define STAR(n) (YEOUN_PANEL_PRESETS + 17 + 2 * (n))

static struct paper *paper;
static struct yeoun_favourites favourites;
static const char *folder;

static void
set_up(void)
{
  char bundle[1024];
  folder = make_folder();
  setenv("HOME", folder, 1);
  unsetenv("XDG_CONFIG_HOME");
  paper = paper_new(1);
  snprintf(bundle, sizeof(bundle), "%s/yeoun.lv2", getenv("YEOUN_LV2"));
  paper->page.presets = yeoun_presets_new(bundle);
  ck_assert_ptr_nonnull(paper->page.presets);
  memset(&favourites, 0, sizeof(favourites));
  paper->page.favourites = &favourites;
  paper_settle(paper);
}

static void
tear_down(void)
{
  free(paper->page.presets);
  paper_free(paper);
  remove_folder();
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

/** Take a lane by its name, and say which lanes go along. */
static unsigned
carry(unsigned lane)
{
  const struct yeoun_rect r = paper_place(paper, name_of(lane));
  paper->page.carry.is_wanted = false;
  paper_drag(paper, r.x + 4, r.y + 4, r.x + 60, r.y + 8);
  ck_assert(paper->page.carry.is_wanted);
  return paper->page.carry.lanes;
}

START_TEST(lanes_that_are_chosen_are_dragged_together)
{
  ck_assert_uint_eq(carry(YEOUN_LANE_BASS), 1U << YEOUN_LANE_BASS);
  paper_click(paper, name_of(YEOUN_LANE_MELODY));
  yeoun_gui_focus(&paper->page.gui, name_of(YEOUN_LANE_PAD));
  paper_shift_key(paper, YEOUN_KEY_RETURN);
  const unsigned both = 1U << YEOUN_LANE_MELODY | 1U << YEOUN_LANE_PAD;
  ck_assert_uint_eq(carry(YEOUN_LANE_PAD), both);
  ck_assert_uint_eq(carry(YEOUN_LANE_MELODY), both);
  /* One that is not chosen goes alone. */
  ck_assert_uint_eq(carry(YEOUN_LANE_BASS), 1U << YEOUN_LANE_BASS);
  paper_click(paper, name_of(YEOUN_LANE_PAD));
  paper_click(paper, name_of(YEOUN_LANE_PAD));
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

START_TEST(the_identity_beside_distance_is_that_of_the_chosen_card)
{
  for (unsigned i = 1; i < 4; ++i) {
    char text[32];
    paper_click(paper, YEOUN_ID_CARD + i);
    const struct yeoun_preview *const chosen =
      yeoun_previews_get(paper->previews, YEOUN_SLOT_CHOSEN);
    ck_assert_uint_eq(chosen->request.variation, i + 1);
    snprintf(text,
             sizeof(text),
             "Identity %.0f %%",
             (double)(chosen->score->identity * 100));
    const char *const info = paper_info(paper, YEOUN_ID_CARDS + 3);
    ck_assert_msg(!strncmp(info, text, strlen(text)), "%s", info);
  }
}
END_TEST

START_TEST(every_sibling_is_named_with_what_it_changes)
{
  static const char *const words[YEOUN_SIBLINGS] = {"motif",
                                                    "melody",
                                                    "harmony",
                                                    "accompaniment",
                                                    "counter-melody",
                                                    "instrument",
                                                    "nearer",
                                                    "farther"};
  for (unsigned i = 0; i < YEOUN_SIBLINGS; ++i) {
    const char *const info = paper_info(paper, YEOUN_ID_SIBLING + i);
    ck_assert_msg(strstr(info, words[i]) != NULL, "%s", info);
  }
}
END_TEST

START_TEST(presets_are_found_by_typing_and_loaded_by_keys)
{
  paper_click(paper, YEOUN_ID_BAR + 6);
  ck_assert_uint_eq(paper->page.gui.open, YEOUN_PANEL_PRESETS);
  paper_type(paper, "good news");
  ck_assert_str_eq(paper->page.find, "good news");
  paper_key(paper, YEOUN_KEY_DOWN);
  ck_assert_ptr_nonnull(strstr(paper->page.gui.info, "Good news"));
  paper_key(paper, YEOUN_KEY_RETURN);
  ck_assert(paper->model.value[YEOUN_PORT_COMIC] == 0.55f);
  ck_assert_ptr_nonnull(strstr(paper->page.message, "Joy is loaded"));
}
END_TEST

START_TEST(arrow_keys_go_through_the_whole_list)
{
  paper_click(paper, YEOUN_ID_BAR + 6);
  paper_key(paper, YEOUN_KEY_DOWN);
  const unsigned last = paper->page.presets->count - 1;
  for (unsigned i = 0; i < last; ++i) {
    ck_assert_uint_eq(paper->page.gui.focus, ROW(i));
    paper_place(paper, ROW(i)); /* it is in sight */
    paper_key(paper, YEOUN_KEY_DOWN);
  }
  ck_assert_uint_eq(paper->page.gui.focus, ROW(last));
  for (unsigned i = last; i > 0; --i) {
    paper_key(paper, YEOUN_KEY_UP);
    paper_place(paper, ROW(i - 1));
  }
}
END_TEST

START_TEST(favourites_are_marked_listed_once_and_kept)
{
  const struct yeoun_presets *const presets = paper->page.presets;
  static const yeoun_id alone = YEOUN_PANEL_PRESETS + 3;
  paper_click(paper, YEOUN_ID_BAR + 6);
  paper_click(paper, STAR(2));
  ck_assert_uint_eq(favourites.count, 1);
  ck_assert_str_eq(favourites.uri[0], presets->preset[2].uri);
  /* It stays where it was, and stands nowhere else. */
  for (unsigned i = 0; i < 4; ++i) {
    ck_assert_str_eq(paper_info(paper, ROW(i)), presets->preset[i].comment);
  }
  paper_click(paper, alone);
  ck_assert_str_eq(paper_info(paper, ROW(0)), presets->preset[2].comment);
  for (unsigned i = 0; i < paper->page.gui.zones; ++i) {
    ck_assert_uint_ne(paper->page.gui.zone[i].id, ROW(1));
  }
  static struct yeoun_favourites again;
  yeoun_favourites_read(&again);
  ck_assert(yeoun_favourites_has(&again, presets->preset[2].uri));
  paper_click(paper, STAR(0));
  yeoun_favourites_read(&again);
  ck_assert_uint_eq(again.count, 0);
}
END_TEST

START_TEST(a_menu_is_gone_through_by_keys)
{
  const yeoun_id id = YEOUN_ID_PORT + YEOUN_PORT_PALETTE;
  yeoun_gui_focus(&paper->page.gui, id);
  paper_key(paper, YEOUN_KEY_RETURN);
  ck_assert_uint_eq(paper->page.gui.open, id);
  paper_key(paper, YEOUN_KEY_DOWN);
  paper_key(paper, YEOUN_KEY_DOWN);
  paper_key(paper, YEOUN_KEY_DOWN);
  paper_key(paper, YEOUN_KEY_UP);
  ck_assert(paper->model.value[YEOUN_PORT_PALETTE] == 0.0f);
  paper_key(paper, YEOUN_KEY_RETURN);
  ck_assert(paper->model.value[YEOUN_PORT_PALETTE] == 2.0f);
  ck_assert_uint_eq(paper->page.gui.open, 0);
  ck_assert_uint_eq(paper->page.gui.focus, id);
}
END_TEST

START_TEST(arrow_keys_go_from_card_to_card)
{
  paper_click(paper, YEOUN_ID_CARD + 1);
  paper_key(paper, YEOUN_KEY_RIGHT);
  ck_assert(paper->model.value[YEOUN_PORT_VARIATION] == 3.0f);
  paper_key(paper, YEOUN_KEY_DOWN);
  ck_assert(paper->model.value[YEOUN_PORT_VARIATION] == 8.0f);
  paper_key(paper, YEOUN_KEY_DOWN); /* the next page */
  ck_assert(paper->model.value[YEOUN_PORT_VARIATION] == 13.0f);
  ck_assert_uint_eq(paper->page.first_card, 11);
  paper_key(paper, YEOUN_KEY_UP);
  paper_key(paper, YEOUN_KEY_LEFT);
  ck_assert(paper->model.value[YEOUN_PORT_VARIATION] == 7.0f);
}
END_TEST

START_TEST(dots_of_the_triangle_tell_their_preset_and_load_it)
{
  const struct yeoun_presets *const presets = paper->page.presets;
  unsigned told = 0;
  for (unsigned i = 0; i < presets->count; ++i) {
    const struct yeoun_gui *const gui = &paper->page.gui;
    for (unsigned k = 0; k < gui->zones; ++k) {
      if (gui->zone[k].id == YEOUN_ID_PRESET_DOT + i) {
        const char *const info = paper_info(paper, YEOUN_ID_PRESET_DOT + i);
        /* Of dots that lie above each other the last is told. */
        told += strstr(info, presets->preset[i].label) != NULL;
        break;
      }
    }
  }
  ck_assert_uint_ge(told, 10);
}
END_TEST

START_TEST(a_character_is_typed_on_the_shelf)
{
  struct yeoun_kept kept = {.algorithm = YEOUN_ALGORITHM};
  yeoun_model_request(&paper->model, 4, &kept.request);
  yeoun_shelf_keep(&paper->model.memory.shelf, &kept);
  paper_settle(paper);
  paper_click(paper, YEOUN_ID_SHELF + 1);
  paper_type(paper, "Hana");
  paper_key(paper, YEOUN_KEY_RETURN);
  ck_assert_str_eq(paper_text(paper, YEOUN_SET_CHARACTER), "1 Hana");
  paper_click(paper, YEOUN_ID_SHELF); /* it is played as it was kept */
  ck_assert(paper->model.value[YEOUN_PORT_VARIATION] == 4.0f);
}
END_TEST

/** How many files of a folder end so. */
static int
count_files(const char *end)
{
  char command[256];
  int count = -1;
  snprintf(
    command, sizeof(command), "ls %s/Music | grep -c '%s$'", folder, end);
  FILE *const answer = popen(command, "r");
  ck_assert_ptr_nonnull(answer);
  ck_assert_int_eq(fscanf(answer, "%d", &count), 1);
  pclose(answer);
  return count;
}

START_TEST(midi_cue_sheet_and_preset_are_saved_from_the_panel)
{
  struct yeoun_kept kept = {.algorithm = YEOUN_ALGORITHM};
  yeoun_model_request(&paper->model, 4, &kept.request);
  paper_click(paper, YEOUN_ID_BAR + 5);
  paper_click(paper, YEOUN_PANEL_SAVE + 4);
  ck_assert_msg(strstr(paper->page.message, "nothing on the shelf") != NULL,
                "%s",
                paper->page.message);
  yeoun_shelf_keep(&paper->model.memory.shelf, &kept);
  paper_click(paper, YEOUN_PANEL_SAVE + 3);
  ck_assert_ptr_nonnull(strstr(paper->page.message, "one a lane"));
  paper_click(paper, YEOUN_PANEL_SAVE + 4);
  paper_click(paper, YEOUN_PANEL_SAVE + 4);
  ck_assert_int_ge(count_files("mid"), 2);
  ck_assert_int_eq(count_files("ttl"), 2); /* none is replaced */
  paper_click(paper, YEOUN_PANEL_SAVE + 5);
  paper_type(paper, "Rain at six");
  paper_key(paper, YEOUN_KEY_RETURN);
  paper_click(paper, YEOUN_PANEL_SAVE + 6);
  bool is_there = false;
  for (unsigned i = 0; i < paper->page.presets->count; ++i) {
    is_there |= !strcmp(paper->page.presets->preset[i].label, "Rain at six");
  }
  ck_assert(is_there);
}
END_TEST

START_TEST(panels_have_meanings_and_are_reached_by_keys)
{
  static const yeoun_id buttons[] = {
    YEOUN_ID_BAR + 5, YEOUN_ID_BAR + 6, YEOUN_ID_BAR + 7};
  const yeoun_id panels[] = {
    YEOUN_PANEL_SAVE, YEOUN_PANEL_PRESETS, YEOUN_PANEL_MORE};
  for (unsigned k = 0; k < 3; ++k) {
    struct yeoun_gui *const gui = &paper->page.gui;
    paper_click(paper, buttons[k]);
    ck_assert_uint_eq(gui->open, panels[k]);
    const struct yeoun_gui before = *gui;
    bool is_met[YEOUN_ZONES] = {false};
    for (unsigned i = 0; i < before.zones; ++i) {
      paper_key(paper, YEOUN_KEY_TAB);
      for (unsigned z = 0; z < before.zones; ++z) {
        is_met[z] |= before.zone[z].id == gui->focus;
      }
    }
    for (unsigned z = 0; z < before.zones; ++z) {
      const struct yeoun_zone *const zone = &before.zone[z];
      ck_assert_msg(
        !zone->is_focusable || is_met[z], "%#x is not reached", zone->id);
      ck_assert_msg(zone->id == panels[k] || *paper_info(paper, zone->id),
                    "%#x says nothing",
                    zone->id);
    }
    paper_key(paper, YEOUN_KEY_ESCAPE);
    ck_assert_uint_eq(gui->open, 0);
  }
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

START_TEST(the_melody_is_measured_on_its_notes)
{
  static const uint8_t pitches[] = {60, 62, 67, 66};
  static struct yeoun_score score;
  struct yeoun_measure measure[YEOUN_MEASURES];
  struct yeoun_request request;
  yeoun_model_request(&paper->model, 1, &request);
  score.tempo_bpm = 60.0f;
  score.length = 8 * YEOUN_BEAT;
  for (unsigned i = 0; i < 4; ++i) {
    score.note[score.notes++] =
      (struct yeoun_note){.pitch = pitches[i],
                          .lane = YEOUN_LANE_MELODY,
                          .start = (int32_t)i * YEOUN_BEAT,
                          .length = YEOUN_BEAT};
  }
  score.note[score.notes++] =
    (struct yeoun_note){.pitch = 30, .lane = YEOUN_LANE_BASS};
  yeoun_measure(&request, &score, measure);
  const double expected[YEOUN_MEASURES] = {0.5, 63.75, 1 / 3.0, 2 / 3.0};
  for (unsigned i = 0; i < YEOUN_MEASURES; ++i) {
    ck_assert_double_eq_tol((double)measure[i].measured, expected[i], 1e-5);
    ck_assert(measure[i].low < measure[i].high);
    ck_assert(measure[i].asked >= measure[i].low &&
              measure[i].asked <= measure[i].high);
  }
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

Suite *
test_suite(void)
{
  Suite *const suite = suite_create("ui_choice");
  TCase *const tests = tcase_create("choice");
  tcase_set_timeout(tests, 60);
  tcase_add_checked_fixture(tests, set_up, tear_down);
  tcase_add_test(tests, bars_of_several_lanes_are_rolled_in_one_gesture);
  tcase_add_test(tests, a_locked_lane_among_them_stays);
  tcase_add_test(tests, bars_are_chosen_and_rolled_by_keys_alone);
  tcase_add_test(tests, lanes_that_are_chosen_are_dragged_together);
  tcase_add_test(tests, zooming_shows_fewer_bars_and_the_wheel_goes_on);
  tcase_add_test(tests, the_playhead_goes_along_with_the_position);
  tcase_add_test(tests,
                 the_identity_beside_distance_is_that_of_the_chosen_card);
  tcase_add_test(tests, every_sibling_is_named_with_what_it_changes);
  tcase_add_test(tests, presets_are_found_by_typing_and_loaded_by_keys);
  tcase_add_test(tests, arrow_keys_go_through_the_whole_list);
  tcase_add_test(tests, favourites_are_marked_listed_once_and_kept);
  tcase_add_test(tests, a_menu_is_gone_through_by_keys);
  tcase_add_test(tests, arrow_keys_go_from_card_to_card);
  tcase_add_test(tests, dots_of_the_triangle_tell_their_preset_and_load_it);
  tcase_add_test(tests, a_character_is_typed_on_the_shelf);
  tcase_add_test(tests, midi_cue_sheet_and_preset_are_saved_from_the_panel);
  tcase_add_test(tests, panels_have_meanings_and_are_reached_by_keys);
  tcase_add_test(tests, meters_show_the_level_that_was_told);
  tcase_add_test(tests, the_melody_is_measured_on_its_notes);
  tcase_add_test(tests, the_flag_stands_at_the_climax);
  suite_add_tcase(suite, tests);
  return suite;
}
