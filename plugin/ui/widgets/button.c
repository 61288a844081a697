// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "button.h"

#include <math.h>
#include <string.h>

static const double corner = 4;

/** Ids of the open menu's rows begin here. */
#define ROW_IDS 0xF0000000U

/** Points of a row of a menu. */
static const double row_height = 20;

bool
yeoun_toggle(struct yeoun_gui *gui,
             yeoun_id id,
             struct yeoun_rect rect,
             const char *label,
             bool is_on,
             enum yeoun_hue colour,
             const char *info)
{
  const struct yeoun_canvas *const canvas = &gui->canvas;
  yeoun_gui_zone(gui, id, rect, true, info);
  yeoun_gui_point(gui, id, YEOUN_CURSOR_HAND);
  yeoun_gui_pressed(gui, id);
  const bool is_clicked = yeoun_gui_clicked(gui, id);
  const bool is_hot = gui->hot == id || gui->held == id;
  if (is_on) {
    yeoun_fill(canvas, rect, corner, colour, is_hot ? 1.0 : 0.88);
  } else {
    yeoun_fill(
      canvas, rect, corner, is_hot ? YEOUN_COLOUR_HOT : YEOUN_COLOUR_RAISED, 1);
  }
  yeoun_text(canvas,
             (struct yeoun_rect){rect.x + 4, rect.y, rect.w - 8, rect.h},
             YEOUN_TYPE_PLAIN,
             YEOUN_CENTRE,
             is_on ? YEOUN_COLOUR_WINDOW : YEOUN_COLOUR_INK,
             label);
  yeoun_gui_ring(gui, id, yeoun_inset(rect, -2), corner + 2);
  return is_clicked;
}

/** A box, and a tick in it. */
static void
draw_tick(const struct yeoun_canvas *canvas,
          struct yeoun_rect at,
          bool is_on,
          enum yeoun_hue colour)
{
  cairo_t *const cr = canvas->cr;
  if (!is_on) {
    yeoun_fill(canvas, at, 2.5, YEOUN_COLOUR_WELL, 1);
    yeoun_frame(canvas, at, 2.5, YEOUN_COLOUR_VALUE, 1);
    return;
  }
  yeoun_fill(canvas, at, 2.5, colour, 1);
  cairo_move_to(cr, at.x + at.w * 0.22, at.y + at.h * 0.52);
  cairo_line_to(cr, at.x + at.w * 0.42, at.y + at.h * 0.74);
  cairo_line_to(cr, at.x + at.w * 0.80, at.y + at.h * 0.26);
  yeoun_canvas_colour(canvas, YEOUN_COLOUR_WINDOW, 1);
  cairo_set_line_width(cr, 1.8);
  cairo_stroke(cr);
}

/** What a press would do: play, or stop. */
static void
draw_play(const struct yeoun_canvas *canvas, struct yeoun_rect at, bool is_on)
{
  cairo_t *const cr = canvas->cr;
  if (is_on) {
    yeoun_fill(canvas, yeoun_inset(at, 1), 1, YEOUN_COLOUR_WINDOW, 1);
    return;
  }
  yeoun_canvas_colour(canvas, YEOUN_COLOUR_INK, 1);
  cairo_move_to(cr, at.x + 1, at.y);
  cairo_line_to(cr, at.x + at.w, at.y + at.h / 2);
  cairo_line_to(cr, at.x + 1, at.y + at.h);
  cairo_close_path(cr);
  cairo_fill(cr);
}

bool
yeoun_switch(struct yeoun_gui *gui,
             yeoun_id id,
             struct yeoun_rect rect,
             enum yeoun_glyph glyph,
             const char *label,
             bool is_on,
             enum yeoun_hue colour,
             const char *info)
{
  static const double gap = 6;
  const struct yeoun_canvas *const canvas = &gui->canvas;
  yeoun_gui_zone(gui, id, rect, true, info);
  yeoun_gui_point(gui, id, YEOUN_CURSOR_HAND);
  yeoun_gui_pressed(gui, id);
  const bool is_clicked = yeoun_gui_clicked(gui, id);
  const bool is_hot = gui->hot == id || gui->held == id;
  const bool is_lit = is_on && glyph == YEOUN_GLYPH_PLAY;
  const double size = glyph == YEOUN_GLYPH_PLAY ? 10 : 12;
  yeoun_fill(canvas,
             rect,
             corner,
             is_lit   ? colour
             : is_hot ? YEOUN_COLOUR_HOT
                      : YEOUN_COLOUR_RAISED,
             1);
  const double w =
    yeoun_text_width(canvas, YEOUN_TYPE_PLAIN, label, -1) + size + gap;
  const double x = rect.x + fmax((rect.w - w) / 2, 4);
  const struct yeoun_rect at = {x, rect.y + (rect.h - size) / 2, size, size};
  if (glyph == YEOUN_GLYPH_PLAY) {
    draw_play(canvas, at, is_on);
  } else {
    draw_tick(canvas, at, is_on, colour);
  }
  const double left = x + size + gap;
  yeoun_text(
    canvas,
    (struct yeoun_rect){left, rect.y, rect.x + rect.w - 2 - left, rect.h},
    YEOUN_TYPE_PLAIN,
    YEOUN_LEFT,
    is_lit ? YEOUN_COLOUR_WINDOW : YEOUN_COLOUR_INK,
    label);
  yeoun_gui_ring(gui, id, yeoun_inset(rect, -2), corner + 2);
  return is_clicked;
}

bool
yeoun_button(struct yeoun_gui *gui,
             yeoun_id id,
             struct yeoun_rect rect,
             const char *label,
             bool is_on,
             const char *info)
{
  return yeoun_toggle(gui, id, rect, label, is_on, YEOUN_COLOUR_CHOSEN, info);
}

void
yeoun_button_off(struct yeoun_gui *gui,
                 struct yeoun_rect rect,
                 const char *label)
{
  yeoun_frame(&gui->canvas, rect, corner, YEOUN_COLOUR_LINE, 1);
  yeoun_text(&gui->canvas,
             rect,
             YEOUN_TYPE_PLAIN,
             YEOUN_CENTRE,
             YEOUN_COLOUR_VALUE,
             label);
}

static void
draw_arrow(const struct yeoun_canvas *canvas, struct yeoun_rect rect)
{
  const double x = rect.x + rect.w - 11;
  const double y = rect.y + rect.h / 2;
  yeoun_canvas_colour(canvas, YEOUN_COLOUR_DIM, 1);
  cairo_move_to(canvas->cr, x - 3.5, y - 2);
  cairo_line_to(canvas->cr, x + 3.5, y - 2);
  cairo_line_to(canvas->cr, x, y + 2.5);
  cairo_close_path(canvas->cr);
  cairo_fill(canvas->cr);
}

/** Take the choice that was made, or step by a key. */
static bool
choose(struct yeoun_gui *gui, yeoun_id id, unsigned count, unsigned *value)
{
  const unsigned before = *value;
  if (gui->menu.chosen_of == id) {
    gui->menu.chosen_of = 0;
    *value = gui->menu.choice;
  } else if (yeoun_gui_key(gui, id, YEOUN_KEY_DOWN) && before + 1 < count) {
    *value = before + 1;
  } else if (yeoun_gui_key(gui, id, YEOUN_KEY_UP) && before) {
    *value = before - 1;
  }
  return *value != before;
}

/** Of a name that has no room its first parts: the list has it whole. */
static void
shorten(const struct yeoun_canvas *canvas, char *text, double width)
{
  while (yeoun_text_width(canvas, YEOUN_TYPE_PLAIN, text, -1) > width) {
    size_t end = strlen(text);
    while (end && text[end - 1] != '-' && text[end - 1] != ' ') {
      --end;
    }
    if (!end) {
      return;
    }
    text[end - 1] = '\0';
  }
}

bool
yeoun_menu(struct yeoun_gui *gui,
           yeoun_id id,
           struct yeoun_rect rect,
           unsigned count,
           yeoun_namer namer,
           const void *handle,
           unsigned *value,
           const char *info)
{
  const struct yeoun_canvas *const canvas = &gui->canvas;
  const bool is_changed = choose(gui, id, count, value);
  yeoun_gui_zone(gui, id, rect, true, info);
  yeoun_gui_point(gui, id, YEOUN_CURSOR_HAND);
  yeoun_gui_pressed(gui, id);
  const bool is_key = gui->in.kind == YEOUN_INPUT_KEY;
  if (yeoun_gui_clicked(gui, id)) {
    gui->open = id;
    if (is_key) {
      yeoun_gui_focus(gui, ROW_IDS + *value); /* keys go on in the menu */
    }
    gui->menu = (struct yeoun_menu){.of = id,
                                    .at = rect,
                                    .count = count,
                                    .current = *value,
                                    .namer = namer,
                                    .handle = handle};
  }
  yeoun_fill(canvas,
             rect,
             corner,
             gui->hot == id ? YEOUN_COLOUR_HOT : YEOUN_COLOUR_RAISED,
             1);
  char text[96] = "";
  namer(handle, *value, text, sizeof(text));
  shorten(canvas, text, rect.w - 24);
  yeoun_text(canvas,
             (struct yeoun_rect){rect.x + 7, rect.y, rect.w - 24, rect.h},
             YEOUN_TYPE_PLAIN,
             YEOUN_LEFT,
             YEOUN_COLOUR_INK,
             text);
  draw_arrow(canvas, rect);
  yeoun_gui_ring(gui, id, yeoun_inset(rect, -2), corner + 2);
  return is_changed;
}

static struct yeoun_rect
menu_place(const struct yeoun_gui *gui,
           struct yeoun_rect window,
           unsigned *columns,
           unsigned *rows)
{
  const struct yeoun_menu *const menu = &gui->menu;
  const unsigned most = (unsigned)fmax((window.h - 24) / row_height, 1);
  *columns = (menu->count + most - 1) / most;
  *rows = (menu->count + *columns - 1) / *columns;
  double widest = menu->at.w;
  for (unsigned i = 0; i < menu->count; ++i) {
    char text[96] = "";
    menu->namer(menu->handle, i, text, sizeof(text));
    widest = fmax(
      widest, yeoun_text_width(&gui->canvas, YEOUN_TYPE_PLAIN, text, -1) + 24);
  }
  const double w = widest * *columns + 8;
  const double h = *rows * row_height + 8;
  const double x = fmin(menu->at.x, window.x + window.w - w - 4);
  const double below = menu->at.y + menu->at.h + 2;
  const double y = below + h < window.y + window.h
                     ? below
                     : fmax(window.y + window.h - h - 4, window.y + 4);
  return (struct yeoun_rect){fmax(x, window.x + 4), y, w, h};
}

static void
draw_row(struct yeoun_gui *gui, struct yeoun_rect row, unsigned value)
{
  const yeoun_id id = ROW_IDS + value;
  struct yeoun_menu *const menu = &gui->menu;
  yeoun_gui_zone(gui, id, row, true, NULL);
  yeoun_gui_pressed(gui, id);
  if (yeoun_gui_clicked(gui, id)) {
    menu->choice = value;
    menu->chosen_of = gui->open;
    if (gui->focus == id) {
      yeoun_gui_focus(gui, gui->open);
    }
    gui->open = 0;
  } else if (yeoun_gui_key(gui, id, YEOUN_KEY_DOWN)) {
    yeoun_gui_focus(gui, value + 1 < menu->count ? id + 1 : id);
  } else if (yeoun_gui_key(gui, id, YEOUN_KEY_UP)) {
    yeoun_gui_focus(gui, value ? id - 1 : id);
  }
  if (gui->hot == id) {
    yeoun_fill(&gui->canvas, row, 3, YEOUN_COLOUR_HOT, 1);
  }
  char text[96] = "";
  menu->namer(menu->handle, value, text, sizeof(text));
  yeoun_text(&gui->canvas,
             (struct yeoun_rect){row.x + 8, row.y, row.w - 12, row.h},
             value == menu->current ? YEOUN_TYPE_BOLD : YEOUN_TYPE_PLAIN,
             YEOUN_LEFT,
             value == menu->current ? YEOUN_COLOUR_CHOSEN : YEOUN_COLOUR_INK,
             text);
  yeoun_gui_ring(gui, id, row, 3);
}

void
yeoun_menu_draw(struct yeoun_gui *gui, struct yeoun_rect window)
{
  if (!gui->open || gui->menu.of != gui->open) {
    return;
  }
  unsigned columns = 1;
  unsigned rows = 1;
  const struct yeoun_rect at = menu_place(gui, window, &columns, &rows);
  gui->is_above = true;
  yeoun_fill(&gui->canvas, at, 5, YEOUN_COLOUR_PANEL, 1);
  yeoun_frame(&gui->canvas, at, 5, YEOUN_COLOUR_VALUE, 1);
  const double w = (at.w - 8) / columns;
  for (unsigned i = 0; i < gui->menu.count && gui->open; ++i) {
    draw_row(gui,
             (struct yeoun_rect){at.x + 4 + i / rows * w,
                                 at.y + 4 + i % rows * row_height,
                                 w,
                                 row_height},
             i);
  }
}
