// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "gui.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

/** Points that a pointer moves before a press becomes a drag. */
static const double drag_threshold = 4;

void
yeoun_gui_begin(struct yeoun_gui *gui,
                cairo_t *cr,
                const struct yeoun_input *in)
{
  yeoun_canvas_begin(&gui->canvas, cr);
  gui->cuts = (struct yeoun_cuts){0};
  gui->canvas.cuts = &gui->cuts;
  gui->cursor = YEOUN_CURSOR_ARROW;
  gui->in = *in;
  gui->zones = 0;
  gui->is_again = false;
  gui->is_above = false;
  gui->info[0] = '\0';
  const bool is_pointer =
    in->kind == YEOUN_INPUT_MOTION || in->kind == YEOUN_INPUT_PRESS ||
    in->kind == YEOUN_INPUT_RELEASE || in->kind == YEOUN_INPUT_WHEEL;
  if (is_pointer) {
    gui->x = in->x;
    gui->y = in->y;
    gui->is_inside = true;
    gui->is_dragged |=
      gui->held &&
      hypot(gui->x - gui->held_x, gui->y - gui->held_y) > drag_threshold;
  } else if (in->kind == YEOUN_INPUT_LEAVE) {
    gui->is_inside = false;
  }
  gui->next_hot = 0;
  if (in->kind == YEOUN_INPUT_KEY) {
    gui->is_key_used = false;
  }
}

/** The next thing of the keyboard's order. */
static void
move_focus(struct yeoun_gui *gui, int step)
{
  unsigned at = gui->zones;
  for (unsigned i = 0; i < gui->zones; ++i) {
    if (gui->zone[i].id == gui->focus) {
      at = i;
    }
  }
  for (unsigned i = 0; i < gui->zones; ++i) {
    at = step > 0 ? (at >= gui->zones ? 0 : at + 1) : at ? at - 1 : gui->zones;
    if (at < gui->zones && gui->zone[at].is_focusable) {
      gui->focus = gui->zone[at].id;
      gui->is_ring_visible = true;
      gui->is_again = true;
      return;
    }
  }
}

void
yeoun_gui_end(struct yeoun_gui *gui)
{
  const struct yeoun_input *const in = &gui->in;
  if (in->kind == YEOUN_INPUT_KEY &&
      (in->key == YEOUN_KEY_TAB || in->key == YEOUN_KEY_BACK_TAB)) {
    move_focus(gui, in->key == YEOUN_KEY_TAB ? 1 : -1);
    gui->is_key_used = true;
  } else if (in->kind == YEOUN_INPUT_KEY && in->key == YEOUN_KEY_ESCAPE) {
    gui->is_key_used = true;
    gui->open = 0;
    gui->typing = 0; /* what was typed is not wanted */
    yeoun_gui_release_keys(gui);
  } else if (in->kind == YEOUN_INPUT_PRESS) {
    /* A press beside everything: menus close, the host has its keys again. */
    gui->open = 0;
    yeoun_gui_release_keys(gui);
  } else if (in->kind == YEOUN_INPUT_BLUR) {
    yeoun_gui_release_keys(gui);
  }
  if (in->kind == YEOUN_INPUT_RELEASE) {
    gui->held = 0;
    gui->is_dragged = false;
  }
  if (!gui->held) {
    gui->is_again |= gui->hot != gui->next_hot;
    gui->hot = gui->next_hot;
  }
  yeoun_canvas_end(&gui->canvas);
}

bool
yeoun_gui_zone(struct yeoun_gui *gui,
               yeoun_id id,
               struct yeoun_rect rect,
               bool is_focusable,
               const char *info)
{
  if (gui->open && !gui->is_above) {
    return false; /* what lies below an open panel is not to be touched */
  }
  if (gui->zones < YEOUN_ZONES) {
    gui->zone[gui->zones++] = (struct yeoun_zone){id, rect, is_focusable};
  }
  const bool is_over = gui->is_inside && yeoun_within(rect, gui->x, gui->y) &&
                       (!gui->held || gui->held == id);
  if (is_over && !gui->held) {
    gui->next_hot = id;
    gui->cursor = YEOUN_CURSOR_ARROW;
  }
  if (gui->held == id) {
    gui->is_held_over = is_over;
  }
  const bool is_told =
    is_over || gui->held == id ||
    (!gui->next_hot && gui->focus == id && gui->is_ring_visible);
  if (is_told && info) {
    snprintf(gui->info, sizeof(gui->info), "%s", info);
  }
  return is_over;
}

void
yeoun_gui_point(struct yeoun_gui *gui, yeoun_id id, enum yeoun_cursor cursor)
{
  if (gui->held == id || (!gui->held && gui->next_hot == id)) {
    gui->cursor = cursor;
  }
}

void
yeoun_gui_answer(struct yeoun_gui *gui)
{
  gui->is_key_used |= gui->in.kind == YEOUN_INPUT_KEY;
  gui->in.kind = YEOUN_INPUT_NONE;
  gui->is_again = true;
}

bool
yeoun_gui_pressed(struct yeoun_gui *gui, yeoun_id id)
{
  if (gui->in.kind != YEOUN_INPUT_PRESS || gui->hot != id || gui->held) {
    return false;
  }
  gui->held = id;
  gui->touched = id;
  gui->is_held_over = true;
  gui->held_x = gui->x;
  gui->held_y = gui->y;
  gui->is_dragged = false;
  if (gui->focus && gui->focus != id) {
    yeoun_gui_release_keys(gui);
  }
  yeoun_gui_answer(gui);
  return true;
}

bool
yeoun_gui_clicked(struct yeoun_gui *gui, yeoun_id id)
{
  if (gui->focus == id && gui->in.kind == YEOUN_INPUT_KEY &&
      gui->typing != id &&
      (gui->in.key == YEOUN_KEY_RETURN ||
       (gui->in.key == YEOUN_KEY_TEXT && !strcmp(gui->in.text, " ")))) {
    yeoun_gui_answer(gui);
    return true;
  }
  if (gui->held == id && gui->in.kind == YEOUN_INPUT_RELEASE) {
    gui->held = 0;
    const bool is_over = gui->is_held_over && !gui->is_dragged;
    gui->is_dragged = false;
    yeoun_gui_answer(gui);
    return is_over;
  }
  return false;
}

bool
yeoun_gui_key(struct yeoun_gui *gui, yeoun_id id, enum yeoun_key_name key)
{
  if (gui->in.kind == YEOUN_INPUT_KEY && gui->focus == id &&
      gui->in.key == key) {
    yeoun_gui_answer(gui);
    return true;
  }
  return false;
}

void
yeoun_gui_focus(struct yeoun_gui *gui, yeoun_id id)
{
  if (gui->typing && gui->typing != id) {
    yeoun_gui_release_keys(gui);
  }
  gui->focus = id;
  gui->is_keys_wanted = true;
  gui->is_ring_visible = true;
  gui->is_again = true;
}

void
yeoun_gui_release_keys(struct yeoun_gui *gui)
{
  gui->is_again |= gui->focus != 0;
  gui->focus = 0;
  if (gui->typing) {
    gui->typed = gui->typing;
    gui->is_again = true;
  }
  gui->typing = 0;
  gui->is_keys_wanted = false;
  gui->is_ring_visible = false;
}

void
yeoun_gui_ring(struct yeoun_gui *gui,
               yeoun_id id,
               struct yeoun_rect rect,
               double radius)
{
  if (gui->focus == id && gui->is_ring_visible) {
    yeoun_frame(&gui->canvas, rect, radius, YEOUN_COLOUR_CHOSEN, 1.5);
  }
}

yeoun_id
yeoun_gui_at(const struct yeoun_gui *gui, double x, double y)
{
  for (unsigned i = gui->zones; i-- > 0;) {
    if (yeoun_within(gui->zone[i].rect, x, y)) {
      return gui->zone[i].id;
    }
  }
  return 0;
}
