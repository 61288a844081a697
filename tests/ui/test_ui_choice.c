// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* What is chosen from lists and panels: presets and favourites, menus, the
   shelf, what is saved. */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../unit/folder.h"
#include "../unit/suite.h"
#include "paper.h"
#include "ui/model/favourites.h"
#include "ui/model/presets.h"
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

Suite *
test_suite(void)
{
  Suite *const suite = suite_create("ui_choice");
  TCase *const tests = tcase_create("choice");
  tcase_set_timeout(tests, 60);
  tcase_add_checked_fixture(tests, set_up, tear_down);
  tcase_add_test(tests, presets_are_found_by_typing_and_loaded_by_keys);
  tcase_add_test(tests, arrow_keys_go_through_the_whole_list);
  tcase_add_test(tests, favourites_are_marked_listed_once_and_kept);
  tcase_add_test(tests, a_menu_is_gone_through_by_keys);
  tcase_add_test(tests, dots_of_the_triangle_tell_their_preset_and_load_it);
  tcase_add_test(tests, a_character_is_typed_on_the_shelf);
  tcase_add_test(tests, midi_cue_sheet_and_preset_are_saved_from_the_panel);
  tcase_add_test(tests, panels_have_meanings_and_are_reached_by_keys);
  suite_add_tcase(suite, tests);
  return suite;
}
