// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* The mood: triangle, intensity and space. */

#include "panel.h"
#include "port.h"
#include "ui/widgets/button.h"
#include "views.h"

/** A large upright slider with its name above and its value below. */
static void
draw_upright(struct yeoun_page *page,
             enum yeoun_port port,
             struct yeoun_rect rect)
{
  char info[512];
  const struct yeoun_rect name = yeoun_cut_top(&rect, 14, 2);
  yeoun_gui_zone(&page->gui,
                 YEOUN_ID_PORT + 2 * YEOUN_CONTROLS + port,
                 name,
                 false,
                 yeoun_port_info(page, port, info, sizeof(info)));
  yeoun_text(&page->gui.canvas,
             name,
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
