// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* What the files of this room share. */

#ifndef YEOUN_UI_WINDOW_X_H
#define YEOUN_UI_WINDOW_X_H

#include <X11/Xlib.h>
#include <cairo-xlib.h>

#include "window.h"

struct yeoun_window {
  Display *display;
  Window id, parent;
  Visual *visual;
  int depth;
  GC gc;
  XIM method;
  XIC context;
  Pixmap pixmap; /**< the picture, at the server */
  cairo_surface_t *image, *stored, *screen;
  cairo_t *picture, *live;
  unsigned width, height; /**< pixels */
  double scale, zoom;     /**< of the desktop, of the person */
  bool has_keys;
  bool is_gone;    /**< the host has destroyed the window */
  Time press_time; /**< of the last press, for double clicks */
  int press_x, press_y;
  unsigned press_button, clicks;
  XKeyEvent key; /**< the last, to pass on */
};

/** While errors are trapped, those of windows of others do not end the host.
    Traps do not nest. */
void
yeoun_x_trap(struct yeoun_window *window);

/** End it; returns whether there was any error. */
bool
yeoun_x_untrap(struct yeoun_window *window);

/** Translate a key press; false when it is no key of ours. */
bool
yeoun_x_key(struct yeoun_window *window,
            XKeyEvent *event,
            struct yeoun_input *input);

/** Open the input method, for Hangul and the like; without one plain keys
    work. */
void
yeoun_x_method_open(struct yeoun_window *window);

void
yeoun_x_method_close(struct yeoun_window *window);

#define YEOUN_X_EVENTS                                                         \
  (ExposureMask | StructureNotifyMask | PointerMotionMask | ButtonPressMask |  \
   ButtonReleaseMask | LeaveWindowMask | FocusChangeMask)

#endif
