// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "panel.h"

#include <math.h>

#include "port.h"
#include "ui/widgets/button.h"

struct yeoun_rect
yeoun_panel_begin(struct yeoun_page *page,
                  struct yeoun_rect window,
                  yeoun_id id,
                  double width,
                  double height,
                  const char *title)
{
  struct yeoun_gui *const gui = &page->gui;
  const double w = fmin(width, window.w - 40);
  const double h = fmin(height, window.h - 40);
  struct yeoun_rect r = {
    window.x + (window.w - w) / 2, window.y + (window.h - h) / 2, w, h};
  gui->is_above = true;
  yeoun_fill(&gui->canvas, window, 0, YEOUN_COLOUR_WELL, 0.6);
  yeoun_fill(&gui->canvas, r, 8, YEOUN_COLOUR_PANEL, 1);
  yeoun_frame(&gui->canvas, r, 8, YEOUN_COLOUR_VALUE, 1);
  /* A press on the ground is a press on nothing, and leaves the panel open. */
  yeoun_gui_zone(gui, id, r, false, NULL);
  if (yeoun_gui_pressed(gui, id)) {
    yeoun_gui_release_keys(gui);
  }
  yeoun_gui_clicked(gui, id);
  r = yeoun_inset(r, 14);
  struct yeoun_rect head = yeoun_cut_top(&r, 24, 8);
  if (yeoun_button(gui,
                   id + 1,
                   yeoun_cut_right(&head, 64, 0),
                   "Close",
                   false,
                   "Back to the page (Escape).")) {
    gui->open = 0;
    yeoun_gui_release_keys(gui);
  }
  yeoun_view_title(page, head, title);
  return r;
}

void
yeoun_panel_draw(struct yeoun_page *page, struct yeoun_rect window)
{
  if (page->gui.open == YEOUN_PANEL_PRESETS) {
    yeoun_panel_presets(page, window);
  } else if (page->gui.open == YEOUN_PANEL_SAVE) {
    yeoun_panel_save(page, window);
  } else if (page->gui.open == YEOUN_PANEL_MORE) {
    yeoun_panel_more(page, window);
  }
}
