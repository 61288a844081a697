// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* What is wrong with a theme, in few words and where it is wrong; all that
   would be accepted is told at the bottom of the window. */

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "views.h"

/** The same in few words, for the line below the text.
    @param symbol  that is wrong */
static void
write_short(enum yeoun_status status,
            const char *symbol,
            char *text,
            size_t size)
{
  const char *words = NULL;
  switch (status) {
    case YEOUN_EXPECTED_ROOT:
      snprintf(text, size, "%s is no chord root: A to G", symbol);
      return;
    case YEOUN_EXPECTED_TYPE:
      snprintf(text, size, "%s is no type of chord: see below", symbol);
      return;
    case YEOUN_EXPECTED_B:
      words = "H is written B here, and B is Bb";
      break;
    case YEOUN_EXPECTED_LETTERS:
      words = "letters, not do re mi: C D E F G A B";
      break;
    case YEOUN_EXPECTED_NOTES:
      words = "notes are small letters: c4 e4 g4";
      break;
    case YEOUN_EXPECTED_BASS:
      words = "a bass note, A to G, comes after the slash";
      break;
    case YEOUN_EXPECTED_BEATS:
      words = "beats, 0.5 to 32, come after the colon";
      break;
    case YEOUN_EMPTY_THEME:
      words = "two to eight chords, notes, or both: Am F C";
      break;
    case YEOUN_TOO_MANY_CHORDS:
      words = "eight chords are the most";
      break;
    case YEOUN_TOO_MANY_NOTES:
      words = "eight single notes are the most";
      break;
    case YEOUN_TOO_FEW_NOTES:
      words = "two single notes are the least";
      break;
    default:
      words = "this cannot be read: see below";
  }
  snprintf(text, size, "%s", words);
}

bool
yeoun_theme_is_unfinished(const char *text, struct yeoun_reading reading)
{
  const char *const rest = text + reading.offset;
  return reading.status && !rest[strcspn(rest, " ")];
}

void
yeoun_view_theme_fault(struct yeoun_page *page,
                       struct yeoun_rect field,
                       struct yeoun_rect below,
                       const char *text,
                       struct yeoun_reading reading)
{
  const struct yeoun_canvas *const canvas = &page->gui.canvas;
  const int offset = (int)reading.offset;
  const int length = (int)strcspn(text + offset, " ");
  const double start = yeoun_text_width(canvas, YEOUN_TYPE_PLAIN, text, offset);
  const double end =
    yeoun_text_width(canvas, YEOUN_TYPE_PLAIN, text, offset + length);
  const double x = fmin(field.x + 8 + start, field.x + field.w - 14);
  const double w = fmin(fmax(end - start, 6), field.x + field.w - 8 - x);
  char symbol[32];
  char sentence[96];
  snprintf(
    symbol, sizeof(symbol), "%.*s", length < 24 ? length : 24, text + offset);
  write_short(reading.status, symbol, sentence, sizeof(sentence));
  yeoun_fill(canvas,
             (struct yeoun_rect){x, field.y + field.h - 5, w, 2},
             1,
             YEOUN_COLOUR_FAULT,
             1);
  const double wide =
    yeoun_text_width(canvas, YEOUN_TYPE_SMALL, sentence, -1) + 2;
  const double most = below.x + below.w - wide;
  const double at = fmax(fmin(x + 8, most), below.x);
  yeoun_canvas_colour(canvas, YEOUN_COLOUR_FAULT, 1);
  cairo_move_to(canvas->cr, x + 2, below.y);
  cairo_line_to(canvas->cr, x + 5, below.y + 4);
  cairo_line_to(canvas->cr, x - 1, below.y + 4);
  cairo_close_path(canvas->cr);
  cairo_fill(canvas->cr);
  yeoun_text(canvas,
             (struct yeoun_rect){at, below.y, fmin(wide, below.w), below.h},
             YEOUN_TYPE_SMALL,
             YEOUN_LEFT,
             YEOUN_COLOUR_FAULT,
             sentence);
}
