// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "lane_marks.h"

#include <math.h>

void
yeoun_draw_padlock(const struct yeoun_canvas *canvas,
                   struct yeoun_rect r,
                   enum yeoun_hue colour,
                   bool is_shut)
{
  const double x = r.x + r.w / 2;
  const double y = r.y + r.h / 2;
  yeoun_fill(
    canvas, (struct yeoun_rect){x - 4.5, y - 0.5, 9, 6.5}, 1.5, colour, 1);
  yeoun_canvas_colour(canvas, colour, 1);
  cairo_set_line_width(canvas->cr, 1.5);
  cairo_new_path(canvas->cr);
  cairo_arc(canvas->cr,
            is_shut ? x : x + 2.5,
            y - 1,
            2.8,
            3.141592653589793,
            is_shut ? 6.283185307179586 : 5.8);
  cairo_stroke(canvas->cr);
}

void
yeoun_draw_hatch(const struct yeoun_canvas *canvas, struct yeoun_rect rect)
{
  static const double step = 8;
  cairo_t *const cr = canvas->cr;
  cairo_save(cr);
  cairo_rectangle(cr, rect.x, rect.y, rect.w, rect.h);
  cairo_clip(cr);
  yeoun_canvas_colour(canvas, YEOUN_COLOUR_VALUE, 0.4);
  cairo_set_line_width(cr, 1);
  for (double x = rect.x - rect.h; x < rect.x + rect.w; x += step) {
    cairo_move_to(cr, x, rect.y + rect.h);
    cairo_line_to(cr, x + rect.h, rect.y);
  }
  cairo_stroke(cr);
  cairo_restore(cr);
}

void
yeoun_draw_meter(const struct yeoun_canvas *canvas,
                 struct yeoun_rect rect,
                 enum yeoun_hue colour,
                 double part)
{
  enum { STEPS = 10 };
  const double h = rect.h / STEPS;
  for (unsigned i = 0; i < STEPS; ++i) {
    const double lit = fmin(fmax(part * STEPS - i, 0), 1) * (h - 1);
    yeoun_fill(
      canvas,
      (struct yeoun_rect){rect.x, rect.y + rect.h - i * h - lit, rect.w, lit},
      0,
      colour,
      1);
  }
}
