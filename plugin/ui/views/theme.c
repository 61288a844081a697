// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* The theme: text, what is wrong with it and where, key, motif. */

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

/** What is to be said of the text: where it is wrong, or what it means. */
static void
draw_verdict(struct yeoun_page *page,
             struct yeoun_rect field,
             struct yeoun_rect below,
             const char *text)
{
  struct yeoun_gui *const gui = &page->gui;
  const bool is_typed = gui->typing == YEOUN_ID_THEME;
  struct yeoun_theme theme;
  char remark[YEOUN_THEME_TEXT];
  const struct yeoun_reading reading = yeoun_theme_read(text, &theme);
  page->is_theme_wrong = false;
  if (*page->file_fault && !is_typed) {
    page->is_theme_wrong = true;
    draw_line(
      page, below, YEOUN_COLOUR_FAULT, "no theme in that file: see below");
    snprintf(gui->info, sizeof(gui->info), "%s", page->file_fault);
  } else if (yeoun_midi_theme_is(text)) {
    draw_line(page,
              below,
              YEOUN_COLOUR_DIM,
              "Return reads chords and motif out of this MIDI file.");
  } else if (reading.status) {
    /* What is not yet typed to its end may still become right. */
    page->is_theme_wrong =
      !is_typed || !yeoun_theme_is_unfinished(text, reading);
    yeoun_view_theme_fault(page, field, below, text, reading);
    snprintf(
      gui->info, sizeof(gui->info), "%s", yeoun_status_text(reading.status));
  } else if (is_typed && yeoun_theme_remark(text, remark, sizeof(remark))) {
    draw_line(page, below, YEOUN_COLOUR_INK, remark);
  } else {
    draw_line(page,
              below,
              YEOUN_COLOUR_DIM,
              is_typed ? "Return sets it; Escape leaves it as it was."
                       : "Chords, notes or both, or a MIDI file: press to "
                         "type, or drop one.");
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
  const struct yeoun_rect field = yeoun_cut_top(&rect, 26, 2);
  const struct yeoun_rect below = yeoun_cut_top(&rect, 14, 2);
  draw_text(page, field, below);
  yeoun_view_theme_facts(page, (struct yeoun_rect){rect.x, rect.y, rect.w, 18});
  yeoun_view_motif(page, motif);
  const struct yeoun_rect upper = yeoun_cut_top(&buttons, 28, 6);
  const struct yeoun_rect lower = yeoun_cut_top(&buttons, 28, 0);
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
  yeoun_port_switch(page, YEOUN_PORT_SOURCE, lower, "Learn keys");
}
