// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* What sounds, lane by lane: heads to the left, bars to the right. */

#include <math.h>
#include <stdio.h>

#include "before.h"
#include "lanes.h"
#include "notes.h"
#include "views.h"

#define HEAD_WIDTH 272

static void
draw_bar_numbers(const struct yeoun_canvas *canvas,
                 struct yeoun_rect rect,
                 const struct yeoun_score *score,
                 double from,
                 double to)
{
  const double bar = yeoun_bar_ticks(score->meter);
  const double w = bar / (to - from) * rect.w;
  const unsigned step = w < 12 ? 4 : w < 22 ? 2 : 1;
  for (unsigned i = 0; i * bar < to; ++i) {
    if (i * bar < from - 1 || i % step) {
      continue;
    }
    char text[8];
    snprintf(text, sizeof(text), "%u", i + 1);
    yeoun_text(
      canvas,
      (struct yeoun_rect){rect.x + (i * bar - from) / (to - from) * rect.w + 3,
                          rect.y,
                          28,
                          rect.h},
      YEOUN_TYPE_SMALL,
      YEOUN_LEFT,
      YEOUN_COLOUR_DIM,
      text);
  }
}

static void
draw_chords(const struct yeoun_canvas *canvas,
            struct yeoun_rect rect,
            const struct yeoun_score *score,
            double from,
            double to)
{
  for (unsigned i = 0; i < score->spans; ++i) {
    const struct yeoun_span *const s = &score->span[i];
    if (s->start + s->length <= from || s->start >= to) {
      continue;
    }
    const double x = rect.x + (s->start - from) / (to - from) * rect.w;
    const double w = s->length / (to - from) * rect.w;
    char text[24];
    yeoun_chord_write(s->chord, text, sizeof(text));
    if (yeoun_text_width(canvas, YEOUN_TYPE_SMALL, text, -1) > w - 5) {
      text[text[1] == '#' || text[1] == 'b' ? 2 : 1] = '\0'; /* its root */
    }
    /* Chords of the theme stand bright, what was put between them dim. */
    const bool is_theme = s->slot >= 0 && !s->is_substitute;
    yeoun_fill(canvas,
               (struct yeoun_rect){x + 0.5, rect.y, w - 1, rect.h},
               3,
               YEOUN_COLOUR_RAISED,
               is_theme ? 1 : 0.5);
    yeoun_text(canvas,
               (struct yeoun_rect){x + 3, rect.y, w - 3, rect.h},
               YEOUN_TYPE_SMALL,
               YEOUN_LEFT,
               is_theme ? YEOUN_COLOUR_INK : YEOUN_COLOUR_DIM,
               text);
  }
}

/** Phrases as arcs, the climax as a small flag. */
static void
draw_phrases(const struct yeoun_canvas *canvas,
             struct yeoun_rect rect,
             const struct yeoun_score *score,
             double from,
             double to)
{
  const double scale = rect.w / (to - from);
  yeoun_canvas_colour(canvas, YEOUN_COLOUR_VALUE, 1);
  cairo_set_line_width(canvas->cr, 1.2);
  for (unsigned i = 0; i < score->phrases; ++i) {
    const struct yeoun_phrase *const p = &score->phrase[i];
    if (p->level != 6) {
      continue;
    }
    const double x0 = rect.x + (p->start - from) * scale + 2;
    const double x1 = rect.x + (p->end - from) * scale - 3;
    cairo_move_to(canvas->cr, x0, rect.y + rect.h);
    cairo_curve_to(
      canvas->cr, x0 + 5, rect.y, x1 - 5, rect.y, x1, rect.y + rect.h);
    cairo_stroke(canvas->cr);
  }
  for (unsigned i = 0; i < score->notes; ++i) {
    const struct yeoun_note *const n = &score->note[i];
    if (n->lane == YEOUN_LANE_MELODY && (n->marks & YEOUN_MARK_CLIMAX)) {
      const double x = rect.x + (n->start - from) * scale;
      yeoun_canvas_colour(canvas, YEOUN_COLOUR_MELODY, 1);
      cairo_move_to(canvas->cr, x - 4, rect.y + 1);
      cairo_line_to(canvas->cr, x + 4, rect.y + 1);
      cairo_line_to(canvas->cr, x, rect.y + rect.h);
      cairo_close_path(canvas->cr);
      cairo_fill(canvas->cr);
      return;
    }
  }
}

void
yeoun_roll_ruler(struct yeoun_page *page, struct yeoun_rect rect)
{
  const struct yeoun_score *const score = yeoun_roll_score(page);
  const struct yeoun_canvas *const canvas = &page->gui.canvas;
  yeoun_gui_zone(&page->gui,
                 YEOUN_ID_ROLL,
                 rect,
                 false,
                 "Bars and chords of what sounds: those of the theme bright, "
                 "what was put in between or in place of them dim. Arcs are "
                 "phrases, the blue flag is the climax.");
  if (!score) {
    return;
  }
  double from = 0;
  double to = 0;
  yeoun_roll_sight(page, score, &from, &to);
  cairo_save(canvas->cr);
  cairo_rectangle(canvas->cr, rect.x, rect.y, rect.w, rect.h);
  cairo_clip(canvas->cr);
  const struct yeoun_rect chords = yeoun_cut_bottom(&rect, 17, 1);
  draw_phrases(canvas, yeoun_cut_top(&rect, 10, 0), score, from, to);
  draw_bar_numbers(canvas, rect, score, from, to);
  draw_chords(canvas, chords, score, from, to);
  cairo_restore(canvas->cr);
}

void
yeoun_view_lanes(struct yeoun_page *page, struct yeoun_rect rect)
{
  struct yeoun_gui *const gui = &page->gui;
  yeoun_fill(&gui->canvas, rect, 6, YEOUN_COLOUR_PANEL, 1);
  rect = yeoun_inset(rect, 10);
  yeoun_roll_head(page, yeoun_cut_top(&rect, 22, 6));
  struct yeoun_rect ruler = yeoun_cut_top(&rect, 42, 3);
  struct yeoun_rect corner = yeoun_cut_left(&ruler, HEAD_WIDTH, 8);
  corner.w -= 12; /* as far as the heads below, without their meters */
  yeoun_view_before(page, corner);
  yeoun_roll_ruler(page, ruler);
  page->roll =
    (struct yeoun_rect){ruler.x, ruler.y, ruler.w, rect.y + rect.h - ruler.y};
  if (gui->in.kind == YEOUN_INPUT_WHEEL && page->zoom > 1 &&
      yeoun_within(page->roll, gui->x, gui->y)) {
    page->from = fmin(fmax(page->from - gui->in.steps * 0.125 / page->zoom, 0),
                      1 - 1 / page->zoom);
    yeoun_gui_answer(gui);
  }
  const double gap = 4;
  const double h = (rect.h - gap * (YEOUN_LANES - 1)) / YEOUN_LANES;
  for (unsigned i = 0; i < YEOUN_LANES; ++i) {
    struct yeoun_rect lane = yeoun_cut_top(&rect, h, gap);
    yeoun_lane_head(page, yeoun_cut_left(&lane, HEAD_WIDTH, 8), i);
    yeoun_lane_bars(page, lane, i);
  }
}
