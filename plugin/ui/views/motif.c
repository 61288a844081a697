// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* The motif as notes: the one that was given, or the one that Yeoun derived. */

#include <math.h>

#include "music/pitch_name.h"
#include "music/signature.h"
#include "port.h"
#include "views.h"

/** The notes of the motif: those that were given, else those with which the
    statement begins; with the theme that they are spelt in. */
static struct yeoun_theme
motif_of(const struct yeoun_page *page)
{
  struct yeoun_theme theme = page->model->memory.theme;
  if (theme.notes) {
    return theme;
  }
  const struct yeoun_preview *const statement =
    yeoun_previews_get(page->previews, YEOUN_SLOT_STATEMENT);
  const struct yeoun_score *const score = statement->score;
  for (unsigned i = 0; statement->is_there && i < score->notes; ++i) {
    const struct yeoun_note *const n = &score->note[i];
    const int32_t bar = yeoun_bar_ticks(score->meter);
    if (n->lane == YEOUN_LANE_MELODY && (n->marks & YEOUN_MARK_MOTIF) &&
        n->start < (theme.notes < 3 ? 2 : 1) * bar &&
        theme.notes < YEOUN_THEME_NOTES) {
      theme.note[theme.notes++] = n->pitch;
    }
  }
  return theme;
}

void
yeoun_view_motif(struct yeoun_page *page, struct yeoun_rect rect)
{
  const struct yeoun_canvas *const canvas = &page->gui.canvas;
  const struct yeoun_theme motif = motif_of(page);
  const uint8_t *const note = motif.note;
  const unsigned notes = motif.notes;
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
    char name[YEOUN_PITCH_NAME_SIZE];
    yeoun_pitch_name_write(
      yeoun_theme_note_letter(&motif, i), note[i], 'A', name);
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
               name);
  }
  yeoun_gui_zone(&page->gui,
                 YEOUN_ID_THEME + 1,
                 rect,
                 false,
                 "The motif: the notes that were given after the chords, or "
                 "those that Yeoun derived from them.");
}
