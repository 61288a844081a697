// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* The theme: text, what is wrong with it and where, key, motif. */

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "port.h"
#include "read/midi_theme.h"
#include "ui/model/theme_file.h"
#include "ui/widgets/button.h"
#include "ui/widgets/field.h"
#include "views.h"

static const char theme_info[] =
  "Theme: two to eight chords, two to eight notes, or both: Am F C, Am:2 F:6 "
  "(beats after a colon, 4 unless said), e g a, Am F C e g a. Or a MIDI file: "
  "its path, or dropped here. Return sets it.";

/** A mark under the symbol at fault, and what would be accepted. */
static void
draw_fault(const struct yeoun_page *page,
           struct yeoun_rect field,
           struct yeoun_rect below,
           const char *text,
           struct yeoun_reading reading)
{
  const struct yeoun_canvas *const canvas = &page->gui.canvas;
  const double start =
    yeoun_text_width(canvas, YEOUN_TYPE_PLAIN, text, (int)reading.offset);
  size_t length = strcspn(text + reading.offset, " ");
  const double end = yeoun_text_width(
    canvas, YEOUN_TYPE_PLAIN, text, (int)(reading.offset + length));
  const double x = field.x + 8 + start;
  const double w = fmax(end - start, 6);
  yeoun_fill(canvas,
             (struct yeoun_rect){x, field.y + field.h - 5, w, 2},
             1,
             YEOUN_COLOUR_FAULT,
             1);
  const char *const sentence = yeoun_status_text(reading.status);
  const double wide =
    fmin(yeoun_text_width(canvas, YEOUN_TYPE_SMALL, sentence, -1) + 4, below.w);
  const double at = fmax(fmin(x, below.x + below.w - wide), below.x);
  cairo_move_to(canvas->cr, x + 3, below.y - 1);
  cairo_line_to(canvas->cr, x + 7, below.y + 3);
  cairo_line_to(canvas->cr, x - 1, below.y + 3);
  cairo_close_path(canvas->cr);
  yeoun_canvas_colour(canvas, YEOUN_COLOUR_FAULT, 1);
  cairo_fill(canvas->cr);
  yeoun_text(canvas,
             (struct yeoun_rect){at, below.y + 2, wide, below.h},
             YEOUN_TYPE_SMALL,
             YEOUN_LEFT,
             YEOUN_COLOUR_FAULT,
             sentence);
}

/** A line below the text. */
static void
draw_line(const struct yeoun_page *page,
          struct yeoun_rect below,
          enum yeoun_hue colour,
          const char *text)
{
  yeoun_text(
    &page->gui.canvas, below, YEOUN_TYPE_SMALL, YEOUN_LEFT, colour, text);
}

/** Take what was typed: a theme, or the path of a file with one. */
static void
take(struct yeoun_page *page, const char *typed)
{
  struct yeoun_theme theme;
  char plain[YEOUN_THEME_TEXT];
  page->fault[0] = page->file_fault[0] = '\0';
  if (yeoun_midi_theme_is(typed)) {
    if (!yeoun_view_theme_file(page, typed)) {
      snprintf(page->fault, sizeof(page->fault), "%.255s", typed);
    }
  } else if (yeoun_theme_read(typed, &theme).status) {
    snprintf(page->fault, sizeof(page->fault), "%.255s", typed);
  } else {
    yeoun_theme_write(&theme, plain, sizeof(plain));
    yeoun_model_set_text(page->model, YEOUN_SET_THEME, plain);
  }
}

/** What is to be said of the text: where it is wrong, or what it comes to. */
static void
draw_verdict(struct yeoun_page *page,
             struct yeoun_rect field,
             struct yeoun_rect below,
             const char *text)
{
  struct yeoun_gui *const gui = &page->gui;
  const bool is_typed = gui->typing == YEOUN_ID_THEME;
  const bool is_file = yeoun_midi_theme_is(text);
  struct yeoun_theme theme;
  char remark[YEOUN_THEME_TEXT];
  const struct yeoun_reading reading = yeoun_theme_read(text, &theme);
  if (*page->file_fault && !is_typed) {
    draw_line(page, below, YEOUN_COLOUR_FAULT, page->file_fault);
  } else if (is_file) {
    draw_line(page,
              below,
              YEOUN_COLOUR_DIM,
              "Return reads chords and motif out of this MIDI file.");
  } else if (reading.status) {
    draw_fault(page, field, below, text, reading);
    if (gui->next_hot == YEOUN_ID_THEME || is_typed) {
      snprintf(
        gui->info, sizeof(gui->info), "%s", yeoun_status_text(reading.status));
    }
  } else {
    yeoun_view_theme_facts(page, below);
    if (is_typed && yeoun_theme_remark(text, remark, sizeof(remark))) {
      snprintf(gui->info, sizeof(gui->info), "%s", remark);
    }
  }
}

/** The text: while it is typed what it says is checked with every letter. */
static void
draw_text(struct yeoun_page *page,
          struct yeoun_rect field,
          struct yeoun_rect below)
{
  struct yeoun_gui *const gui = &page->gui;
  char text[YEOUN_FIELD_SIZE];
  yeoun_model_text(page->model, YEOUN_SET_THEME, text, sizeof(text));
  if (*page->fault) {
    snprintf(text, sizeof(text), "%s", page->fault);
  }
  const enum yeoun_edit edit =
    yeoun_field(gui, YEOUN_ID_THEME, field, text, "Am F C", theme_info);
  if (edit == YEOUN_EDIT_DONE && gui->field.is_changed) {
    take(page, gui->field.text);
  } else if (edit == YEOUN_EDIT_TYPED) {
    page->file_fault[0] = '\0';
  }
  const bool is_new = gui->typing == YEOUN_ID_THEME || edit == YEOUN_EDIT_DONE;
  draw_verdict(page, field, below, is_new ? gui->field.text : text);
}

bool
yeoun_view_theme_file(struct yeoun_page *page, const char *name)
{
  char text[YEOUN_THEME_TEXT];
  struct yeoun_fault fault = {0};
  const bool is_read = yeoun_theme_file(name, text, sizeof(text), &fault);
  page->file_fault[0] = '\0';
  if (is_read) {
    page->fault[0] = '\0';
    yeoun_model_set_text(page->model, YEOUN_SET_THEME, text);
    snprintf(page->message,
             sizeof(page->message),
             "%.200s is in that file; undo goes back.",
             text);
  } else {
    snprintf(page->file_fault, sizeof(page->file_fault), "%.255s", fault.text);
  }
  return is_read;
}

void
yeoun_view_theme(struct yeoun_page *page, struct yeoun_rect rect)
{
  struct yeoun_gui *const gui = &page->gui;
  struct yeoun_rect buttons = yeoun_cut_right(&rect, 104, 8);
  const struct yeoun_rect motif = yeoun_cut_right(&rect, 132, 8);
  const struct yeoun_rect field = yeoun_cut_top(&rect, 28, 3);
  draw_text(page, field, (struct yeoun_rect){rect.x, rect.y, rect.w, 17});
  yeoun_view_motif(page, motif);
  const struct yeoun_rect upper = yeoun_cut_top(&buttons, 22, 4);
  const struct yeoun_rect lower = yeoun_cut_top(&buttons, 22, 0);
  char label[32];
  const unsigned take = (unsigned)page->model->value[YEOUN_PORT_THEME_TAKE];
  snprintf(label, sizeof(label), take ? "Motif take %u" : "Other motif", take);
  if (yeoun_button(gui,
                   YEOUN_ID_THEME + 2,
                   upper,
                   label,
                   false,
                   "Another motif for the same chords (theme take); the first "
                   "comes back with undo.")) {
    yeoun_model_set(
      page->model, YEOUN_PORT_THEME_TAKE, (float)((take + 1) % YEOUN_TAKES));
  }
  yeoun_port_toggle(
    page, YEOUN_PORT_SOURCE, lower, "Learn keys", YEOUN_COLOUR_CHOSEN);
}
