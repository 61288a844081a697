// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* What the music that sounds measures against what its mood asks. Nothing here
   can be dragged, and so nothing looks like a slider. */

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "ui/model/measure.h"
#include "views.h"

/** Points of the columns of names and values. */
#define NAME_WIDTH 56
#define VALUE_WIDTH 62

static const double turn = 6.283185307179586;

static void
draw_dot(const struct yeoun_canvas *canvas, double x, double y)
{
  cairo_arc(canvas->cr, x, y, 3.5, 0, turn);
  yeoun_canvas_colour(canvas, YEOUN_COLOUR_SOUNDING, 1);
  cairo_fill(canvas->cr);
}

static void
draw_tick(const struct yeoun_canvas *canvas, double x, double y)
{
  yeoun_fill(
    canvas, (struct yeoun_rect){x - 1, y - 5, 2, 10}, 1, YEOUN_COLOUR_DIM, 1);
}

/** Where a value lies, in points of the line. */
static double
place(const struct yeoun_measure *m, float value, double width)
{
  const double span = fmax((double)(m->high - m->low), 1e-6);
  return fmin(fmax((double)(value - m->low) / span, 0), 1) * width;
}

static void
draw_measure(struct yeoun_page *page,
             struct yeoun_rect row,
             unsigned index,
             const struct yeoun_measure *m)
{
  const struct yeoun_canvas *const canvas = &page->gui.canvas;
  char is[32];
  char asked[32];
  char info[256];
  yeoun_measure_write(m, m->measured, is, sizeof(is));
  yeoun_measure_write(m, m->asked, asked, sizeof(asked));
  snprintf(
    info,
    sizeof(info),
    "%s of the melody that sounds: %s (dot); its mood asks for %s (line). "
    "%s Measured, not set: the triangle and More set it.",
    m->name,
    is,
    asked,
    m->meaning);
  yeoun_gui_zone(&page->gui, YEOUN_ID_TRIANGLE + 2 + index, row, false, info);
  yeoun_text(canvas,
             yeoun_cut_left(&row, NAME_WIDTH, 6),
             YEOUN_TYPE_SMALL,
             YEOUN_LEFT,
             YEOUN_COLOUR_DIM,
             m->name);
  yeoun_text(canvas,
             yeoun_cut_right(&row, VALUE_WIDTH, 8),
             YEOUN_TYPE_SMALL,
             YEOUN_RIGHT,
             YEOUN_COLOUR_INK,
             is);
  const double y = row.y + row.h / 2;
  yeoun_fill(canvas,
             (struct yeoun_rect){row.x, y - 0.5, row.w, 1},
             0,
             YEOUN_COLOUR_LINE,
             1);
  draw_tick(canvas, row.x + place(m, m->asked, row.w), y);
  draw_dot(canvas, row.x + place(m, m->measured, row.w), y);
}

/** "Measured" beside a dot, "the mood asks" beside a line. */
static void
draw_legend(const struct yeoun_canvas *canvas, struct yeoun_rect row)
{
  const double y = row.y + row.h / 2;
  yeoun_cut_left(&row, NAME_WIDTH + 6, 0);
  draw_dot(canvas, row.x + 4, y);
  yeoun_cut_left(&row, 12, 0);
  row.x +=
    14 +
    yeoun_text(
      canvas, row, YEOUN_TYPE_SMALL, YEOUN_LEFT, YEOUN_COLOUR_DIM, "measured");
  draw_tick(canvas, row.x, y);
  row.x += 7;
  yeoun_text(canvas,
             row,
             YEOUN_TYPE_SMALL,
             YEOUN_LEFT,
             YEOUN_COLOUR_DIM,
             "the mood asks");
}

void
yeoun_view_measures(struct yeoun_page *page, struct yeoun_rect rect)
{
  const struct yeoun_preview *const sounding =
    yeoun_previews_get(page->previews, YEOUN_SLOT_SOUNDING);
  const struct yeoun_canvas *const canvas = &page->gui.canvas;
  yeoun_gui_zone(&page->gui,
                 YEOUN_ID_TRIANGLE + 1,
                 rect,
                 false,
                 "What the melody that sounds measures (dot) against what its "
                 "mood asks for (line), on the scale of all three moods.");
  if (!yeoun_preview_is_ready(sounding)) {
    yeoun_text(canvas,
               yeoun_cut_top(&rect, 18, 0),
               YEOUN_TYPE_SMALL,
               YEOUN_LEFT,
               YEOUN_COLOUR_DIM,
               "Nothing sounds yet that could be measured.");
    return;
  }
  draw_legend(canvas, yeoun_cut_top(&rect, 16, 2));
  struct yeoun_measure measure[YEOUN_MEASURES];
  yeoun_measure(&sounding->request, sounding->score, measure);
  for (unsigned i = 0; i < YEOUN_MEASURES; ++i) {
    draw_measure(page, yeoun_cut_top(&rect, 17, 0), i, &measure[i]);
  }
}
