// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* The take of a lane: one back, its number, one on. */

#include <stdio.h>

#include "lanes.h"
#include "port.h"
#include "ui/widgets/button.h"

/** Its number, which can be typed. */
static void
draw_number(struct yeoun_page *page,
            struct yeoun_rect rect,
            unsigned lane,
            const char *text)
{
  const enum yeoun_port port = (enum yeoun_port)(YEOUN_PORT_MELODY_TAKE + lane);
  float take = page->model->value[port];
  char info[192];
  snprintf(
    info,
    sizeof(info),
    "Which take of the %s lane is heard, 0 to %u; type another. 0 is the "
    "first that was composed, and a number always means the same notes.",
    yeoun_lane_name(lane),
    YEOUN_TAKES - 1U);
  yeoun_fill(&page->gui.canvas, rect, 0, YEOUN_COLOUR_RAISED, 1);
  if (yeoun_number(&page->gui,
                   YEOUN_ID_PORT + YEOUN_CONTROLS + port,
                   rect,
                   yeoun_port_range(page, port),
                   text,
                   YEOUN_CENTRE,
                   &take,
                   info)) {
    yeoun_model_set(page->model, port, take);
  }
}

void
yeoun_lane_take(struct yeoun_page *page, struct yeoun_rect rect, unsigned lane)
{
  struct yeoun_gui *const gui = &page->gui;
  const enum yeoun_port port = (enum yeoun_port)(YEOUN_PORT_MELODY_TAKE + lane);
  const unsigned take = (unsigned)page->model->value[port];
  char text[16];
  char on[192];
  snprintf(text, sizeof(text), "take %u", take);
  if (page->model->memory.locks >> lane & 1U) {
    yeoun_button_off(gui, rect, text);
    return;
  }
  snprintf(on,
           sizeof(on),
           "The next take of the %s lane alone; all others stay note for note. "
           "Undo brings this one back.",
           yeoun_lane_name(lane));
  const struct yeoun_rect back = yeoun_cut_left(&rect, 17, 1);
  const struct yeoun_rect next = yeoun_cut_right(&rect, 17, 1);
  const bool is_back = yeoun_button(
    gui,
    YEOUN_ID_LANE + lane * YEOUN_LANE_IDS + 3,
    back,
    "\342\200\271",
    false,
    "The take before this one, of this lane alone. Takes go round: 99 comes "
    "before 0.");
  draw_number(page, rect, lane, text);
  const bool is_next =
    yeoun_button(gui, YEOUN_ID_PORT + port, next, "\342\200\272", false, on);
  if (is_back || is_next) {
    const unsigned step = is_next ? 1 : YEOUN_TAKES - 1;
    yeoun_model_set(page->model, port, (float)((take + step) % YEOUN_TAKES));
  }
}
