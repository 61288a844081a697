// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include <math.h>
#include <stdio.h>

#include "lane_marks.h"
#include "lanes.h"
#include "notes.h"
#include "port.h"

/** Points for the takes of bars, above the notes. */
#define TAG_HEIGHT 14

const struct yeoun_preview *
yeoun_page_sounding(const struct yeoun_page *page)
{
  const struct yeoun_preview *const sounding =
    yeoun_previews_get(page->previews, YEOUN_SLOT_SOUNDING);
  const struct yeoun_preview *const chosen =
    yeoun_previews_get(page->previews, YEOUN_SLOT_CHOSEN);
  const struct yeoun_preview *const shown =
    sounding->is_wanted ? sounding : chosen;
  return shown->is_there ? shown : NULL;
}

const struct yeoun_score *
yeoun_roll_score(const struct yeoun_page *page)
{
  const struct yeoun_preview *const shown = yeoun_page_sounding(page);
  return shown ? shown->score : NULL;
}

void
yeoun_roll_sight(const struct yeoun_page *page,
                 const struct yeoun_score *score,
                 double *from,
                 double *to)
{
  const double span = score->length / page->zoom;
  *from = fmin(page->from * score->length, score->length - span);
  *to = *from + span;
}

/** x of a tick. */
static double
place(struct yeoun_rect rect, double tick, double from, double to)
{
  return rect.x + (tick - from) / (to - from) * rect.w;
}

/** Where bars of a lane lie. */
static struct yeoun_rect
stretch(const struct yeoun_page *page,
        struct yeoun_rect rect,
        const struct yeoun_score *score,
        unsigned first,
        unsigned bars)
{
  double from = 0;
  double to = 0;
  yeoun_roll_sight(page, score, &from, &to);
  const double bar = yeoun_bar_ticks(score->meter);
  const double x = place(rect, first * bar, from, to);
  return (struct yeoun_rect){
    x, rect.y, bars * bar / (to - from) * rect.w, rect.h};
}

/** Bars that were rolled again; their take stands above the notes. */
static void
draw_rolled(const struct yeoun_page *page,
            struct yeoun_rect at,
            unsigned lane,
            unsigned take)
{
  const struct yeoun_canvas *const canvas = &page->gui.canvas;
  const enum yeoun_hue colour = yeoun_lane_colour(lane);
  char label[24];
  snprintf(label, sizeof(label), "take %u", take);
  yeoun_fill(canvas, at, 3, colour, 0.1);
  yeoun_fill(
    canvas, (struct yeoun_rect){at.x + 1, at.y, at.w - 2, 2}, 1, colour, 0.9);
  yeoun_text(canvas,
             (struct yeoun_rect){at.x + 5, at.y + 2, at.w - 8, TAG_HEIGHT - 2},
             YEOUN_TYPE_SMALL,
             YEOUN_LEFT,
             YEOUN_COLOUR_INK,
             label);
}

/** All that was rolled again in a lane. Returns whether there is any. */
static bool
draw_ranges(const struct yeoun_page *page,
            struct yeoun_rect rect,
            const struct yeoun_score *score,
            unsigned lane)
{
  const struct yeoun_memory *const memory = &page->model->memory;
  bool is_any = false;
  for (unsigned i = 0; i < memory->ranges; ++i) {
    const struct yeoun_bar_range *const r = &memory->range[i];
    if (r->lane == lane) {
      draw_rolled(
        page, stretch(page, rect, score, r->first, r->bars), lane, r->take);
      is_any = true;
    }
  }
  return is_any;
}

static void
draw_bar_lines(const struct yeoun_canvas *canvas,
               struct yeoun_rect rect,
               const struct yeoun_score *score,
               double from,
               double to)
{
  const double bar = yeoun_bar_ticks(score->meter);
  for (double t = ceil(from / bar) * bar; t < to; t += bar) {
    if (t > from) {
      yeoun_fill(
        canvas,
        (struct yeoun_rect){place(rect, t, from, to), rect.y, 1, rect.h},
        0,
        YEOUN_COLOUR_LINE,
        0.7);
    }
  }
}

/** The notes, or that there are none. */
static void
draw_notes(const struct yeoun_page *page,
           struct yeoun_rect rect,
           const struct yeoun_score *score,
           unsigned lane)
{
  const struct yeoun_canvas *const canvas = &page->gui.canvas;
  const bool is_mute = page->model->value[YEOUN_PORT_MELODY_MUTE + lane] > 0.5f;
  double from = 0;
  double to = 0;
  yeoun_roll_sight(page, score, &from, &to);
  if (yeoun_lanes_heard(page) >> lane & 1U) {
    yeoun_draw_lane(canvas, rect, score, lane, from, to, is_mute ? 0.25 : 1);
  } else {
    yeoun_cut_left(&rect, 8, 0);
    yeoun_text(canvas,
               rect,
               YEOUN_TYPE_SMALL,
               YEOUN_LEFT,
               YEOUN_COLOUR_VALUE,
               "silent in this variation");
  }
}

/** A locked lane: hatched, with a padlock at its end. */
static void
draw_locked(const struct yeoun_canvas *canvas, struct yeoun_rect rect)
{
  const struct yeoun_rect plate = {rect.x + rect.w - 20, rect.y + 2, 18, 18};
  yeoun_draw_hatch(canvas, rect);
  yeoun_fill(canvas, plate, 4, YEOUN_COLOUR_WELL, 1);
  yeoun_draw_padlock(canvas, plate, YEOUN_COLOUR_DIM, true);
}

void
yeoun_lane_bars(struct yeoun_page *page, struct yeoun_rect rect, unsigned lane)
{
  const struct yeoun_canvas *const canvas = &page->gui.canvas;
  const struct yeoun_score *const score = yeoun_roll_score(page);
  const struct yeoun_selection *const chosen = &page->selection;
  page->bars[lane] = rect;
  yeoun_fill(canvas, rect, 3, YEOUN_COLOUR_WELL, 1);
  if (!score) {
    return;
  }
  yeoun_lane_choose(page, rect, score, lane);
  double from = 0;
  double to = 0;
  yeoun_roll_sight(page, score, &from, &to);
  cairo_save(canvas->cr);
  cairo_rectangle(canvas->cr, rect.x, rect.y, rect.w, rect.h);
  cairo_clip(canvas->cr);
  draw_bar_lines(canvas, rect, score, from, to);
  const bool has_tags = draw_ranges(page, rect, score, lane);
  struct yeoun_rect notes = {rect.x, rect.y + 4, rect.w, rect.h - 8};
  if (has_tags) {
    yeoun_cut_top(&notes, TAG_HEIGHT - 2, 0);
  }
  draw_notes(page, notes, score, lane);
  if (page->model->memory.locks >> lane & 1U) {
    draw_locked(canvas, rect);
  }
  if (yeoun_lanes_chosen(page) >> lane & 1U) {
    const struct yeoun_rect at =
      stretch(page, rect, score, chosen->first, chosen->bars);
    yeoun_fill(canvas, at, 3, YEOUN_COLOUR_CHOSEN, 0.18);
    yeoun_frame(canvas, at, 3, YEOUN_COLOUR_CHOSEN, 1.5);
  }
  cairo_restore(canvas->cr);
  yeoun_gui_ring(&page->gui, YEOUN_ID_LANE_BARS + lane, rect, 3);
}
