// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* A window within a host's: events in, pictures out. The only room that knows
   X. It has a connection of its own, never blocks, and survives a host that
   destroys it. The interface's thread. */

#ifndef YEOUN_UI_WINDOW_WINDOW_H
#define YEOUN_UI_WINDOW_WINDOW_H

#include <cairo.h>
#include <stdbool.h>
#include <stdint.h>

#include "ui/draw/canvas.h"
#include "ui/widgets/input.h"

struct yeoun_window;

/** What the window tells. */
enum yeoun_window_news {
  YEOUN_WINDOW_QUIET,   /**< nothing more now */
  YEOUN_WINDOW_INPUT,   /**< see input */
  YEOUN_WINDOW_SIZED,   /**< all must be drawn in another size */
  YEOUN_WINDOW_EXPOSED, /**< the same picture must be shown again */
};

/** Open a window; NULL when there is no display or no memory.
    @param parent  the host's window, as of ui:parent
    @param width, height  in points
    @param scale  pixels a point; 0 = as the desktop says */
struct yeoun_window *
yeoun_window_new(uintptr_t parent,
                 unsigned width,
                 unsigned height,
                 unsigned least_width,
                 unsigned least_height,
                 double scale);

/** NULL is fine. */
void
yeoun_window_free(struct yeoun_window *window);

/** The number that a host embeds. */
uintptr_t
yeoun_window_id(const struct yeoun_window *window);

/** Pixels a point, and the size in pixels. */
double
yeoun_window_scale(const struct yeoun_window *window);

void
yeoun_window_size(const struct yeoun_window *window,
                  unsigned *width,
                  unsigned *height);

/** Draw larger or smaller from now on: a factor beside the desktop's. */
void
yeoun_window_zoom(struct yeoun_window *window, double factor);

/** The next event, in points. Motions that follow each other are one.
    @param[out] input  of YEOUN_WINDOW_INPUT */
enum yeoun_window_news
yeoun_window_next(struct yeoun_window *window, struct yeoun_input *input);

/** A context of the picture, scaled to points; it stays as it was drawn last.
    Owned by the window. */
cairo_t *
yeoun_window_picture(struct yeoun_window *window);

/** Begin to draw on the screen; false when the host has destroyed the window:
    then nothing more is to be drawn. */
bool
yeoun_window_begin(struct yeoun_window *window);

/** What was drawn goes to the screen. */
void
yeoun_window_end(struct yeoun_window *window);

/** Show the picture. */
void
yeoun_window_show(struct yeoun_window *window);

/** Show a part of the picture again, over what was drawn with the live context;
    what is drawn live must be restored first. */
void
yeoun_window_restore(struct yeoun_window *window, struct yeoun_rect rect);

/** A context of what is on the screen, over the picture. */
cairo_t *
yeoun_window_live(struct yeoun_window *window);

/** What the pointer looks like over the window. */
void
yeoun_window_point(struct yeoun_window *window, enum yeoun_cursor cursor);

/** Take the keyboard, or give it back to the host. */
void
yeoun_window_keys(struct yeoun_window *window, bool is_wanted);

/** Pass a key that nobody here needs on to the host. */
void
yeoun_window_pass_key(struct yeoun_window *window);

#endif
