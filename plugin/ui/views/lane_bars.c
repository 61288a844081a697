// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include <math.h>
#include <stdio.h>

#include "lanes.h"
#include "notes.h"
#include "port.h"

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

static void
draw_stretch(const struct yeoun_page *page,
             struct yeoun_rect rect,
             const struct yeoun_score *score,
             unsigned first,
             unsigned bars,
             enum yeoun_hue colour,
             const char *label)
{
  double from = 0;
  double to = 0;
  yeoun_roll_sight(page, score, &from, &to);
  const double bar = yeoun_bar_ticks(score->meter);
  const double x = place(rect, first * bar, from, to);
  const double w = bars * bar / (to - from) * rect.w;
  const struct yeoun_rect at = {x, rect.y, w, rect.h};
  yeoun_fill(&page->gui.canvas, at, 3, colour, label ? 0.08 : 0.18);
  if (label) {
    yeoun_fill(&page->gui.canvas,
               (struct yeoun_rect){x + 1, rect.y, w - 2, 2},
               1,
               colour,
               0.9);
    const double wide = fmin(
      yeoun_text_width(&page->gui.canvas, YEOUN_TYPE_SMALL, label, -1), w - 8);
    yeoun_fill(&page->gui.canvas,
               (struct yeoun_rect){x + 2, rect.y + 2, wide + 4, 12},
               2,
               YEOUN_COLOUR_WELL,
               0.75);
    yeoun_text(&page->gui.canvas,
               (struct yeoun_rect){x + 4, rect.y + 2, w - 8, 12},
               YEOUN_TYPE_SMALL,
               YEOUN_LEFT,
               YEOUN_COLOUR_INK,
               label);
  } else {
    yeoun_frame(&page->gui.canvas, at, 3, colour, 1.5);
  }
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

void
yeoun_lane_bars(struct yeoun_page *page, struct yeoun_rect rect, unsigned lane)
{
  const struct yeoun_canvas *const canvas = &page->gui.canvas;
  const struct yeoun_score *const score = yeoun_roll_score(page);
  const struct yeoun_memory *const memory = &page->model->memory;
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
  for (unsigned i = 0; i < memory->ranges; ++i) {
    const struct yeoun_bar_range *const r = &memory->range[i];
    if (r->lane == lane) {
      char label[24];
      snprintf(label, sizeof(label), "take %u", r->take);
      draw_stretch(
        page, rect, score, r->first, r->bars, yeoun_lane_colour(lane), label);
    }
  }
  const bool is_mute = page->model->value[YEOUN_PORT_MELODY_MUTE + lane] > 0.5f;
  const struct yeoun_rect notes = {rect.x, rect.y + 4, rect.w, rect.h - 8};
  yeoun_draw_lane(canvas, notes, score, lane, from, to, is_mute ? 0.25 : 1);
  if (memory->locks >> lane & 1U) {
    yeoun_frame(canvas, rect, 3, YEOUN_COLOUR_CHOSEN, 1);
  }
  if (page->selection.is_there && page->selection.lanes >> lane & 1U) {
    draw_stretch(page,
                 rect,
                 score,
                 page->selection.first,
                 page->selection.bars,
                 YEOUN_COLOUR_CHOSEN,
                 NULL);
  }
  cairo_restore(canvas->cr);
  yeoun_gui_ring(&page->gui, YEOUN_ID_LANE_BARS + lane, rect, 3);
}
