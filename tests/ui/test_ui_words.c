// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* What the page says, and that all of it can be read: faults of a theme, units,
   what can be edited, what is on, names of dots, what is kept. */

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../unit/suite.h"
#include "controls.h"
#include "paper.h"
#include "ui/model/favourites.h"
#include "ui/model/measure.h"
#include "ui/model/presets.h"
#include "ui/views/panel.h"

/* Of canvas.c, and of views/theme_facts.c. */
#define FAULT 0xff7a66U
#define SOUNDING 0xf0cf6bU
#define CHOSEN 0x8ab8e6U
#define INK 0xe4e5e8U
#define KEY (YEOUN_ID_THEME + 8)
#define BEATS (YEOUN_ID_THEME + 16)
#define NUMBER(port) (YEOUN_ID_PORT + YEOUN_CONTROLS + (port))
#define LABEL(port) (YEOUN_ID_PORT + 2 * YEOUN_CONTROLS + (port))

static struct paper *paper;
static struct yeoun_favourites favourites;

static void
open_page(double scale)
{
  char folder[1024];
  snprintf(folder, sizeof(folder), "%s/yeoun.lv2/", getenv("YEOUN_LV2"));
  paper = paper_new(scale);
  paper->page.presets = yeoun_presets_new(folder);
  ck_assert_ptr_nonnull(paper->page.presets);
  ck_assert_uint_gt(paper->page.presets->count, 20);
  memset(&favourites, 0, sizeof(favourites));
  paper->page.favourites = &favourites;
  paper_settle(paper);
}

static void
set_up(void)
{
  open_page(1);
}

static void
tear_down(void)
{
  free(paper->page.presets);
  paper_free(paper);
}

static bool
is_there(yeoun_id id)
{
  const struct yeoun_gui *const gui = &paper->page.gui;
  bool is = false;
  for (unsigned i = 0; i < gui->zones; ++i) {
    is |= gui->zone[i].id == id;
  }
  return is;
}

static struct yeoun_rect
below(yeoun_id id, double height)
{
  const struct yeoun_rect r = paper_place(paper, id);
  return (struct yeoun_rect){r.x, r.y + r.h + 1, r.w, height};
}

START_TEST(a_fault_is_short_below_and_whole_at_the_bottom)
{
  const struct yeoun_rect line = below(YEOUN_ID_THEME, 14);
  const struct yeoun_rect key = paper_place(paper, KEY);
  ck_assert(paper_share(paper, line, FAULT) == 0);
  paper_click(paper, YEOUN_ID_THEME);
  paper_type(paper, "Am Fz C");
  ck_assert(paper_share(paper, line, FAULT) > 0.001);
  ck_assert_ptr_nonnull(strstr(paper->page.gui.info, "9sus4"));
  /* What the theme comes to stays where it was. */
  ck_assert_double_eq(paper_place(paper, KEY).y, key.y);
  ck_assert(is_there(BEATS + 2));
}
END_TEST

START_TEST(what_shows_another_theme_is_dimmed)
{
  struct yeoun_rect card = paper_place(paper, YEOUN_ID_CARD + 9);
  card.h -= 60; /* the number and the notes */
  const double before = paper_share(paper, card, INK);
  ck_assert(before > 0.001);
  paper_click(paper, YEOUN_ID_THEME);
  paper_type(paper, "Am F Cz");
  ck_assert(!paper->page.is_theme_wrong); /* it may go on */
  ck_assert_double_eq_tol(paper_share(paper, card, INK), before, 1e-9);
  paper_type(paper, " G");
  ck_assert(paper->page.is_theme_wrong);
  ck_assert(paper_share(paper, card, INK) == 0);
  paper_key(paper, YEOUN_KEY_RETURN);
  ck_assert(paper->page.is_theme_wrong);
  paper_click(paper, YEOUN_ID_THEME);
  paper_type(paper, "Am F C");
  paper_key(paper, YEOUN_KEY_RETURN);
  ck_assert(!paper->page.is_theme_wrong);
  ck_assert_double_eq_tol(paper_share(paper, card, INK), before, 1e-9);
}
END_TEST

START_TEST(numbers_say_that_they_can_be_typed)
{
  static const enum yeoun_port ports[] = {
    YEOUN_PORT_LEVEL, YEOUN_PORT_WARMTH, YEOUN_PORT_SPACE};
  for (unsigned i = 0; i < 3; ++i) {
    const char *const info = paper_info(paper, NUMBER(ports[i]));
    ck_assert_ptr_nonnull(strstr(info, "press and type"));
    ck_assert_int_eq(paper->page.gui.cursor, YEOUN_CURSOR_VALUE);
  }
  paper_info(paper, YEOUN_ID_THEME);
  ck_assert_int_eq(paper->page.gui.cursor, YEOUN_CURSOR_TEXT);
  paper_info(paper, YEOUN_ID_BAR + 6);
  ck_assert_int_eq(paper->page.gui.cursor, YEOUN_CURSOR_HAND);
  paper_info(paper, LABEL(YEOUN_PORT_DEPTH));
  ck_assert_int_eq(paper->page.gui.cursor, YEOUN_CURSOR_ARROW);
}
END_TEST

START_TEST(switches_show_that_they_are_on)
{
  static const struct {
    enum yeoun_port port;
    unsigned rgb;
  } cases[] = {{YEOUN_PORT_AUDITION, SOUNDING},
               {YEOUN_PORT_SOURCE, CHOSEN},
               {YEOUN_PORT_ENDING, CHOSEN}};
  for (unsigned i = 0; i < 3; ++i) {
    const yeoun_id id = YEOUN_ID_PORT + cases[i].port;
    const struct yeoun_rect r = paper_place(paper, id);
    ck_assert(paper_share(paper, r, cases[i].rgb) == 0);
    ck_assert_ptr_nonnull(strstr(paper_info(paper, id), "It is off."));
    paper_click(paper, id);
    ck_assert(paper_share(paper, r, cases[i].rgb) > 0.03);
    ck_assert_ptr_nonnull(strstr(paper_info(paper, id), "It is on."));
  }
}
END_TEST

START_TEST(the_words_beside_controls_tell_what_they_mean)
{
  static const enum yeoun_port ports[] = {YEOUN_PORT_INTENSITY,
                                          YEOUN_PORT_SPACE,
                                          YEOUN_PORT_AMBIENCE,
                                          YEOUN_PORT_DEPTH,
                                          YEOUN_PORT_WARMTH,
                                          YEOUN_PORT_LEVEL,
                                          YEOUN_PORT_DISTANCE};
  for (unsigned i = 0; i < sizeof(ports) / sizeof(*ports); ++i) {
    ck_assert_ptr_nonnull(strstr(paper_info(paper, LABEL(ports[i])),
                                 yeoun_control_facts(ports[i])->comment));
  }
}
END_TEST

START_TEST(what_is_measured_has_units_and_is_no_slider)
{
  char text[32];
  const struct {
    enum yeoun_feature feature;
    float value;
    const char *text;
  } cases[] = {{YEOUN_FEATURE_REGISTER, 58.0f, "A\342\231\2573"},
               {YEOUN_FEATURE_REGISTER, 59.6f, "C4"},
               {YEOUN_FEATURE_LEAP, 0.124f, "12 %"},
               {YEOUN_FEATURE_STEP, 0.64f, "64 %"},
               {YEOUN_FEATURE_DENSITY, 0.98f, "1.0 notes/s"}};
  for (unsigned i = 0; i < sizeof(cases) / sizeof(*cases); ++i) {
    const struct yeoun_measure m = {.feature = cases[i].feature};
    yeoun_measure_write(&m, cases[i].value, text, sizeof(text));
    ck_assert_str_eq(text, cases[i].text);
  }
  const struct yeoun_rect r = paper_place(paper, YEOUN_ID_TRIANGLE + 3);
  ck_assert(paper_share(paper, r, SOUNDING) > 0.005); /* the dot */
  const struct yeoun_rect line = {r.x + 60, r.y, r.w - 130, r.h};
  ck_assert(paper_share(paper, line, INK) == 0); /* there is no handle */
  ck_assert_ptr_nonnull(
    strstr(paper_info(paper, YEOUN_ID_TRIANGLE + 3), "its mood asks for"));
}
END_TEST

/** The share of ink right of a dot, where its name would be. */
static double
name_beside(struct yeoun_rect dot)
{
  const struct yeoun_rect r = {dot.x + 16, dot.y - 4, 40, 16};
  return paper_share(paper, r, INK);
}

START_TEST(a_dot_has_its_name_beside_it)
{
  /* The last: it lies above the others of its place. */
  const struct yeoun_presets *const presets = paper->page.presets;
  unsigned seen = 0;
  for (unsigned i = 0; i < presets->count; ++i) {
    const yeoun_id id = YEOUN_ID_PRESET_DOT + i;
    if (!is_there(id)) {
      continue;
    }
    const struct yeoun_rect dot = paper_place(paper, id);
    paper_info(paper, YEOUN_ID_BAR + 6); /* elsewhere */
    paper_settle(paper);
    const double before = name_beside(dot);
    paper_info(paper, id);
    paper_settle(paper);
    seen += paper->page.gui.hot == id && name_beside(dot) > before + 0.01;
  }
  ck_assert_uint_ge(seen, 4);
}
END_TEST

START_TEST(the_preset_that_is_loaded_is_known)
{
  const struct yeoun_presets *const presets = paper->page.presets;
  const struct yeoun_preset *const preset = &presets->preset[20];
  ck_assert(!yeoun_preset_is_loaded(preset, &paper->model));
  yeoun_preset_load(preset, &paper->model);
  ck_assert(yeoun_preset_is_loaded(preset, &paper->model));
  yeoun_model_set(&paper->model, YEOUN_PORT_SPACE, 0.77f);
  ck_assert(!yeoun_preset_is_loaded(preset, &paper->model));
}
END_TEST

START_TEST(what_is_kept_is_told_with_mood_and_player)
{
  char text[64];
  struct yeoun_kept kept = {.algorithm = YEOUN_ALGORITHM};
  yeoun_model_request(&paper->model, 3, &kept.request);
  yeoun_shelf_keep(&paper->model.memory.shelf, &kept);
  struct yeoun_kept old = kept;
  old.algorithm = YEOUN_ALGORITHM - 1;
  old.request.variation = 5;
  yeoun_shelf_keep(&paper->model.memory.shelf, &old);
  paper_settle(paper);
  const struct yeoun_preview *const card =
    yeoun_previews_get(paper->previews, YEOUN_SLOT_CARD + 2);
  char expected[64];
  snprintf(
    expected,
    sizeof(expected),
    "lyrical \302\267 %s",
    yeoun_instrument_facts(card->score->instrument[YEOUN_LANE_MELODY])->name);
  const struct yeoun_shelf *const shelf = &paper->model.memory.shelf;
  yeoun_players_write(&paper->page.players, shelf, 0, text, sizeof(text));
  ck_assert_str_eq(text, expected);
  yeoun_players_write(&paper->page.players, shelf, 1, text, sizeof(text));
  ck_assert_str_eq(text, "lyrical"); /* others' notes are not guessed */
  ck_assert_ptr_nonnull(strstr(paper_info(paper, YEOUN_ID_SHELF), expected));
}
END_TEST

/** Fill the shelf, and let what is long be long. */
static void
keep_some(void)
{
  static const char *const who[] = {"Soo-ah", "\355\225\230\353\202\230", ""};
  for (unsigned i = 0; i < 3; ++i) {
    struct yeoun_kept kept = {.algorithm = YEOUN_ALGORITHM};
    yeoun_model_request(&paper->model, 4 * i + 1, &kept.request);
    snprintf(kept.character, sizeof(kept.character), "%s", who[i]);
    yeoun_shelf_keep(&paper->model.memory.shelf, &kept);
  }
  yeoun_model_set(&paper->model, YEOUN_PORT_AUDITION, 1.0f);
  yeoun_model_set(&paper->model, YEOUN_PORT_ENDING, 1.0f);
  yeoun_model_set(&paper->model, YEOUN_PORT_WARMTH, -0.66f);
  yeoun_model_set(&paper->model, YEOUN_PORT_LEVEL, -33.5f);
  yeoun_model_set(&paper->model, YEOUN_PORT_THEME_TAKE, 42.0f);
  yeoun_model_set(
    &paper->model, YEOUN_PORT_FORM, YEOUN_FORM_GI_SEUNG_JEON_GYEOL);
  paper_settle(paper);
}

static void
type_theme(const char *text, bool is_set)
{
  paper_click(paper, YEOUN_ID_THEME);
  paper_type(paper, text);
  if (is_set) {
    paper_key(paper, YEOUN_KEY_RETURN);
  }
}

/** The states in which all words are to be read. */
static void
go_into(unsigned state)
{
  static const char *const faults[] = {
    "Am Fz C", "Am X C", "Am H C", "Am do C", "C4 E4 G4", "Am/X F", "Am:x F"};
  const unsigned count = sizeof(faults) / sizeof(*faults);
  if (state < count) {
    type_theme(faults[state], state % 2);
  } else if (state == count) {
    keep_some();
  } else if (state == count + 1) {
    type_theme("Fmaj7:2 G7sus4:3.5 Em7b5 A7b9 Dm7/G Bbmaj7 Ebm9 C7#9", true);
  } else if (state == count + 2) {
    yeoun_preset_load(&paper->page.presets->preset[30], &paper->model);
    paper_settle(paper);
  } else if (state < count + 6) {
    paper_click(paper, YEOUN_ID_BAR + 5 + (state - count - 3));
  }
}

#define STATES 14

START_TEST(nothing_is_cut)
{
  for (unsigned state = 0; state < STATES; ++state) {
    tear_down();
    open_page(_i ? 2 : 1);
    go_into(state);
    const struct yeoun_cuts *const cuts = &paper->page.gui.cuts;
    ck_assert_msg(
      !cuts->count, "state %u, %u: %s", state, cuts->count, cuts->first);
  }
}
END_TEST

/* The longest sentences too, below what they are of. */
START_TEST(whatever_is_told_can_be_read)
{
  static struct yeoun_zone zone[YEOUN_ZONES];
  const unsigned zones = paper->page.gui.zones;
  memcpy(zone, paper->page.gui.zone, sizeof(zone));
  for (unsigned i = 0; i < zones; ++i) {
    paper_info(paper, zone[i].id);
    const struct yeoun_cuts *const cuts = &paper->page.gui.cuts;
    ck_assert_msg(!cuts->count, "%#x: %s", zone[i].id, cuts->first);
  }
}
END_TEST

Suite *
test_suite(void)
{
  Suite *const suite = suite_create("ui_words");
  TCase *const tests = tcase_create("words");
  tcase_set_timeout(tests, 120);
  tcase_add_checked_fixture(tests, set_up, tear_down);
  tcase_add_test(tests, a_fault_is_short_below_and_whole_at_the_bottom);
  tcase_add_test(tests, what_shows_another_theme_is_dimmed);
  tcase_add_test(tests, numbers_say_that_they_can_be_typed);
  tcase_add_test(tests, switches_show_that_they_are_on);
  tcase_add_test(tests, the_words_beside_controls_tell_what_they_mean);
  tcase_add_test(tests, what_is_measured_has_units_and_is_no_slider);
  tcase_add_test(tests, a_dot_has_its_name_beside_it);
  tcase_add_test(tests, the_preset_that_is_loaded_is_known);
  tcase_add_test(tests, what_is_kept_is_told_with_mood_and_player);
  tcase_add_loop_test(tests, nothing_is_cut, 0, 2);
  tcase_add_test(tests, whatever_is_told_can_be_read);
  suite_add_tcase(suite, tests);
  return suite;
}
