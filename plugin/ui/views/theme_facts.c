// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* What a theme comes to: its key, which can be moved, and the beats of each
   chord, which can be dragged and typed. */

#include <stdio.h>

#include "music/key.h"
#include "music/pitch_name.h"
#include "music/signature.h"
#include "music/theme_move.h"
#include "port.h"
#include "ui/widgets/button.h"
#include "views.h"

/** Ids: the key, all beats, those of each chord. */
#define KEY (YEOUN_ID_THEME + 8)
#define ALL_BEATS (YEOUN_ID_THEME + 9)
#define BEATS (YEOUN_ID_THEME + 16)

static const char *const modes[YEOUN_MODES] =
  {"major", "dorian", "phrygian", "lydian", "mixolydian", "minor", "locrian"};

/** The letter of a tonic: as it was typed, else by the usual signature. */
static unsigned
letter_of(const struct yeoun_theme *theme, struct yeoun_key key, unsigned tonic)
{
  const bool is_typed = tonic == key.tonic % 12U;
  key.tonic = (uint8_t)tonic;
  const int sharps =
    is_typed ? yeoun_key_sharps_as_typed(key, theme) : yeoun_key_sharps(key);
  return yeoun_letter_of_fifths(yeoun_key_tonic_fifths(key, sharps));
}

static void
name_key(const void *handle, unsigned value, char *text, size_t size)
{
  const struct yeoun_theme *const theme = (const struct yeoun_theme *)handle;
  const struct yeoun_key key = yeoun_key_infer(theme);
  char tonic[YEOUN_PITCH_NAME_SIZE];
  yeoun_pitch_name_write(letter_of(theme, key, value % 12), value, 'A', tonic);
  snprintf(text, size, "%s %s", tonic, modes[key.mode % YEOUN_MODES]);
}

static void
set_theme(struct yeoun_page *page, const struct yeoun_theme *theme)
{
  char text[YEOUN_THEME_TEXT];
  yeoun_theme_write(theme, text, sizeof(text));
  yeoun_model_set_text(page->model, YEOUN_SET_THEME, text);
}

static void
draw_key(struct yeoun_page *page, struct yeoun_rect rect)
{
  struct yeoun_theme theme = page->model->memory.theme;
  const struct yeoun_key key = yeoun_key_infer(&theme);
  unsigned tonic = key.tonic % 12U;
  if (yeoun_menu(&page->gui,
                 KEY,
                 rect,
                 12,
                 name_key,
                 /* The list is drawn later, when this theme is gone. */
                 &page->model->memory.theme,
                 &tonic,
                 "The key that the theme is heard in. Another moves all its "
                 "chords and notes there, the nearest way.")) {
    yeoun_theme_move(&theme, key, letter_of(&theme, key, tonic), tonic);
    set_theme(page, &theme);
  }
}

/** One number of beats; 0 when it did not change. */
static int32_t
draw_beats(struct yeoun_page *page,
           yeoun_id id,
           struct yeoun_rect rect,
           const char *text,
           int32_t ticks,
           const char *info)
{
  static const struct yeoun_range range = {0.5f, 32.0f, 4.0f, 1.0f, false};
  float beats = (float)ticks / YEOUN_BEAT;
  return yeoun_number(
           &page->gui, id, rect, range, text, YEOUN_LEFT, &beats, info)
           ? (int32_t)(beats * 2 + 0.5f) * YEOUN_BEAT / 2
           : 0;
}

/** The beats of all chords at once. */
static bool
draw_all(struct yeoun_page *page,
         struct yeoun_rect *row,
         struct yeoun_theme *theme)
{
  char text[24];
  bool is_mixed = false;
  for (unsigned i = 1; i < theme->chords; ++i) {
    is_mixed |= theme->length[i] != theme->length[0];
  }
  yeoun_text(&page->gui.canvas,
             yeoun_cut_left(row, 82, 2),
             YEOUN_TYPE_SMALL,
             YEOUN_LEFT,
             YEOUN_COLOUR_DIM,
             "Beats a chord");
  snprintf(text,
           sizeof(text),
           is_mixed ? "mixed" : "%g",
           (double)theme->length[0] / YEOUN_BEAT);
  const struct yeoun_rect chip = yeoun_cut_left(row, is_mixed ? 46 : 32, 10);
  yeoun_fill(&page->gui.canvas, chip, 4, YEOUN_COLOUR_RAISED, 1);
  const int32_t ticks =
    draw_beats(page,
               ALL_BEATS,
               chip,
               text,
               theme->length[0],
               "How many beats each chord lasts, 0.5 to 32, for all of them "
               "at once: drag, type, or arrow keys.");
  for (unsigned i = 0; ticks && i < theme->chords; ++i) {
    theme->length[i] = ticks;
  }
  return ticks;
}

/** "Am x4", which is no chord's name, or "4" where there is no room for
    more. */
static void
name_beats(const struct yeoun_theme *theme,
           unsigned i,
           bool is_tight,
           char *text,
           size_t size)
{
  char chord[24];
  yeoun_chord_write(theme->chord[i], chord, sizeof(chord));
  snprintf(text,
           size,
           "%s%s%g",
           is_tight ? "" : chord,
           is_tight ? "" : " \303\227",
           (double)theme->length[i] / YEOUN_BEAT);
}

static double
width_of(const struct yeoun_page *page, const char *text)
{
  return yeoun_text_width(&page->gui.canvas, YEOUN_TYPE_PLAIN, text, -1) + 8;
}

/** The beats of each chord; a number that is typed needs no chord. */
static bool
draw_each(struct yeoun_page *page,
          struct yeoun_rect row,
          struct yeoun_theme *theme)
{
  char text[40];
  double wide = 0;
  bool is_changed = false;
  for (unsigned i = 0; i < theme->chords; ++i) {
    name_beats(theme, i, false, text, sizeof(text));
    wide += width_of(page, text) + 4;
  }
  const bool is_tight = wide - 4 > row.w;
  for (unsigned i = 0; i < theme->chords; ++i) {
    char chord[24];
    char info[128];
    yeoun_chord_write(theme->chord[i], chord, sizeof(chord));
    name_beats(theme, i, is_tight, text, sizeof(text));
    snprintf(info,
             sizeof(info),
             "How many beats %s lasts, 0.5 to 32: drag, type, or arrow keys.",
             chord);
    const struct yeoun_rect chip =
      yeoun_cut_left(&row, is_tight ? 36 : width_of(page, text), 4);
    yeoun_fill(&page->gui.canvas, chip, 4, YEOUN_COLOUR_RAISED, 1);
    const int32_t ticks =
      draw_beats(page, BEATS + i, chip, text, theme->length[i], info);
    if (ticks) {
      theme->length[i] = ticks;
      is_changed = true;
    }
  }
  return is_changed;
}

void
yeoun_view_theme_facts(struct yeoun_page *page, struct yeoun_rect rect)
{
  struct yeoun_theme theme = page->model->memory.theme;
  draw_key(page, yeoun_cut_left(&rect, 108, 10));
  if (!theme.chords) {
    return;
  }
  const bool are_all = draw_all(page, &rect, &theme);
  const bool is_one = draw_each(page, rect, &theme);
  if (are_all || is_one) {
    set_theme(page, &theme);
  }
}
