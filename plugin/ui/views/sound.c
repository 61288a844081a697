// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* What the whole sounds like: palette, warmth, room, stage, level. */

#include <math.h>
#include <stdio.h>

#include "port.h"
#include "read/colour.h"
#include "ui/model/path.h"
#include "ui/model/still.h"
#include "ui/widgets/field.h"
#include "views.h"

/** The id of the colour's text. */
#define COLOUR YEOUN_ID_SOUND

/** Points of the columns of names and values. */
#define LABEL 58
#define NUMBER 82

/** In a word. */
static const char *
name_warmth(double warmth)
{
  return warmth <= -0.6   ? "cold"
         : warmth < -0.05 ? "cool"
         : warmth <= 0.05 ? "neutral"
         : warmth < 0.6   ? "warm"
                          : "golden";
}

/** Warmth: a strip from cold blue to gold. */
static void
draw_warmth(struct yeoun_page *page, struct yeoun_rect row)
{
  const struct yeoun_canvas *const canvas = &page->gui.canvas;
  const double value = (double)page->model->value[YEOUN_PORT_WARMTH];
  char text[32];
  snprintf(text, sizeof(text), "%+.2f %s", value, name_warmth(value));
  yeoun_port_label(
    page, YEOUN_PORT_WARMTH, yeoun_cut_left(&row, LABEL, 6), "Warmth");
  yeoun_port_words(
    page, YEOUN_PORT_WARMTH, yeoun_cut_right(&row, NUMBER, 4), text);
  const struct yeoun_rect bar = {row.x, row.y + (row.h - 14) / 2, row.w, 14};
  yeoun_port_bar(
    page, YEOUN_PORT_WARMTH, bar, YEOUN_WAY_ACROSS, YEOUN_COLOUR_VALUE);
  cairo_pattern_t *const fade =
    cairo_pattern_create_linear(bar.x, 0, bar.x + bar.w, 0);
  cairo_pattern_add_color_stop_rgb(fade, 0, 0.25, 0.40, 0.72);
  cairo_pattern_add_color_stop_rgb(fade, 0.5, 0.42, 0.41, 0.44);
  cairo_pattern_add_color_stop_rgb(fade, 1, 0.88, 0.66, 0.28);
  cairo_set_source(canvas->cr, fade);
  cairo_rectangle(canvas->cr, bar.x + 1, bar.y + 1, bar.w - 2, bar.h - 2);
  cairo_fill(canvas->cr);
  cairo_pattern_destroy(fade);
  const double at = (value + 1) / 2 * (bar.w - 4);
  yeoun_fill(canvas,
             (struct yeoun_rect){bar.x + at, bar.y - 2, 4, bar.h + 4},
             2,
             YEOUN_COLOUR_INK,
             1);
}

/** What a colour says is told while warmth is what it says. */
static bool
is_colour_held(const struct yeoun_page *page)
{
  return page->has_colour && fabsf(page->model->value[YEOUN_PORT_WARMTH] -
                                   yeoun_colour_warmth(page->colour)) < 0.005f;
}

static void
set_colour(struct yeoun_page *page, uint32_t rgb)
{
  page->has_colour = true;
  page->colour = rgb;
  yeoun_model_set(page->model, YEOUN_PORT_WARMTH, yeoun_colour_warmth(rgb));
}

void
yeoun_view_still(struct yeoun_page *page, const char *path)
{
  struct yeoun_fault fault = {0};
  uint32_t rgb = 0;
  if (!yeoun_still_colour(path, &rgb, &fault)) {
    snprintf(page->message, sizeof(page->message), "%.250s", fault.text);
    return;
  }
  set_colour(page, rgb);
  snprintf(page->message,
           sizeof(page->message),
           "The still's mean colour is #%06x: warmth %+.2f; undo goes back.",
           (unsigned)rgb,
           (double)yeoun_colour_warmth(rgb));
}

/** Take a colour that was typed, or the path of a still. */
static void
take_colour(struct yeoun_page *page, const char *typed)
{
  char path[1024];
  uint32_t rgb = 0;
  if (yeoun_colour_read(typed, &rgb)) {
    set_colour(page, rgb);
  } else if (yeoun_path_read(typed, path, sizeof(path)) &&
             yeoun_still_is(path)) {
    yeoun_view_still(page, path);
  } else if (*typed) {
    snprintf(page->message,
             sizeof(page->message),
             "Expected a colour such as #e0a040, or the path of a still.");
  }
}

/** The picture's colour, as a value. */
static void
draw_colour(struct yeoun_page *page, struct yeoun_rect row)
{
  struct yeoun_gui *const gui = &page->gui;
  const bool is_held = is_colour_held(page);
  char text[16] = "";
  yeoun_text(&gui->canvas,
             yeoun_cut_left(&row, LABEL, 6),
             YEOUN_TYPE_PLAIN,
             YEOUN_LEFT,
             YEOUN_COLOUR_DIM,
             "Picture");
  const struct yeoun_rect swatch = yeoun_cut_left(&row, 26, 6);
  if (is_held) {
    snprintf(text, sizeof(text), "#%06x", (unsigned)page->colour);
    cairo_set_source_rgb(gui->canvas.cr,
                         (page->colour >> 16 & 0xFF) / 255.0,
                         (page->colour >> 8 & 0xFF) / 255.0,
                         (page->colour & 0xFF) / 255.0);
    cairo_rectangle(
      gui->canvas.cr, swatch.x, swatch.y + 1, swatch.w, swatch.h - 2);
    cairo_fill(gui->canvas.cr);
  }
  yeoun_frame(&gui->canvas, swatch, 3, YEOUN_COLOUR_LINE, 1);
  if (yeoun_field(gui,
                  COLOUR,
                  row,
                  text,
                  "#rrggbb, or drop a still",
                  "The colour of the picture, #rrggbb: the redder than blue, "
                  "the warmer. Or drop a still, PNG or JPEG, or type its "
                  "path: its mean colour is taken.") == YEOUN_EDIT_DONE &&
      gui->field.is_changed) {
    take_colour(page, gui->field.text);
  }
}

void
yeoun_view_sound(struct yeoun_page *page, struct yeoun_rect rect)
{
  yeoun_fill(&page->gui.canvas, rect, 6, YEOUN_COLOUR_PANEL, 1);
  rect = yeoun_inset(rect, 10);
  struct yeoun_rect title = yeoun_cut_top(&rect, 20, 4);
  yeoun_port_menu(page, YEOUN_PORT_PALETTE, yeoun_cut_right(&title, 196, 6));
  yeoun_view_title(page, title, "Sound");
  draw_warmth(page, yeoun_cut_top(&rect, 20, 4));
  draw_colour(page, yeoun_cut_top(&rect, 20, 4));
  yeoun_port_line(page,
                  YEOUN_PORT_AMBIENCE,
                  yeoun_cut_top(&rect, 20, 4),
                  "Ambience",
                  LABEL,
                  NUMBER);
  yeoun_port_line(page,
                  YEOUN_PORT_DEPTH,
                  yeoun_cut_top(&rect, 20, 4),
                  "Stage",
                  LABEL,
                  NUMBER);
  yeoun_port_line(page,
                  YEOUN_PORT_LEVEL,
                  yeoun_cut_top(&rect, 20, 4),
                  "Level",
                  LABEL,
                  NUMBER);
}
