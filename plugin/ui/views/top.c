// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* The strip at the top: the theme, and what concerns the whole. */

#include <stdio.h>

#include "panel.h"
#include "port.h"
#include "ui/widgets/button.h"
#include "views.h"

static void
draw_undo(struct yeoun_page *page,
          struct yeoun_rect undo,
          struct yeoun_rect redo)
{
  struct yeoun_gui *const gui = &page->gui;
  const struct yeoun_history *const history = &page->model->history;
  if (!history->done) {
    yeoun_button_off(gui, undo, "Undo");
  } else if (yeoun_button(gui,
                          YEOUN_ID_BAR,
                          undo,
                          "Undo",
                          false,
                          "Take back the last gesture, whatever it set "
                          "(Ctrl+Z).")) {
    yeoun_model_undo(page->model);
  }
  if (history->done == history->count) {
    yeoun_button_off(gui, redo, "Redo");
  } else if (yeoun_button(gui,
                          YEOUN_ID_BAR + 1,
                          redo,
                          "Redo",
                          false,
                          "Do again what was undone (Ctrl+Shift+Z).")) {
    yeoun_model_redo(page->model);
  }
}

static void
draw_sides(struct yeoun_page *page, struct yeoun_rect rect)
{
  static const char info[] =
    "A and B: two settings to compare, each with theme, mood, variation and "
    "sound. What is set goes to the one that is lit.";
  struct yeoun_rect a = {rect.x, rect.y, rect.w / 2 - 1, rect.h};
  const struct yeoun_rect b = {rect.x + rect.w / 2 + 1, a.y, a.w, a.h};
  const unsigned side = page->model->side;
  const bool is_a =
    yeoun_button(&page->gui, YEOUN_ID_BAR + 2, a, "A", side == 0, info);
  const bool is_b =
    yeoun_button(&page->gui, YEOUN_ID_BAR + 3, b, "B", side == 1, info);
  if ((is_a && side == 1) || (is_b && side == 0)) {
    yeoun_model_switch(page->model);
  }
}

static void
draw_scale(struct yeoun_page *page, struct yeoun_rect rect)
{
  static const float scales[] = {0.8f, 1.0f, 1.25f, 1.5f, 2.0f};
  const unsigned count = sizeof(scales) / sizeof(*scales);
  unsigned at = 0;
  while (at + 1 < count && scales[at] < page->scale) {
    ++at;
  }
  char text[16];
  snprintf(text, sizeof(text), "Zoom %.0f %%", (double)page->scale * 100);
  if (yeoun_button(&page->gui,
                   YEOUN_ID_BAR + 4,
                   rect,
                   text,
                   false,
                   "How large everything is drawn; what does not fit needs a "
                   "larger window.")) {
    page->scale = scales[(at + 1) % count];
  }
}

void
yeoun_view_top(struct yeoun_page *page, struct yeoun_rect rect)
{
  struct yeoun_rect name = yeoun_cut_left(&rect, 66, 8);
  yeoun_text(&page->gui.canvas,
             yeoun_cut_top(&name, 26, 0),
             YEOUN_TYPE_LARGE,
             YEOUN_LEFT,
             YEOUN_COLOUR_INK,
             "Yeoun");
  struct yeoun_rect tools = yeoun_cut_right(&rect, 300, 20);
  struct yeoun_rect upper = yeoun_cut_top(&tools, 28, 6);
  struct yeoun_rect lower = yeoun_cut_top(&tools, 28, 0);
  yeoun_view_theme(page, rect);

  yeoun_port_switch(
    page, YEOUN_PORT_AUDITION, yeoun_cut_right(&upper, 92, 6), "Audition");
  const struct yeoun_rect redo = yeoun_cut_right(&upper, 52, 4);
  const struct yeoun_rect undo = yeoun_cut_right(&upper, 52, 6);
  draw_undo(page, undo, redo);
  draw_sides(page, yeoun_cut_right(&upper, 62, 6));
  draw_scale(page, yeoun_cut_right(&lower, 92, 6));
  struct yeoun_gui *const gui = &page->gui;
  if (yeoun_button(gui,
                   YEOUN_ID_BAR + 5,
                   yeoun_cut_right(&lower, 108, 6),
                   "Save \342\200\246",
                   false,
                   "MIDI files of what sounds, the shelf as a cue sheet, a "
                   "preset of your own.")) {
    gui->open = YEOUN_PANEL_SAVE;
  }
  if (yeoun_button(gui,
                   YEOUN_ID_BAR + 6,
                   lower,
                   "Presets",
                   false,
                   "Moods by bank, with what they are for; type to find.")) {
    yeoun_panel_presets_open(page);
  }
}
