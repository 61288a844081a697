// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* Cards, what they say, their siblings, and what was chosen before. */

#include <stdio.h>
#include <string.h>

#include "../unit/suite.h"
#include "compose/plan/techniques.h"
#include "music/instrument.h"
#include "paper.h"
#include "ui/model/measure.h"
#include "ui/model/sibling.h"
#include "ui/views/blurb_text.h"

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
is_there(yeoun_id id)
{
  const struct yeoun_gui *const gui = &paper->page.gui;
  for (unsigned i = 0; i < gui->zones; ++i) {
    if (gui->zone[i].id == id) {
      return true;
    }
  }
  return false;
}

/** What is chosen now. */
static struct yeoun_request
chosen(void)
{
  return yeoun_previews_get(paper->previews, YEOUN_SLOT_CHOSEN)->wanted;
}

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
             "Identity %.0f %% of theme:",
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
                                                    "farther",
                                                    "warmer",
                                                    "calmer"};
  for (unsigned i = 0; i < YEOUN_SIBLINGS; ++i) {
    const char *const info = paper_info(paper, YEOUN_ID_SIBLING + i);
    ck_assert_msg(strstr(info, words[i]) != NULL, "%s", info);
  }
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

START_TEST(warmer_and_calmer_are_a_step_each)
{
  const char *const info = paper_info(paper, YEOUN_ID_SIBLING + YEOUN_WARMER);
  ck_assert_msg(
    strstr(info, "warmth +0.35 instead of +0.00") != NULL, "%s", info);
  paper_click(paper, YEOUN_ID_SIBLING + YEOUN_WARMER);
  ck_assert_uint_eq(paper->count, 1);
  ck_assert(paper->model.value[YEOUN_PORT_WARMTH] == 0.35f);
  paper_click(paper, YEOUN_ID_SIBLING + YEOUN_CALMER);
  ck_assert_uint_eq(paper->count, 2);
  ck_assert_float_eq_tol(
    paper->model.value[YEOUN_PORT_INTENSITY], 0.3f, 0.005f);
  for (unsigned i = 0; i < 3; ++i) { /* to the ends, and no farther */
    paper_click(paper, YEOUN_ID_SIBLING + YEOUN_WARMER);
    paper_click(paper, YEOUN_ID_SIBLING + YEOUN_CALMER);
  }
  ck_assert(paper->model.value[YEOUN_PORT_WARMTH] == 1.0f);
  ck_assert(paper->model.value[YEOUN_PORT_INTENSITY] == 0.0f);
  for (unsigned i = YEOUN_WARMER; i <= YEOUN_CALMER; ++i) {
    ck_assert(
      !yeoun_previews_get(paper->previews, YEOUN_SLOT_SIBLING + i)->is_wanted);
  }
}
END_TEST

START_TEST(what_was_chosen_before_comes_back_with_a_press)
{
  ck_assert(!is_there(YEOUN_ID_BEFORE));
  paper_click(paper, YEOUN_ID_CARD + 2);
  ck_assert(!is_there(YEOUN_ID_BEFORE)); /* its card is still in sight */
  const struct yeoun_request first = chosen();
  const struct yeoun_rect r = paper_place(paper, YEOUN_ID_TRIANGLE);
  paper_drag(paper, r.x + 10, r.y + r.h - 26, r.x + r.w / 2, r.y + r.h / 2);
  const struct yeoun_request second = chosen();
  ck_assert(!yeoun_request_equal(&first, &second));
  const char *const info = paper_info(paper, YEOUN_ID_BEFORE);
  ck_assert_msg(
    strstr(info, "before mood changed: variation 3,") != NULL, "%s", info);
  const unsigned done = paper->model.history.done;
  paper_click(paper, YEOUN_ID_BEFORE);
  const struct yeoun_request third = chosen();
  ck_assert(yeoun_request_equal(&first, &third));
  ck_assert_uint_eq(paper->model.history.done, done + 1);
  paper_click(paper, YEOUN_ID_BEFORE); /* and the other way */
  const struct yeoun_request fourth = chosen();
  ck_assert(yeoun_request_equal(&second, &fourth));
  paper_key(paper, YEOUN_KEY_UNDO);
  const struct yeoun_request fifth = chosen();
  ck_assert(yeoun_request_equal(&first, &fifth));
}
END_TEST

START_TEST(a_theme_that_is_typed_leaves_the_one_before)
{
  paper_click(paper, YEOUN_ID_THEME);
  paper_type(paper, "Dm G C");
  paper_key(paper, YEOUN_KEY_RETURN);
  ck_assert_ptr_nonnull(
    strstr(paper_info(paper, YEOUN_ID_BEFORE), "before theme changed"));
  yeoun_gui_focus(&paper->page.gui, YEOUN_ID_BEFORE);
  paper_key(paper, YEOUN_KEY_RETURN);
  ck_assert_str_eq(paper_text(paper, YEOUN_SET_THEME), "Am F C");
}
END_TEST

START_TEST(a_card_says_first_what_the_others_have_not)
{
  const uint32_t canon = 1U << YEOUN_TECHNIQUE_CANON;
  const uint32_t ornament = 1U << YEOUN_TECHNIQUE_ORNAMENT;
  static struct yeoun_score score[4];
  const struct yeoun_score *const all[5] = {
    &score[0], &score[1], NULL, &score[2], &score[3]};
  struct yeoun_blurb blurb;
  char text[128];
  for (unsigned i = 0; i < 4; ++i) {
    score[i].meter = (struct yeoun_meter){4, 4};
    score[i].length = 8 * 4 * YEOUN_BEAT;
    score[i].instrument[YEOUN_LANE_MELODY] = YEOUN_VIOLIN;
    score[i].traits.techniques = ornament;
    score[i].traits.climax_bar = 5;
  }
  score[2].traits.techniques |= canon;
  score[2].instrument[YEOUN_LANE_MELODY] = YEOUN_FLUTE;
  yeoun_blurb_make(&score[2], all, 5, &blurb);
  yeoun_blurb_write(&blurb, text, sizeof(text));
  ck_assert_str_eq(text,
                   "Flute \302\267 canon, ornamented \302\267 climax bar 5");
  ck_assert(blurb.part[0].is_own && blurb.part[1].is_own);
  ck_assert(!blurb.part[2].is_own && !blurb.part[3].is_own);
  score[0].traits.climax_bar = 8;
  yeoun_blurb_make(&score[0], all, 5, &blurb);
  yeoun_blurb_write(&blurb, text, sizeof(text));
  ck_assert_str_eq(text,
                   "Solo violin \302\267 ornamented \302\267 climax bar 8");
  ck_assert(!blurb.part[0].is_own && !blurb.part[2].is_own);
}
END_TEST

START_TEST(cards_that_are_alike_are_told_apart_by_their_notes)
{
  static struct yeoun_score score[3];
  const struct yeoun_score *const all[3] = {&score[0], &score[1], &score[2]};
  struct yeoun_blurb blurb;
  char text[128];
  for (unsigned i = 0; i < 3; ++i) {
    score[i].meter = (struct yeoun_meter){4, 4};
    score[i].length = 4 * 4 * YEOUN_BEAT;
    score[i].instrument[YEOUN_LANE_MELODY] = YEOUN_VIOLIN;
    score[i].traits.climax_bar = i < 2 ? 2 : 4;
    for (unsigned k = 0; k < 8 + 4 * i; ++k) {
      score[i].note[score[i].notes++] = (struct yeoun_note){
        .pitch = 60, .lane = YEOUN_LANE_MELODY, .length = YEOUN_BEAT};
    }
  }
  yeoun_blurb_make(&score[0], all, 3, &blurb);
  yeoun_blurb_write(&blurb, text, sizeof(text));
  ck_assert_msg(strstr(text, "sparser tune") != NULL, "%s", text);
  yeoun_blurb_make(&score[1], all, 3, &blurb);
  yeoun_blurb_write(&blurb, text, sizeof(text));
  ck_assert_msg(strstr(text, "busier tune") != NULL, "%s", text);
  yeoun_blurb_make(&score[2], all, 3, &blurb);
  ck_assert_uint_eq(blurb.parts, 3);
  ck_assert_str_eq(blurb.part[2].words, "climax bar 4");
}
END_TEST

START_TEST(what_another_slot_has_is_drawn_at_once)
{
  struct yeoun_request request;
  yeoun_model_request(&paper->model, 4, &request);
  ck_assert(!yeoun_page_want(&paper->page));
  paper_sound(paper, &request); /* its card is there */
  ck_assert(yeoun_page_want(&paper->page));
  ck_assert(!yeoun_page_want(&paper->page));
  ck_assert_uint_eq(yeoun_page_sounding(&paper->page)->request.variation, 4);
}
END_TEST

START_TEST(words_of_a_card_are_whole)
{
  static const double width = 120;
  const struct yeoun_score *all[YEOUN_CARDS];
  unsigned shown = 0;
  for (unsigned i = 0; i < YEOUN_CARDS; ++i) {
    all[i] = yeoun_previews_get(paper->previews, YEOUN_SLOT_CARD + i)->score;
  }
  yeoun_canvas_begin(&paper->page.gui.canvas, paper->cr);
  for (unsigned i = 0; i < YEOUN_CARDS; ++i) {
    struct yeoun_blurb blurb;
    struct yeoun_blurb_text lines;
    const struct yeoun_canvas *const canvas = &paper->page.gui.canvas;
    yeoun_blurb_make(all[i], all, YEOUN_CARDS, &blurb);
    yeoun_blurb_lay(canvas, &blurb, width, 2, &lines);
    ck_assert_uint_le(lines.lines, 2);
    for (unsigned k = 0; k < blurb.parts; ++k) {
      if (lines.part[k].is_shown) {
        const double w =
          yeoun_text_width(canvas,
                           k ? YEOUN_TYPE_SMALL : YEOUN_TYPE_SMALL_BOLD,
                           blurb.part[k].words,
                           -1);
        ck_assert_msg(lines.part[k].x + w <= width, "%s", blurb.part[k].words);
        ++shown;
      }
    }
  }
  yeoun_canvas_end(&paper->page.gui.canvas);
  ck_assert_uint_gt(shown, 2 * YEOUN_CARDS);
}
END_TEST

Suite *
test_suite(void)
{
  Suite *const suite = suite_create("ui_cards");
  TCase *const tests = tcase_create("cards");
  tcase_set_timeout(tests, 60);
  tcase_add_checked_fixture(tests, set_up, tear_down);
  tcase_add_test(tests,
                 the_identity_beside_distance_is_that_of_the_chosen_card);
  tcase_add_test(tests, every_sibling_is_named_with_what_it_changes);
  tcase_add_test(tests, arrow_keys_go_from_card_to_card);
  tcase_add_test(tests, the_melody_is_measured_on_its_notes);
  tcase_add_test(tests, warmer_and_calmer_are_a_step_each);
  tcase_add_test(tests, what_was_chosen_before_comes_back_with_a_press);
  tcase_add_test(tests, a_theme_that_is_typed_leaves_the_one_before);
  tcase_add_test(tests, a_card_says_first_what_the_others_have_not);
  tcase_add_test(tests, cards_that_are_alike_are_told_apart_by_their_notes);
  tcase_add_test(tests, what_another_slot_has_is_drawn_at_once);
  tcase_add_test(tests, words_of_a_card_are_whole);
  suite_add_tcase(suite, tests);
  return suite;
}
