// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* The mood: triangle, intensity and space, and what the music measures. */

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "panel.h"
#include "port.h"
#include "ui/model/measure.h"
#include "ui/widgets/button.h"
#include "views.h"

/** A large upright slider with its name above and its value below. */
static void
draw_upright(struct yeoun_page *page,
             enum yeoun_port port,
             struct yeoun_rect rect)
{
  yeoun_text(&page->gui.canvas,
             yeoun_cut_top(&rect, 14, 2),
             YEOUN_TYPE_SMALL,
             YEOUN_CENTRE,
             YEOUN_COLOUR_DIM,
             port == YEOUN_PORT_SPACE ? "Space" : "Intensity");
  const struct yeoun_rect number = yeoun_cut_bottom(&rect, 16, 2);
  const struct yeoun_rect bar = {
    rect.x + (rect.w - 22) / 2, rect.y, 22, rect.h};
  yeoun_port_bar(page, port, bar, YEOUN_WAY_UP, YEOUN_COLOUR_VALUE);
  yeoun_port_number(page, port, number, "%.2f");
}

static void
draw_measure(const struct yeoun_canvas *canvas,
             struct yeoun_rect row,
             const struct yeoun_measure *m)
{
  yeoun_text(canvas,
             yeoun_cut_left(&row, 88, 4),
             YEOUN_TYPE_SMALL,
             YEOUN_LEFT,
             YEOUN_COLOUR_DIM,
             m->name);
  char value[32];
  snprintf(
    value, sizeof(value), m->high > 20 ? "%.0f" : "%.2f", (double)m->measured);
  yeoun_text(canvas,
             yeoun_cut_right(&row, 34, 4),
             YEOUN_TYPE_SMALL,
             YEOUN_RIGHT,
             YEOUN_COLOUR_INK,
             value);
  const double span = fmax((double)(m->high - m->low), 1e-6);
  const double asked =
    fmin(fmax((double)(m->asked - m->low) / span, 0), 1) * (row.w - 3);
  const double is =
    fmin(fmax((double)(m->measured - m->low) / span, 0), 1) * (row.w - 3);
  const double y = row.y + row.h / 2;
  yeoun_fill(canvas,
             (struct yeoun_rect){row.x, y - 3, row.w, 6},
             3,
             YEOUN_COLOUR_WELL,
             1);
  yeoun_fill(canvas,
             (struct yeoun_rect){
               row.x + fmin(asked, is) + 1.5, y - 1, fabs(asked - is), 2},
             0,
             YEOUN_COLOUR_VALUE,
             1);
  yeoun_fill(canvas,
             (struct yeoun_rect){row.x + asked, y - 6, 2, 12},
             1,
             YEOUN_COLOUR_DIM,
             1);
  cairo_arc(canvas->cr, row.x + is + 1.5, y, 3.5, 0, 6.283185307179586);
  yeoun_canvas_colour(canvas, YEOUN_COLOUR_SOUNDING, 1);
  cairo_fill(canvas->cr);
}

/** "Measured" beside a dot, "the mood asks" beside a line. */
static void
draw_legend(const struct yeoun_canvas *canvas, struct yeoun_rect row)
{
  const double y = row.y + row.h / 2;
  yeoun_cut_left(&row, 92, 0);
  cairo_arc(canvas->cr, row.x + 1.5, y, 3.5, 0, 6.283185307179586);
  yeoun_canvas_colour(canvas, YEOUN_COLOUR_SOUNDING, 1);
  cairo_fill(canvas->cr);
  yeoun_cut_left(&row, 9, 0);
  row.x +=
    8 +
    yeoun_text(
      canvas, row, YEOUN_TYPE_SMALL, YEOUN_LEFT, YEOUN_COLOUR_DIM, "measured");
  yeoun_fill(
    canvas, (struct yeoun_rect){row.x, y - 6, 2, 12}, 1, YEOUN_COLOUR_DIM, 1);
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
                 "mood asks for (line), on the scale of all three moods. "
                 "Register is the mean MIDI key, leaps and steps are shares of "
                 "its intervals.");
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
    draw_measure(canvas, yeoun_cut_top(&rect, 17, 0), &measure[i]);
  }
}

void
yeoun_view_mood(struct yeoun_page *page, struct yeoun_rect rect)
{
  yeoun_fill(&page->gui.canvas, rect, 6, YEOUN_COLOUR_PANEL, 1);
  rect = yeoun_inset(rect, 10);
  struct yeoun_rect title = yeoun_cut_top(&rect, 18, 4);
  if (yeoun_button(
        &page->gui,
        YEOUN_ID_BAR + 7,
        yeoun_cut_right(&title, 64, 0),
        "More \342\200\246",
        false,
        "What departs from the mood (tempo, register, leaps ...), the "
        "Korean layer, time, and how it is played on.")) {
    page->gui.open = YEOUN_PANEL_MORE;
  }
  yeoun_view_title(page, title, "Mood");
  struct yeoun_rect measures = yeoun_cut_bottom(&rect, 4 * 17 + 18, 8);
  struct yeoun_rect upright = yeoun_cut_right(&rect, 104, 4);
  yeoun_view_triangle(page, rect);
  draw_upright(page, YEOUN_PORT_INTENSITY, yeoun_cut_left(&upright, 50, 4));
  draw_upright(page, YEOUN_PORT_SPACE, upright);
  yeoun_view_measures(page, measures);
}
