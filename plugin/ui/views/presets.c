// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* Moods by bank, found by typing, or favourites alone. Each stands once. */

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "panel.h"
#include "port.h"
#include "ui/model/favourites.h"
#include "ui/model/presets.h"
#include "ui/widgets/button.h"
#include "ui/widgets/field.h"

#define ROW 34
#define HEADING 24

/** Ids after those of the panel: for each entry its row and its star. */
#define ROWS (YEOUN_PANEL_PRESETS + 16)
#define FIND (YEOUN_PANEL_PRESETS + 2)
#define ALONE (YEOUN_PANEL_PRESETS + 3)

/** The list as it is shown, by bank. */
struct list {
  unsigned count;
  unsigned at[YEOUN_PRESETS]; /**< of the presets */
};

static bool
is_favourite(const struct yeoun_page *page, const struct yeoun_preset *preset)
{
  return page->favourites &&
         yeoun_favourites_has(page->favourites, preset->uri);
}

static void
make_list(const struct yeoun_page *page, struct list *list)
{
  const struct yeoun_presets *const presets = page->presets;
  list->count = 0;
  for (unsigned i = 0; i < presets->count; ++i) {
    const struct yeoun_preset *const p = &presets->preset[i];
    if (yeoun_preset_matches(p, page->find) &&
        (!page->are_favourites_alone || is_favourite(page, p))) {
      list->at[list->count++] = i;
    }
  }
}

/** What an entry stands under. */
static const char *
group_of(const struct yeoun_page *page, const struct list *list, unsigned entry)
{
  return page->presets->preset[list->at[entry]].bank;
}

/** Whether a heading comes before an entry. */
static bool
is_headed(const struct yeoun_page *page,
          const struct list *list,
          unsigned entry)
{
  return !entry || strcmp(group_of(page, list, entry - 1),
                          group_of(page, list, entry)) != 0;
}

static void
draw_mark(struct yeoun_page *page,
          struct yeoun_rect rect,
          yeoun_id id,
          const struct yeoun_preset *preset)
{
  struct yeoun_gui *const gui = &page->gui;
  const bool is_kept = is_favourite(page, preset);
  yeoun_gui_zone(gui,
                 id,
                 rect,
                 true,
                 is_kept ? "A favourite of yours, in all windows and projects. "
                           "Press to remove the mark."
                         : "Mark it as a favourite: it has a star and its name "
                           "in the triangle, in all windows and projects.");
  yeoun_gui_pressed(gui, id);
  if (yeoun_gui_clicked(gui, id) && page->favourites &&
      !yeoun_favourites_toggle(page->favourites, preset->uri)) {
    snprintf(page->message,
             sizeof(page->message),
             "The list of favourites cannot be written.");
  }
  yeoun_star(
    &gui->canvas,
    (struct yeoun_rect){rect.x + 4, rect.y + (rect.h - 13) / 2, 13, 13},
    is_kept || gui->hot == id ? YEOUN_COLOUR_INK : YEOUN_COLOUR_DIM,
    is_kept);
  yeoun_gui_ring(gui, id, rect, 4);
}

static void
draw_row(struct yeoun_page *page,
         struct yeoun_rect row,
         const struct yeoun_preset *preset,
         yeoun_id id)
{
  struct yeoun_gui *const gui = &page->gui;
  draw_mark(page, yeoun_cut_left(&row, 22, 2), id + 1, preset);
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
  yeoun_gui_ring(gui, id, row, 4);
  row = yeoun_inset(row, 3);
  row.x += 5;
  row.w -= 10;
  const bool is_loaded = yeoun_preset_is_loaded(preset, page->model);
  struct yeoun_rect name = yeoun_cut_top(&row, 15, 0);
  if (is_loaded) {
    yeoun_text(&gui->canvas,
               yeoun_cut_right(&name, 46, 4),
               YEOUN_TYPE_SMALL,
               YEOUN_RIGHT,
               YEOUN_COLOUR_CHOSEN,
               "loaded");
  }
  yeoun_text(&gui->canvas,
             name,
             is_loaded ? YEOUN_TYPE_BOLD : YEOUN_TYPE_PLAIN,
             YEOUN_LEFT,
             YEOUN_COLOUR_INK,
             preset->label);
  yeoun_text(&gui->canvas,
             row,
             YEOUN_TYPE_SMALL,
             YEOUN_LEFT,
             YEOUN_COLOUR_DIM,
             preset->comment);
}

/** Where an entry begins, from the top of the list. */
static double
place_of(const struct yeoun_page *page, const struct list *list, unsigned entry)
{
  double y = 0;
  for (unsigned i = 0; i <= entry && i < list->count; ++i) {
    y += is_headed(page, list, i) ? HEADING : 0;
    y += i < entry ? ROW : 0;
  }
  return y;
}

/** Arrow keys go from entry to entry, and the list with them. */
static void
move_by_key(struct yeoun_page *page,
            const struct list *list,
            unsigned entry,
            double height)
{
  struct yeoun_gui *const gui = &page->gui;
  const yeoun_id id = ROWS + 2 * entry;
  unsigned to = entry;
  if (yeoun_gui_key(gui, id, YEOUN_KEY_DOWN)) {
    to += entry + 1 < list->count;
  } else if (yeoun_gui_key(gui, id, YEOUN_KEY_UP)) {
    to -= entry > 0;
  } else {
    return;
  }
  const double y = place_of(page, list, to);
  page->scroll = fmin(fmax(page->scroll, y + ROW - height), y - HEADING);
  page->scroll = fmax(page->scroll, 0);
  yeoun_gui_focus(gui, ROWS + 2 * to);
}

/** Draw those that are in sight; returns the height of all. */
static double
draw_list(struct yeoun_page *page, struct yeoun_rect rect)
{
  static struct list list; /* of this thread, like the window */
  make_list(page, &list);
  double y = rect.y - page->scroll;
  for (unsigned i = 0; i < list.count; ++i) {
    if (is_headed(page, &list, i)) {
      if (y >= rect.y && y + HEADING <= rect.y + rect.h) {
        yeoun_view_title(page,
                         (struct yeoun_rect){rect.x, y, rect.w, HEADING},
                         group_of(page, &list, i));
      }
      y += HEADING;
    }
    if (y >= rect.y && y + ROW <= rect.y + rect.h) {
      draw_row(page,
               (struct yeoun_rect){rect.x, y, rect.w, ROW},
               &page->presets->preset[list.at[i]],
               ROWS + 2 * i);
      move_by_key(page, &list, i, rect.h);
    }
    y += ROW;
  }
  if (!list.count) {
    yeoun_text(&page->gui.canvas,
               (struct yeoun_rect){rect.x, rect.y, rect.w, 20},
               YEOUN_TYPE_PLAIN,
               YEOUN_LEFT,
               YEOUN_COLOUR_DIM,
               page->are_favourites_alone
                 ? "No favourite says that: a star marks one."
                 : "No preset says that.");
  }
  return y + page->scroll - rect.y;
}

void
yeoun_panel_presets_open(struct yeoun_page *page)
{
  struct yeoun_gui *const gui = &page->gui;
  gui->open = YEOUN_PANEL_PRESETS;
  if (page->presets) {
    yeoun_presets_refresh(page->presets);
  }
  if (page->favourites) {
    yeoun_favourites_read(page->favourites);
  }
  yeoun_field_begin(gui, FIND, page->find);
}

/** What is typed finds; the arrow down goes into what was found. */
static void
draw_find(struct yeoun_page *page, struct yeoun_rect rect)
{
  struct yeoun_gui *const gui = &page->gui;
  const enum yeoun_edit edit = yeoun_field(gui,
                                           FIND,
                                           rect,
                                           page->find,
                                           "Type to find: warm, rain, comic",
                                           "Find presets by what they are "
                                           "called, their bank, or what they "
                                           "say of themselves; the arrow down "
                                           "goes to what was found.");
  if (edit != YEOUN_EDIT_NONE) {
    snprintf(page->find, sizeof(page->find), "%.63s", gui->field.text);
    page->scroll = 0;
  } else if (gui->typing == FIND && gui->in.kind == YEOUN_INPUT_KEY &&
             gui->in.key == YEOUN_KEY_DOWN) {
    page->scroll = 0;
    yeoun_gui_focus(gui, ROWS);
    yeoun_gui_answer(gui);
  }
}

/** Favourites alone, or all. */
static void
draw_favourites(struct yeoun_page *page, struct yeoun_rect rect)
{
  if (yeoun_switch(&page->gui,
                   ALONE,
                   rect,
                   YEOUN_GLYPH_TICK,
                   "Favourites",
                   page->are_favourites_alone,
                   YEOUN_COLOUR_CHOSEN,
                   "Show what you marked with a star alone.")) {
    page->are_favourites_alone = !page->are_favourites_alone;
    page->scroll = 0;
  }
}

void
yeoun_panel_presets(struct yeoun_page *page, struct yeoun_rect window)
{
  struct yeoun_gui *const gui = &page->gui;
  struct yeoun_rect r = yeoun_panel_begin(
    page, window, YEOUN_PANEL_PRESETS, 640, 680, "Presets: moods by bank");
  struct yeoun_rect row = yeoun_cut_top(&r, 26, 8);
  draw_favourites(page, yeoun_cut_right(&row, 108, 8));
  draw_find(page, row);
  if (!page->presets || !page->presets->count) {
    yeoun_text(&gui->canvas,
               yeoun_cut_top(&r, 20, 0),
               YEOUN_TYPE_PLAIN,
               YEOUN_LEFT,
               YEOUN_COLOUR_DIM,
               "There are none beside this bundle, and none in ~/.lv2.");
    return;
  }
  const double height = draw_list(page, r);
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
