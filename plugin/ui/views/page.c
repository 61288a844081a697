// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "page.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "lane_marks.h"
#include "lanes.h"
#include "notes.h"
#include "panel.h"
#include "ui/model/sibling.h"
#include "ui/widgets/button.h"
#include "views.h"

/** Passes of one event, at most: each draws what the one before changed. */
#define PASSES 4

void
yeoun_page_init(struct yeoun_page *page,
                struct yeoun_model *model,
                struct yeoun_previews *previews)
{
  memset(page, 0, sizeof(*page));
  page->model = model;
  page->previews = previews;
  page->first_card = 1;
  page->chosen = (unsigned)model->value[YEOUN_PORT_VARIATION];
  page->zoom = 1;
  page->scale = 1.0f;
  snprintf(page->folder, sizeof(page->folder), "~/Music");
}

void
yeoun_view_info(struct yeoun_page *page, struct yeoun_rect rect)
{
  const struct yeoun_canvas *const canvas = &page->gui.canvas;
  const char *const error = page->model->told.error;
  const bool is_wrong = *error && !*page->gui.info;
  const char *const text =
    *page->gui.info  ? page->gui.info
    : is_wrong       ? error
    : *page->message ? page->message
                     : "Type chords, move the mood, press a card to "
                       "choose it, drag it to a track as MIDI. Audition "
                       "plays it while the host stands.";
  yeoun_text_block(canvas,
                   rect,
                   YEOUN_TYPE_PLAIN,
                   is_wrong ? YEOUN_COLOUR_FAULT : YEOUN_COLOUR_DIM,
                   text);
}

/** Dim what was composed from the theme before the one that cannot be read. */
static void
veil(const struct yeoun_page *page, struct yeoun_rect music)
{
  const struct yeoun_canvas *const canvas = &page->gui.canvas;
  char theme[YEOUN_THEME_TEXT];
  char text[YEOUN_THEME_TEXT + 48];
  yeoun_model_text(page->model, YEOUN_SET_THEME, theme, sizeof(theme));
  snprintf(text, sizeof(text), "Still showing %s", theme);
  yeoun_fill(canvas, music, 6, YEOUN_COLOUR_WINDOW, 0.62);
  const double w =
    fmin(yeoun_text_width(canvas, YEOUN_TYPE_BOLD, text, -1) + 32, music.w);
  const struct yeoun_rect sign = {
    music.x + (music.w - w) / 2, music.y + music.h / 2 - 28, w, 28};
  yeoun_fill(canvas, sign, 6, YEOUN_COLOUR_PANEL, 1);
  yeoun_frame(canvas, sign, 6, YEOUN_COLOUR_FAULT, 1);
  yeoun_text(
    canvas, sign, YEOUN_TYPE_BOLD, YEOUN_CENTRE, YEOUN_COLOUR_INK, text);
}

static void
draw(struct yeoun_page *page, double width, double height)
{
  struct yeoun_rect all = {0, 0, width, height};
  yeoun_fill(&page->gui.canvas, all, 0, YEOUN_COLOUR_WINDOW, 1);
  all = yeoun_inset(all, 10);
  all.w = fmax(all.w, YEOUN_PAGE_LEAST_WIDTH - 20);
  all.h = fmax(all.h, YEOUN_PAGE_LEAST_HEIGHT - 20);
  yeoun_view_top(page, yeoun_cut_top(&all, 62, 8));
  yeoun_cut_bottom(&all, 30, 6); /* what things mean is told there */
  struct yeoun_rect left = yeoun_cut_left(&all, 288, 8);
  yeoun_view_mood(page, yeoun_cut_top(&left, 330, 8));
  yeoun_view_sound(page, yeoun_cut_top(&left, 164, 8));
  yeoun_view_shelf(page, left);
  const double cards = fmax(all.h * 0.34, 212);
  const struct yeoun_rect music = all;
  yeoun_view_cards(page, yeoun_cut_top(&all, cards, 8));
  yeoun_view_siblings(page, yeoun_cut_top(&all, 88, 8));
  yeoun_view_lanes(page, all);
  if (page->is_theme_wrong) {
    veil(page, (struct yeoun_rect){music.x, music.y, music.w, cards + 86});
  }
}

/** Last of all, since every view and panel may have something to say. */
static void
draw_info(struct yeoun_page *page, double height)
{
  const double h = fmax(height, YEOUN_PAGE_LEAST_HEIGHT);
  yeoun_view_info(
    page,
    (struct yeoun_rect){10, h - 38, page->roll.x + page->roll.w - 10, 31});
}

/** Undo and redo are for the whole window. */
static void
answer_keys(struct yeoun_page *page)
{
  struct yeoun_gui *const gui = &page->gui;
  if (gui->in.kind != YEOUN_INPUT_KEY) {
    return;
  }
  if (gui->in.key == YEOUN_KEY_UNDO) {
    yeoun_model_undo(page->model);
    yeoun_gui_answer(gui);
  } else if (gui->in.key == YEOUN_KEY_REDO) {
    yeoun_model_redo(page->model);
    yeoun_gui_answer(gui);
  }
}

void
yeoun_page_pass(struct yeoun_page *page,
                cairo_t *cr,
                double width,
                double height,
                const struct yeoun_input *in)
{
  static const struct yeoun_input nothing = {.kind = YEOUN_INPUT_NONE};
  struct yeoun_gui *const gui = &page->gui;
  const bool is_begun =
    in->kind == YEOUN_INPUT_PRESS || in->kind == YEOUN_INPUT_KEY ||
    in->kind == YEOUN_INPUT_WHEEL || in->kind == YEOUN_INPUT_DROP;
  if (in->kind == YEOUN_INPUT_PRESS) {
    /* What is under the pointer must be known before it is pressed. */
    struct yeoun_input move = *in;
    move.kind = YEOUN_INPUT_MOTION;
    yeoun_page_pass(page, cr, width, height, &move);
  }
  if (is_begun && !gui->held) {
    yeoun_model_begin(page->model);
  }
  for (unsigned i = 0; i < PASSES && (!i || gui->is_again); ++i) {
    yeoun_gui_begin(gui, cr, i ? &nothing : in);
    answer_keys(page);
    yeoun_view_drop(page);
    draw(page, width, height);
    yeoun_panel_draw(page, (struct yeoun_rect){0, 0, width, height});
    yeoun_menu_draw(gui, (struct yeoun_rect){0, 0, width, height});
    draw_info(page, height);
    yeoun_gui_end(gui);
  }
  if (!gui->held) {
    yeoun_model_end(page->model);
  }
}

bool
yeoun_page_want(struct yeoun_page *page)
{
  struct yeoun_previews *const previews = page->previews;
  const struct yeoun_news *const told = &page->model->told;
  struct yeoun_request base;
  struct yeoun_request request;
  bool is_new = false;
  is_new |= yeoun_previews_want(
    previews,
    YEOUN_SLOT_SOUNDING,
    told->has_request && told->algorithm == YEOUN_ALGORITHM ? &told->request
                                                            : NULL);
  page->chosen = (unsigned)page->model->value[YEOUN_PORT_VARIATION];
  yeoun_model_request(page->model, page->chosen, &base);
  is_new |= yeoun_previews_want(previews, YEOUN_SLOT_CHOSEN, &base);
  yeoun_model_request(page->model, 0, &request);
  is_new |= yeoun_previews_want(previews, YEOUN_SLOT_STATEMENT, &request);
  const struct yeoun_before *const before = &page->model->before;
  const bool is_other =
    before->is_there && !yeoun_request_equal(&before->request, &base);
  is_new |= yeoun_previews_want(
    previews, YEOUN_SLOT_BEFORE, is_other ? &before->request : NULL);
  for (unsigned i = 0; i < YEOUN_CARDS; ++i) {
    yeoun_model_request(page->model, page->first_card + i, &request);
    is_new |= yeoun_previews_want(previews, YEOUN_SLOT_CARD + i, &request);
  }
  yeoun_players_want(&page->players, &page->model->memory.shelf, previews);
  const struct yeoun_preview *const chosen =
    yeoun_previews_get(previews, YEOUN_SLOT_CHOSEN);
  for (unsigned i = 0; i < YEOUN_SIBLINGS; ++i) {
    const bool is_there =
      yeoun_sibling_make((enum yeoun_sibling)i,
                         &base,
                         yeoun_preview_is_ready(chosen) ? chosen->score : NULL,
                         &request);
    is_new |= yeoun_previews_want(
      previews, YEOUN_SLOT_SIBLING + i, is_there ? &request : NULL);
  }
  return is_new;
}

double
yeoun_page_playhead(const struct yeoun_page *page)
{
  const struct yeoun_score *const score = yeoun_roll_score(page);
  const double position = (double)page->model->value[YEOUN_PORT_POSITION];
  if (!score || page->model->value[YEOUN_PORT_BAR] <= 0.0f) {
    return -1;
  }
  double from = 0;
  double to = 0;
  yeoun_roll_sight(page, score, &from, &to);
  const double part = (position * score->length - from) / (to - from);
  return part < 0 || part > 1 ? -1 : page->roll.x + part * page->roll.w;
}

void
yeoun_page_draw_live(const struct yeoun_page *page, cairo_t *cr)
{
  const struct yeoun_canvas canvas = {.cr = cr};
  const double x = yeoun_page_playhead(page);
  if (page->gui.open) {
    return; /* nothing shines through a menu */
  }
  if (x >= 0) {
    /* From the edge of a pixel on: else the line is blurred as it moves. */
    double left = x - 0.75;
    double top = page->roll.y;
    cairo_user_to_device(cr, &left, &top);
    left = floor(left + 0.5);
    cairo_device_to_user(cr, &left, &top);
    yeoun_fill(&canvas,
               (struct yeoun_rect){left, page->roll.y, 1.5, page->roll.h},
               0,
               YEOUN_COLOUR_SOUNDING,
               1);
  }
  for (unsigned i = 0; i < YEOUN_LANES; ++i) {
    const double level = (double)page->model->told.level[i];
    if (level > 0.001) {
      /* 60 dB from bottom to top. */
      const double part = fmin(1 + log10(level) / 3, 1);
      yeoun_draw_meter(&canvas, page->meter[i], yeoun_lane_colour(i), part);
    }
  }
}
