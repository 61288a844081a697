// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* Moods by bank, found by typing. */

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "panel.h"
#include "port.h"
#include "ui/model/presets.h"
#include "ui/widgets/button.h"
#include "ui/widgets/field.h"

#define ROW 34
#define HEADING 24

/** Ids of rows, after those of the panel. */
#define ROWS (YEOUN_PANEL_PRESETS + 16)

static void
draw_row(struct yeoun_page *page, struct yeoun_rect row, unsigned index)
{
  struct yeoun_gui *const gui = &page->gui;
  const struct yeoun_preset *const preset = &page->presets->preset[index];
  const yeoun_id id = ROWS + index;
  yeoun_gui_zone(gui, id, row, true, preset->comment);
  yeoun_gui_pressed(gui, id);
  if (yeoun_gui_clicked(gui, id)) {
    yeoun_preset_load(preset, page->model);
    snprintf(page->message,
             sizeof(page->message),
             "%s is loaded; undo goes back.",
             preset->label);
  }
  if (gui->hot == id) {
    yeoun_fill(&gui->canvas, row, 4, YEOUN_COLOUR_HOT, 1);
  }
  row = yeoun_inset(row, 3);
  row.x += 6;
  row.w -= 10;
  yeoun_text(&gui->canvas,
             yeoun_cut_top(&row, 15, 0),
             YEOUN_TYPE_PLAIN,
             YEOUN_LEFT,
             YEOUN_COLOUR_INK,
             preset->label);
  yeoun_text(&gui->canvas,
             row,
             YEOUN_TYPE_SMALL,
             YEOUN_LEFT,
             YEOUN_COLOUR_DIM,
             preset->comment);
  yeoun_gui_ring(gui, id, row, 4);
}

/** Draw those that match into what is in sight; returns the height of all. */
static double
draw_list(struct yeoun_page *page, struct yeoun_rect list, const char *find)
{
  const struct yeoun_presets *const presets = page->presets;
  const char *bank = "";
  double y = list.y - page->scroll;
  for (unsigned i = 0; i < presets->count; ++i) {
    const struct yeoun_preset *const p = &presets->preset[i];
    if (!yeoun_preset_matches(p, find)) {
      continue;
    }
    if (strcmp(p->bank, bank) != 0) {
      bank = p->bank;
      if (y >= list.y && y + HEADING <= list.y + list.h) {
        yeoun_view_title(
          page, (struct yeoun_rect){list.x, y, list.w, HEADING}, bank);
      }
      y += HEADING;
    }
    if (y >= list.y && y + ROW <= list.y + list.h) {
      draw_row(page, (struct yeoun_rect){list.x, y, list.w, ROW}, i);
    }
    y += ROW;
  }
  return y + page->scroll - list.y;
}

void
yeoun_panel_presets(struct yeoun_page *page, struct yeoun_rect window)
{
  struct yeoun_gui *const gui = &page->gui;
  struct yeoun_rect r = yeoun_panel_begin(
    page, window, YEOUN_PANEL_PRESETS, 560, 640, "Presets: moods by bank");
  const yeoun_id id = YEOUN_PANEL_PRESETS + 2;
  const enum yeoun_edit edit = yeoun_field(gui,
                                           id,
                                           yeoun_cut_top(&r, 26, 8),
                                           page->find,
                                           "Type to find: warm, rain, comic",
                                           "Find presets by what they are "
                                           "called, their bank, or what they "
                                           "say of themselves.");
  if (edit != YEOUN_EDIT_NONE) {
    snprintf(page->find, sizeof(page->find), "%.63s", gui->field.text);
    page->scroll = 0;
  }
  if (!page->presets || !page->presets->count) {
    yeoun_text(&gui->canvas,
               yeoun_cut_top(&r, 20, 0),
               YEOUN_TYPE_PLAIN,
               YEOUN_LEFT,
               YEOUN_COLOUR_DIM,
               "There are none beside this bundle, and none in ~/.lv2.");
    return;
  }
  const double height = draw_list(page, r, page->find);
  if (gui->in.kind == YEOUN_INPUT_WHEEL) {
    page->scroll -= gui->in.steps * 2.0 * ROW;
    yeoun_gui_answer(gui);
  }
  page->scroll = fmax(fmin(page->scroll, height - r.h), 0);
  if (height > r.h) {
    const double part = r.h / height;
    yeoun_fill(&gui->canvas,
               (struct yeoun_rect){
                 r.x + r.w + 4, r.y + page->scroll * part, 4, r.h * part},
               2,
               YEOUN_COLOUR_VALUE,
               1);
  }
}
