// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* What views draw with: rectangles, text and a palette of named colours on a
   cairo context. Lengths are in points of the unscaled window. Knows no X.
   The interface's thread. */

#ifndef YEOUN_UI_DRAW_CANVAS_H
#define YEOUN_UI_DRAW_CANVAS_H

#include <cairo.h>
#include <pango/pangocairo.h>
#include <stdbool.h>

/** A rectangle, or a place for something. */
struct yeoun_rect {
  double x, y, w, h;
};

/** What a colour means; values in canvas.c. */
enum yeoun_hue {
  YEOUN_COLOUR_WINDOW,   /**< behind all */
  YEOUN_COLOUR_PANEL,    /**< a group of things */
  YEOUN_COLOUR_WELL,     /**< where music or a value lies */
  YEOUN_COLOUR_LINE,     /**< borders, bar lines */
  YEOUN_COLOUR_RAISED,   /**< what can be pressed */
  YEOUN_COLOUR_HOT,      /**< the same under the pointer */
  YEOUN_COLOUR_INK,      /**< text */
  YEOUN_COLOUR_DIM,      /**< text of less weight */
  YEOUN_COLOUR_SOUNDING, /**< what sounds now, and nothing else */
  YEOUN_COLOUR_CHOSEN,   /**< what the next action is about; keyboard focus */
  YEOUN_COLOUR_FAULT,    /**< what cannot be read */
  YEOUN_COLOUR_VALUE,    /**< the filled part of a slider */
  YEOUN_COLOUR_LYRICAL,
  YEOUN_COLOUR_ROMANTIC,
  YEOUN_COLOUR_COMIC,
  YEOUN_COLOUR_MELODY, /**< and the other lanes, in their order */
  YEOUN_COLOUR_COUNTER,
  YEOUN_COLOUR_CHORDS,
  YEOUN_COLOUR_BASS,
  YEOUN_COLOUR_PAD,
  YEOUN_COLOUR_DRUMS,
  YEOUN_COLOURS
};

enum yeoun_type {
  YEOUN_TYPE_SMALL,
  YEOUN_TYPE_PLAIN,
  YEOUN_TYPE_BOLD,
  YEOUN_TYPE_LARGE,
  YEOUN_TYPE_SMALL_BOLD,
  YEOUN_TYPES
};

enum yeoun_align { YEOUN_LEFT, YEOUN_CENTRE, YEOUN_RIGHT };

/** Texts for which there was no room: none, in a window of its usual size. */
struct yeoun_cuts {
  unsigned count;
  char first[96]; /**< of them */
};

struct yeoun_canvas {
  cairo_t *cr;
  struct yeoun_cuts *cuts; /**< where they are counted; NULL: nowhere */
  PangoLayout *layout;
  PangoFontDescription *font[YEOUN_TYPES];
};

/** Draw with a context from now on. */
void
yeoun_canvas_begin(struct yeoun_canvas *canvas, cairo_t *cr);

/** Let go of it. */
void
yeoun_canvas_end(struct yeoun_canvas *canvas);

/** Choose the colour of what is drawn by cairo next. */
void
yeoun_canvas_colour(const struct yeoun_canvas *canvas,
                    enum yeoun_hue colour,
                    double alpha);

void
yeoun_fill(const struct yeoun_canvas *canvas,
           struct yeoun_rect rect,
           double radius,
           enum yeoun_hue colour,
           double alpha);

/** A border of a point's width, within the rectangle. */
void
yeoun_frame(const struct yeoun_canvas *canvas,
            struct yeoun_rect rect,
            double radius,
            enum yeoun_hue colour,
            double width);

/** One line of text, centred in the height, cut with dots at the width.
    @return the width it takes */
double
yeoun_text(const struct yeoun_canvas *canvas,
           struct yeoun_rect rect,
           enum yeoun_type type,
           enum yeoun_align align,
           enum yeoun_hue colour,
           const char *text);

/** Text of several lines, from the top, cut at the height. */
void
yeoun_text_block(const struct yeoun_canvas *canvas,
                 struct yeoun_rect rect,
                 enum yeoun_type type,
                 enum yeoun_hue colour,
                 const char *text);

/** How wide the first bytes of a text are; all of it when bytes is negative. */
double
yeoun_text_width(const struct yeoun_canvas *canvas,
                 enum yeoun_type type,
                 const char *text,
                 int bytes);

/** A five-pointed star in a square, filled or not. */
void
yeoun_star(const struct yeoun_canvas *canvas,
           struct yeoun_rect rect,
           enum yeoun_hue colour,
           bool is_full);

static inline bool
yeoun_within(struct yeoun_rect rect, double x, double y)
{
  return x >= rect.x && x < rect.x + rect.w && y >= rect.y &&
         y < rect.y + rect.h;
}

/** The rectangle without a margin. */
static inline struct yeoun_rect
yeoun_inset(struct yeoun_rect r, double by)
{
  return (struct yeoun_rect){r.x + by, r.y + by, r.w - 2 * by, r.h - 2 * by};
}

/** Cut a strip off the top, and a gap below it. */
static inline struct yeoun_rect
yeoun_cut_top(struct yeoun_rect *r, double height, double gap)
{
  const struct yeoun_rect cut = {r->x, r->y, r->w, height};
  r->y += height + gap;
  r->h -= height + gap;
  return cut;
}

/** Cut a strip off the left, and a gap beside it. */
static inline struct yeoun_rect
yeoun_cut_left(struct yeoun_rect *r, double width, double gap)
{
  const struct yeoun_rect cut = {r->x, r->y, width, r->h};
  r->x += width + gap;
  r->w -= width + gap;
  return cut;
}

/** Cut a strip off the right, and a gap beside it. */
static inline struct yeoun_rect
yeoun_cut_right(struct yeoun_rect *r, double width, double gap)
{
  const struct yeoun_rect cut = {r->x + r->w - width, r->y, width, r->h};
  r->w -= width + gap;
  return cut;
}

/** Cut a strip off the bottom, and a gap above it. */
static inline struct yeoun_rect
yeoun_cut_bottom(struct yeoun_rect *r, double height, double gap)
{
  const struct yeoun_rect cut = {r->x, r->y + r->h - height, r->w, height};
  r->h -= height + gap;
  return cut;
}

#endif
