// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* What the whole sounds like: palette, warmth, room, stage, level. */

#include "port.h"
#include "views.h"

/** Warmth: a strip from cold blue to gold. */
static void
draw_warmth(struct yeoun_page *page, struct yeoun_rect row, double label_width)
{
  const struct yeoun_canvas *const canvas = &page->gui.canvas;
  yeoun_text(canvas,
             yeoun_cut_left(&row, label_width, 6),
             YEOUN_TYPE_PLAIN,
             YEOUN_LEFT,
             YEOUN_COLOUR_DIM,
             "Warmth");
  yeoun_port_number(
    page, YEOUN_PORT_WARMTH, yeoun_cut_right(&row, 46, 4), "%+.2f");
  const struct yeoun_rect bar = {row.x, row.y + (row.h - 14) / 2, row.w, 14};
  yeoun_port_bar(
    page, YEOUN_PORT_WARMTH, bar, YEOUN_WAY_ACROSS, YEOUN_COLOUR_VALUE);
  cairo_pattern_t *const fade =
    cairo_pattern_create_linear(bar.x, 0, bar.x + bar.w, 0);
  cairo_pattern_add_color_stop_rgb(fade, 0, 0.25, 0.40, 0.72);
  cairo_pattern_add_color_stop_rgb(fade, 0.5, 0.42, 0.41, 0.44);
  cairo_pattern_add_color_stop_rgb(fade, 1, 0.88, 0.66, 0.28);
  cairo_set_source(canvas->cr, fade);
  cairo_rectangle(canvas->cr, bar.x + 1, bar.y + 1, bar.w - 2, bar.h - 2);
  cairo_fill(canvas->cr);
  cairo_pattern_destroy(fade);
  const double at =
    ((double)page->model->value[YEOUN_PORT_WARMTH] + 1) / 2 * (bar.w - 4);
  yeoun_fill(canvas,
             (struct yeoun_rect){bar.x + at, bar.y - 2, 4, bar.h + 4},
             2,
             YEOUN_COLOUR_INK,
             1);
}

void
yeoun_view_sound(struct yeoun_page *page, struct yeoun_rect rect)
{
  static const double label = 66;
  yeoun_fill(&page->gui.canvas, rect, 6, YEOUN_COLOUR_PANEL, 1);
  rect = yeoun_inset(rect, 10);
  struct yeoun_rect title = yeoun_cut_top(&rect, 20, 4);
  yeoun_port_menu(page, YEOUN_PORT_PALETTE, yeoun_cut_right(&title, 180, 6));
  yeoun_view_title(page, title, "Sound");
  draw_warmth(page, yeoun_cut_top(&rect, 20, 4), label);
  yeoun_port_row(
    page, YEOUN_PORT_AMBIENCE, yeoun_cut_top(&rect, 20, 4), "Ambience", label);
  yeoun_port_row(
    page, YEOUN_PORT_DEPTH, yeoun_cut_top(&rect, 20, 4), "Stage", label);
  yeoun_port_row(
    page, YEOUN_PORT_LEVEL, yeoun_cut_top(&rect, 20, 4), "Level", label);
}
