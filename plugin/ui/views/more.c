// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* What is set once: departures from the mood, time, how it is played on. */

#include "controls.h"
#include "panel.h"
#include "port.h"

/** A row: the port's own name, and a bar, a menu or a switch. */
static void
draw_port(struct yeoun_page *page, struct yeoun_rect *column, unsigned index)
{
  const enum yeoun_port port = (enum yeoun_port)index;
  const struct yeoun_control_facts *const facts = yeoun_control_facts(port);
  struct yeoun_rect row = yeoun_cut_top(column, 20, 5);
  if (facts->kind == YEOUN_CONTROL_REAL) {
    yeoun_port_row(page, port, row, facts->name, 116);
    return;
  }
  yeoun_text(&page->gui.canvas,
             yeoun_cut_left(&row, 116, 6),
             YEOUN_TYPE_PLAIN,
             YEOUN_LEFT,
             YEOUN_COLOUR_DIM,
             facts->name);
  if (facts->kind == YEOUN_CONTROL_WHOLE) {
    const struct yeoun_rect number = yeoun_cut_left(&row, 46, 0);
    yeoun_fill(&page->gui.canvas, number, 4, YEOUN_COLOUR_RAISED, 1);
    yeoun_port_number(page, port, number, "%.0f");
  } else {
    row.w = 130;
    /* A press of its own would open it in place of the panel. */
    yeoun_port_step(page, port, row);
  }
}

void
yeoun_panel_more(struct yeoun_page *page, struct yeoun_rect window)
{
  static const enum yeoun_port right[] = {YEOUN_PORT_KOREAN,
                                          YEOUN_PORT_HUMANIZE,
                                          YEOUN_PORT_HARMONY_TAKE,
                                          YEOUN_PORT_ADVANCE,
                                          YEOUN_PORT_REMIX,
                                          YEOUN_PORT_EXPRESSION,
                                          YEOUN_PORT_SYNC,
                                          YEOUN_PORT_TEMPO,
                                          YEOUN_PORT_METER};
  struct yeoun_rect r =
    yeoun_panel_begin(page,
                      window,
                      YEOUN_PANEL_MORE,
                      700,
                      330,
                      "What departs from the mood, and time");
  struct yeoun_rect left = yeoun_cut_left(&r, 325, 20);
  for (unsigned i = 0; i < YEOUN_TRIMS; ++i) {
    draw_port(page, &left, YEOUN_PORT_TEMPO_TRIM + i);
  }
  for (unsigned i = 0; i < sizeof(right) / sizeof(*right); ++i) {
    draw_port(page, &r, right[i]);
  }
}
