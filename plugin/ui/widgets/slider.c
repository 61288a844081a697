// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "slider.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "field.h"
#include "read/decimal.h"

/** Points of a drag over the whole range of a number. */
static const double number_travel = 200;

static float
within(struct yeoun_range range, double value)
{
  const double x = range.is_whole ? floor(value + 0.5) : value;
  return (float)fmin(fmax(x, range.low), range.high);
}

/** Keys, wheel, double click. */
static void
step(struct yeoun_gui *gui, yeoun_id id, struct yeoun_range range, float *value)
{
  const double fine = gui->in.is_shift && !range.is_whole ? 0.1 : 1;
  double steps = 0;
  if (yeoun_gui_key(gui, id, YEOUN_KEY_UP) ||
      yeoun_gui_key(gui, id, YEOUN_KEY_RIGHT)) {
    steps = 1;
  } else if (yeoun_gui_key(gui, id, YEOUN_KEY_DOWN) ||
             yeoun_gui_key(gui, id, YEOUN_KEY_LEFT)) {
    steps = -1;
  } else if (gui->in.kind == YEOUN_INPUT_WHEEL && gui->hot == id &&
             gui->touched == id) {
    steps = gui->in.steps;
    yeoun_gui_answer(gui);
  } else if (yeoun_gui_key(gui, id, YEOUN_KEY_DELETE)) {
    *value = range.normal;
  }
  *value = within(range, (double)*value + steps * fine * (double)range.step);
}

/** Begin to type when it has the keyboard and a digit comes; take what was
    typed. */
static void
type(struct yeoun_gui *gui,
     yeoun_id id,
     struct yeoun_rect rect,
     struct yeoun_range range,
     float *value)
{
  if (gui->typing != id && gui->focus == id &&
      gui->in.kind == YEOUN_INPUT_KEY && gui->in.key == YEOUN_KEY_TEXT &&
      ((*gui->in.text >= '0' && *gui->in.text <= '9') || *gui->in.text == '-' ||
       *gui->in.text == '.')) {
    yeoun_field_begin(gui, id, "");
  }
  if ((gui->typing == id || gui->typed == id) &&
      yeoun_field(gui, id, rect, "", "", NULL) == YEOUN_EDIT_DONE) {
    double typed = 0;
    if (yeoun_decimal_read(gui->field.text, &typed)) {
      *value = within(range, typed);
    }
  }
}

static void
drag_bar(struct yeoun_gui *gui,
         yeoun_id id,
         struct yeoun_rect rect,
         enum yeoun_way way,
         struct yeoun_range range,
         float *value)
{
  const double length = way == YEOUN_WAY_UP ? rect.h : rect.w;
  const double span = (double)range.high - (double)range.low;
  const double along =
    way == YEOUN_WAY_UP ? rect.y + rect.h - gui->y : gui->x - rect.x;
  const unsigned clicks = gui->in.clicks;
  if (yeoun_gui_pressed(gui, id)) {
    *value = clicks > 1 ? range.normal
                        : within(range, range.low + along / length * span);
    gui->held_value = (double)*value;
    return;
  }
  if (gui->held != id) {
    return;
  }
  if (gui->in.kind == YEOUN_INPUT_MOTION && gui->is_dragged) {
    const double moved =
      way == YEOUN_WAY_UP ? gui->held_y - gui->y : gui->x - gui->held_x;
    const double fine = gui->in.is_shift ? 0.1 : 1;
    *value = within(range, gui->held_value + moved / length * span * fine);
    yeoun_gui_answer(gui);
  }
  yeoun_gui_clicked(gui, id);
}

static void
draw_bar(const struct yeoun_gui *gui,
         yeoun_id id,
         struct yeoun_rect rect,
         enum yeoun_way way,
         struct yeoun_range range,
         enum yeoun_hue colour,
         float value)
{
  const struct yeoun_canvas *const canvas = &gui->canvas;
  const double span = (double)range.high - (double)range.low;
  const double part = ((double)value - (double)range.low) / span;
  const double zero =
    range.low == -range.high ? 0.5 : 0.0; /* both ways from 0 */
  const double from = fmin(part, zero);
  const double to = fmax(part, zero);
  const bool is_hot = gui->hot == id || gui->held == id;
  const struct yeoun_rect full = rect;
  yeoun_fill(canvas, full, 4, YEOUN_COLOUR_WELL, 1);
  struct yeoun_rect bar = rect;
  struct yeoun_rect mark = rect;
  if (way == YEOUN_WAY_UP) {
    bar.y = rect.y + rect.h * (1 - to);
    bar.h = rect.h * (to - from);
    mark.y = rect.y + (rect.h - 3) * (1 - part);
    mark.h = 3;
  } else {
    bar.x = rect.x + rect.w * from;
    bar.w = rect.w * (to - from);
    mark.x = rect.x + (rect.w - 3) * part;
    mark.w = 3;
  }
  yeoun_fill(canvas, bar, 3, colour, is_hot ? 0.8 : 0.6);
  yeoun_fill(canvas, mark, 1.5, YEOUN_COLOUR_INK, is_hot ? 1 : 0.85);
  yeoun_frame(
    canvas, full, 4, is_hot ? YEOUN_COLOUR_VALUE : YEOUN_COLOUR_LINE, 1);
}

bool
yeoun_slider(struct yeoun_gui *gui,
             yeoun_id id,
             struct yeoun_rect rect,
             enum yeoun_way way,
             struct yeoun_range range,
             enum yeoun_hue colour,
             float *value,
             const char *info)
{
  const float before = *value;
  if (gui->typing != id) {
    yeoun_gui_zone(gui, id, rect, true, info);
    drag_bar(gui, id, rect, way, range, value);
    step(gui, id, range, value);
  }
  draw_bar(gui, id, rect, way, range, colour, *value);
  yeoun_gui_ring(gui, id, yeoun_inset(rect, -2), 6);
  const double h = fmin(rect.h, 22);
  const struct yeoun_rect field = {
    rect.x, rect.y + (rect.h - h) / 2, fmax(rect.w, 40), h};
  type(gui, id, field, range, value);
  return *value != before;
}

/** Say that it can be edited, after what it means. */
static void
tell_how(struct yeoun_gui *gui, yeoun_id id)
{
  static const char how[] = "Drag it up or down, or press and type.";
  const size_t length = strlen(gui->info);
  const bool is_told =
    gui->next_hot == id || gui->held == id ||
    (!gui->next_hot && gui->focus == id && gui->is_ring_visible);
  if (is_told && !strstr(gui->info, how)) {
    snprintf(gui->info + length,
             sizeof(gui->info) - length,
             "%s%s",
             length ? " " : "",
             how);
  }
}

/** The value as text, with a line below it as under what can be written on; a
    caret stands beside it while the pointer is there. */
static void
draw_number(struct yeoun_gui *gui,
            yeoun_id id,
            struct yeoun_rect rect,
            const char *text,
            enum yeoun_align align)
{
  const bool is_hot = gui->hot == id || gui->held == id;
  const struct yeoun_rect r = {rect.x + 3, rect.y, rect.w - 6, rect.h};
  yeoun_fill(&gui->canvas, rect, 4, YEOUN_COLOUR_HOT, is_hot ? 1 : 0);
  const double w = yeoun_text(
    &gui->canvas, r, YEOUN_TYPE_PLAIN, align, YEOUN_COLOUR_INK, text);
  const double x = align == YEOUN_LEFT     ? r.x
                   : align == YEOUN_CENTRE ? r.x + (r.w - w) / 2
                                           : r.x + r.w - w;
  yeoun_fill(&gui->canvas,
             (struct yeoun_rect){x, rect.y + rect.h / 2 + 7.5, w, 1},
             0,
             is_hot ? YEOUN_COLOUR_INK : YEOUN_COLOUR_VALUE,
             is_hot ? 1 : 0.7);
  if (is_hot) {
    yeoun_fill(&gui->canvas,
               (struct yeoun_rect){x + w + 1, rect.y + rect.h / 2 - 6.5, 1, 13},
               0,
               YEOUN_COLOUR_INK,
               1);
  }
  yeoun_gui_ring(gui, id, rect, 4);
}

bool
yeoun_number(struct yeoun_gui *gui,
             yeoun_id id,
             struct yeoun_rect rect,
             struct yeoun_range range,
             const char *text,
             enum yeoun_align align,
             float *value,
             const char *info)
{
  const float before = *value;
  if (gui->typing == id || gui->typed == id) {
    type(gui, id, rect, range, value);
    return *value != before;
  }
  yeoun_gui_zone(gui, id, rect, true, info);
  yeoun_gui_point(gui, id, YEOUN_CURSOR_VALUE);
  tell_how(gui, id);
  if (yeoun_gui_pressed(gui, id)) {
    gui->held_value = (double)*value;
  } else if (gui->held == id && gui->in.kind == YEOUN_INPUT_MOTION &&
             gui->is_dragged) {
    const double span = (double)range.high - (double)range.low;
    const double fine = gui->in.is_shift ? 0.1 : 1;
    *value = within(range,
                    gui->held_value +
                      (gui->held_y - gui->y) / number_travel * span * fine);
    yeoun_gui_answer(gui);
  } else if (yeoun_gui_clicked(gui, id)) {
    char typed[24];
    snprintf(
      typed, sizeof(typed), range.is_whole ? "%.0f" : "%.2f", (double)*value);
    yeoun_field_begin(gui, id, typed);
  } else {
    step(gui, id, range, value);
    type(gui, id, rect, range, value);
  }
  if (gui->typing != id) {
    draw_number(gui, id, rect, text, align);
  }
  return *value != before;
}
