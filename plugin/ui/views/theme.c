// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* The theme: text, what is wrong with it and where, key, motif. */

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "music/key.h"
#include "port.h"
#include "ui/widgets/button.h"
#include "ui/widgets/field.h"
#include "views.h"

static const char *const pitch_names[12] =
  {"C", "C#", "D", "Eb", "E", "F", "F#", "G", "Ab", "A", "Bb", "B"};

static const char *const mode_names[YEOUN_MODES] =
  {"major", "dorian", "phrygian", "lydian", "mixolydian", "minor", "locrian"};

static const char theme_info[] =
  "Theme: two to eight chords, two to eight notes, or both: Am F C, Am:2 F:6 "
  "(beats after a colon, 4 unless said), e g a, Am F C e g a. Return sets it.";

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

/** Key, chords and their beats. */
static void
draw_facts(const struct yeoun_page *page, struct yeoun_rect below)
{
  const struct yeoun_theme *const theme = &page->model->memory.theme;
  const struct yeoun_key key = yeoun_key_infer(theme);
  char text[160];
  int length = snprintf(text,
                        sizeof(text),
                        "in %s %s",
                        pitch_names[key.tonic % 12],
                        mode_names[key.mode % YEOUN_MODES]);
  for (unsigned i = 0; i < theme->chords; ++i) {
    char chord[24];
    yeoun_chord_write(theme->chord[i], chord, sizeof(chord));
    length += snprintf(text + length,
                       sizeof(text) - (size_t)length,
                       "%s%s %g",
                       i ? ", " : " \302\267 ",
                       chord,
                       (double)theme->length[i] / YEOUN_BEAT);
    if (length > (int)sizeof(text) - 40) {
      break;
    }
  }
  if (theme->chords) {
    snprintf(text + length, sizeof(text) - (size_t)length, " beats");
  }
  yeoun_text(&page->gui.canvas,
             below,
             YEOUN_TYPE_SMALL,
             YEOUN_LEFT,
             YEOUN_COLOUR_DIM,
             text);
}

/** The notes of the motif: those that were given, else those with which the
    statement begins. */
static unsigned
motif_of(const struct yeoun_page *page, uint8_t note[YEOUN_THEME_NOTES])
{
  const struct yeoun_theme *const theme = &page->model->memory.theme;
  if (theme->notes) {
    memcpy(note, theme->note, YEOUN_THEME_NOTES);
    return theme->notes;
  }
  const struct yeoun_preview *const statement =
    yeoun_previews_get(page->previews, YEOUN_SLOT_STATEMENT);
  const struct yeoun_score *const score = statement->score;
  unsigned notes = 0;
  for (unsigned i = 0; statement->is_there && i < score->notes; ++i) {
    const struct yeoun_note *const n = &score->note[i];
    const int32_t bar = yeoun_bar_ticks(score->meter);
    if (n->lane == YEOUN_LANE_MELODY && (n->marks & YEOUN_MARK_MOTIF) &&
        n->start < (notes < 3 ? 2 : 1) * bar && notes < YEOUN_THEME_NOTES) {
      note[notes++] = n->pitch;
    }
  }
  return notes;
}

static void
draw_motif(const struct yeoun_page *page, struct yeoun_rect rect)
{
  const struct yeoun_canvas *const canvas = &page->gui.canvas;
  uint8_t note[YEOUN_THEME_NOTES] = {0};
  const unsigned notes = motif_of(page, note);
  int low = 127;
  int high = 0;
  yeoun_fill(canvas, rect, 4, YEOUN_COLOUR_WELL, 1);
  for (unsigned i = 0; i < notes; ++i) {
    low = note[i] < low ? note[i] : low;
    high = note[i] > high ? note[i] : high;
  }
  const double step = (rect.w - 12) / (notes ? notes : 1);
  const double row = (rect.h - 24) / fmax(high - low, 1);
  for (unsigned i = 0; i < notes; ++i) {
    const double x = rect.x + 6 + i * step;
    const double y = rect.y + 5 + (high - note[i]) * row;
    yeoun_fill(canvas,
               (struct yeoun_rect){x + 1, y, step - 2, 4},
               2,
               YEOUN_COLOUR_MELODY,
               1);
    yeoun_text(canvas,
               (struct yeoun_rect){x, rect.y + rect.h - 15, step, 14},
               YEOUN_TYPE_SMALL,
               YEOUN_CENTRE,
               YEOUN_COLOUR_DIM,
               pitch_names[note[i] % 12]);
  }
}

/** The text: while it is typed what it says is checked with every letter. */
static void
draw_text(struct yeoun_page *page,
          struct yeoun_rect field,
          struct yeoun_rect below)
{
  struct yeoun_gui *const gui = &page->gui;
  struct yeoun_model *const model = page->model;
  char text[YEOUN_FIELD_SIZE];
  yeoun_model_text(model, YEOUN_SET_THEME, text, sizeof(text));
  if (*page->fault) {
    snprintf(text, sizeof(text), "%s", page->fault);
  }
  const enum yeoun_edit edit =
    yeoun_field(gui, YEOUN_ID_THEME, field, text, "Am F C", theme_info);
  const bool is_typed = gui->typing == YEOUN_ID_THEME;
  const char *const shown =
    is_typed || edit == YEOUN_EDIT_DONE ? gui->field.text : text;
  struct yeoun_theme theme;
  const struct yeoun_reading reading = yeoun_theme_read(shown, &theme);
  if (edit == YEOUN_EDIT_DONE) {
    page->fault[0] = '\0';
    if (reading.status && gui->field.is_changed) {
      snprintf(page->fault, sizeof(page->fault), "%.255s", gui->field.text);
    } else if (!reading.status) {
      char plain[YEOUN_THEME_TEXT];
      yeoun_theme_write(&theme, plain, sizeof(plain));
      yeoun_model_set_text(model, YEOUN_SET_THEME, plain);
    }
  }
  if (reading.status) {
    draw_fault(page, field, below, shown, reading);
    if (gui->next_hot == YEOUN_ID_THEME || is_typed) {
      snprintf(
        gui->info, sizeof(gui->info), "%s", yeoun_status_text(reading.status));
    }
  } else {
    char remark[YEOUN_THEME_TEXT];
    draw_facts(page, below);
    if (is_typed && yeoun_theme_remark(shown, remark, sizeof(remark))) {
      snprintf(gui->info, sizeof(gui->info), "%s", remark);
    }
  }
}

void
yeoun_view_theme(struct yeoun_page *page, struct yeoun_rect rect)
{
  struct yeoun_gui *const gui = &page->gui;
  struct yeoun_rect buttons = yeoun_cut_right(&rect, 104, 8);
  const struct yeoun_rect motif = yeoun_cut_right(&rect, 132, 8);
  const struct yeoun_rect field = yeoun_cut_top(&rect, 28, 3);
  draw_text(page, field, (struct yeoun_rect){rect.x, rect.y, rect.w, 14});
  draw_motif(page, motif);
  yeoun_gui_zone(gui,
                 YEOUN_ID_THEME + 1,
                 motif,
                 false,
                 "The motif: the notes that were given after the chords, or "
                 "those that Yeoun derived from them.");
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
