// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "field.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

static const double margin = 8;

void
yeoun_field_begin(struct yeoun_gui *gui, yeoun_id id, const char *text)
{
  struct yeoun_field *const field = &gui->field;
  if (gui->typing && gui->typing != id) {
    yeoun_gui_release_keys(gui);
    return; /* first the other text is taken */
  }
  snprintf(field->text, sizeof(field->text), "%s", text);
  field->caret = (unsigned)strlen(field->text);
  field->is_all = field->caret > 0;
  field->is_changed = false;
  gui->typing = id;
  yeoun_gui_focus(gui, id);
}

static bool
is_inner(char c)
{
  return ((unsigned char)c & 0xC0) == 0x80;
}

static unsigned
before(const struct yeoun_field *field, unsigned at)
{
  if (at) {
    do {
      --at;
    } while (at && is_inner(field->text[at]));
  }
  return at;
}

static unsigned
after(const struct yeoun_field *field, unsigned at)
{
  if (field->text[at]) {
    do {
      ++at;
    } while (is_inner(field->text[at]));
  }
  return at;
}

static void
erase(struct yeoun_field *field, unsigned from, unsigned to)
{
  memmove(field->text + from, field->text + to, strlen(field->text + to) + 1);
  field->caret = from;
  field->is_changed = true;
}

static void
insert(struct yeoun_field *field, const char *text)
{
  if (field->is_all) {
    erase(field, 0, (unsigned)strlen(field->text));
  }
  const size_t length = strlen(text);
  const size_t rest = strlen(field->text + field->caret) + 1;
  if (field->caret + length + rest <= sizeof(field->text)) {
    memmove(
      field->text + field->caret + length, field->text + field->caret, rest);
    memcpy(field->text + field->caret, text, length);
    field->caret += (unsigned)length;
    field->is_changed = true;
  }
}

static void
delete_key(struct yeoun_field *field, bool is_back)
{
  if (field->is_all) {
    erase(field, 0, (unsigned)strlen(field->text));
  } else if (is_back) {
    erase(field, before(field, field->caret), field->caret);
  } else {
    const unsigned caret = field->caret;
    erase(field, caret, after(field, caret));
  }
}

/** Answer a key of the field itself; false for one that ends it. */
static bool
type_key(struct yeoun_field *field, const struct yeoun_input *in)
{
  const unsigned end = (unsigned)strlen(field->text);
  switch (in->key) {
    case YEOUN_KEY_TEXT:
      insert(field, in->text);
      break;
    case YEOUN_KEY_BACKSPACE:
    case YEOUN_KEY_DELETE:
      delete_key(field, in->key == YEOUN_KEY_BACKSPACE);
      break;
    case YEOUN_KEY_LEFT:
      field->caret = field->is_all ? 0 : before(field, field->caret);
      break;
    case YEOUN_KEY_RIGHT:
      field->caret = field->is_all ? end : after(field, field->caret);
      break;
    case YEOUN_KEY_HOME:
      field->caret = 0;
      break;
    case YEOUN_KEY_END:
      field->caret = end;
      break;
    case YEOUN_KEY_ALL:
      field->is_all = true;
      return true;
    default:
      return false;
  }
  field->is_all = false;
  return true;
}

/** Put the caret where the pointer is. */
static void
place_caret(struct yeoun_gui *gui, struct yeoun_rect rect)
{
  struct yeoun_field *const field = &gui->field;
  unsigned best = 0;
  double nearest = 1e9;
  for (unsigned at = 0;; at = after(field, at)) {
    const double x =
      rect.x + margin +
      yeoun_text_width(&gui->canvas, YEOUN_TYPE_PLAIN, field->text, (int)at);
    if (fabs(x - gui->x) < nearest) {
      nearest = fabs(x - gui->x);
      best = at;
    }
    if (!field->text[at]) {
      break;
    }
  }
  field->caret = best;
  field->is_all = false;
}

/** What an event does to the field that is typed. */
static enum yeoun_edit
type(struct yeoun_gui *gui, yeoun_id id, struct yeoun_rect rect)
{
  const struct yeoun_input *const in = &gui->in;
  if (yeoun_gui_pressed(gui, id)) {
    place_caret(gui, rect);
    return YEOUN_EDIT_NONE;
  }
  if (in->kind != YEOUN_INPUT_KEY) {
    return YEOUN_EDIT_NONE;
  }
  if (type_key(&gui->field, in)) {
    yeoun_gui_answer(gui);
    return YEOUN_EDIT_TYPED;
  }
  if (in->key == YEOUN_KEY_RETURN) {
    yeoun_gui_release_keys(gui);
    yeoun_gui_answer(gui);
  } else if (in->key == YEOUN_KEY_TAB || in->key == YEOUN_KEY_BACK_TAB) {
    gui->typed = id; /* the focus moves on at the end of the pass */
    gui->typing = 0;
  }
  return YEOUN_EDIT_NONE;
}

static void
draw_typed(const struct yeoun_gui *gui,
           struct yeoun_rect rect,
           const char *hint)
{
  const struct yeoun_canvas *const canvas = &gui->canvas;
  const struct yeoun_field *const field = &gui->field;
  const double caret =
    yeoun_text_width(canvas, YEOUN_TYPE_PLAIN, field->text, (int)field->caret);
  const double over = fmax(caret - (rect.w - 2 * margin), 0);
  cairo_save(canvas->cr);
  cairo_rectangle(canvas->cr, rect.x + 2, rect.y, rect.w - 4, rect.h);
  cairo_clip(canvas->cr);
  const double x = rect.x + margin - over;
  if (field->is_all) {
    const double w =
      yeoun_text_width(canvas, YEOUN_TYPE_PLAIN, field->text, -1);
    yeoun_fill(canvas,
               (struct yeoun_rect){x - 1, rect.y + 4, w + 2, rect.h - 8},
               2,
               YEOUN_COLOUR_CHOSEN,
               0.35);
  }
  yeoun_text(canvas,
             (struct yeoun_rect){x, rect.y, 4000, rect.h},
             YEOUN_TYPE_PLAIN,
             YEOUN_LEFT,
             *field->text ? YEOUN_COLOUR_INK : YEOUN_COLOUR_VALUE,
             *field->text ? field->text : hint);
  yeoun_fill(canvas,
             (struct yeoun_rect){x + caret, rect.y + 4, 1.25, rect.h - 8},
             0,
             YEOUN_COLOUR_INK,
             1);
  cairo_restore(canvas->cr);
}

enum yeoun_edit
yeoun_field(struct yeoun_gui *gui,
            yeoun_id id,
            struct yeoun_rect rect,
            const char *text,
            const char *hint,
            const char *info)
{
  const struct yeoun_canvas *const canvas = &gui->canvas;
  enum yeoun_edit edit = YEOUN_EDIT_NONE;
  yeoun_gui_zone(gui, id, rect, true, info);
  yeoun_gui_point(gui, id, YEOUN_CURSOR_TEXT);
  if (gui->typing == id) {
    edit = type(gui, id, rect);
  }
  if (gui->typed == id) {
    gui->typed = 0;
    edit = YEOUN_EDIT_DONE;
  } else if (gui->typing == id) {
    /* It goes on. */
  } else if (yeoun_gui_pressed(gui, id) || yeoun_gui_clicked(gui, id) ||
             (gui->focus == id && gui->in.kind == YEOUN_INPUT_KEY &&
              gui->in.key == YEOUN_KEY_TEXT)) {
    yeoun_field_begin(gui, id, text);
    if (gui->in.kind == YEOUN_INPUT_KEY) {
      edit = type(gui, id, rect);
    }
  }
  const bool is_typed = gui->typing == id;
  yeoun_fill(canvas, rect, 4, YEOUN_COLOUR_WELL, 1);
  yeoun_frame(canvas,
              rect,
              4,
              is_typed         ? YEOUN_COLOUR_CHOSEN
              : gui->hot == id ? YEOUN_COLOUR_VALUE
                               : YEOUN_COLOUR_LINE,
              is_typed ? 1.5 : 1);
  if (is_typed) {
    draw_typed(gui, rect, hint);
  } else {
    yeoun_text(
      canvas,
      (struct yeoun_rect){rect.x + margin, rect.y, rect.w - 2 * margin, rect.h},
      YEOUN_TYPE_PLAIN,
      YEOUN_LEFT,
      *text ? YEOUN_COLOUR_INK : YEOUN_COLOUR_DIM,
      *text ? text : hint);
    yeoun_gui_ring(gui, id, yeoun_inset(rect, -2), 6);
  }
  return edit;
}
