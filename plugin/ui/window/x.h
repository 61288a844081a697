// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* What the files of this room share. */

#ifndef YEOUN_UI_WINDOW_X_H
#define YEOUN_UI_WINDOW_X_H

#include <X11/Xlib.h>

#include "window.h"

/** Parts of the window that are shown anew at once, at most. */
#define YEOUN_X_PUTS 16

enum yeoun_drag_state {
  YEOUN_DRAG_NONE,
  YEOUN_DRAG_HELD,    /**< the button is down */
  YEOUN_DRAG_DROPPED, /**< the target reads */
};

/** A drag out of the window. */
struct yeoun_x_drag {
  enum yeoun_drag_state state;
  Window target;    /**< 0: none that takes drops */
  bool is_accepted; /**< as the target said last */
  bool is_waiting;  /**< for its answer */
  bool is_moved;    /**< since it was told */
  int x, y;         /**< of the screen */
  Time time;        /**< of the drop */
  char uris[8192];
};

/** A drag of others that is over the window. */
struct yeoun_x_drop {
  Window source;  /**< 0: there is none */
  bool has_files; /**< it offers text/uri-list */
  int x, y;       /**< of the screen */
  char uris[8192];
};

struct yeoun_window {
  Display *display;
  Window id, parent;
  int depth;
  GC gc;
  XIM method;
  XIC context;
  cairo_surface_t *image;       /**< the picture */
  cairo_surface_t *shown;       /**< the same, and what is live over it */
  XImage pixels;                /**< those of shown */
  XRectangle put[YEOUN_X_PUTS]; /**< what is to go to the screen */
  unsigned puts;
  cairo_t *picture, *live;
  unsigned width, height; /**< pixels */
  double scale, zoom;     /**< of the desktop, of the person */
  bool has_keys;
  bool is_gone;    /**< the host has destroyed the window */
  Time press_time; /**< of the last press, for double clicks */
  int press_x, press_y;
  unsigned press_button, clicks;
  XKeyEvent key;                 /**< the last, to pass on */
  enum yeoun_cursor cursor;      /**< as it is shown */
  Cursor cursors[YEOUN_CURSORS]; /**< 0: not yet made */
  struct yeoun_x_drag drag;
  struct yeoun_x_drop drop;
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

/** Let a drag that goes on have an event. */
void
yeoun_x_drag_event(struct yeoun_window *window, const XEvent *event);

/** Let those who drag know that drops are taken here. */
void
yeoun_x_drop_open(struct yeoun_window *window);

/** Let a drop have an event; true when files came of it. */
bool
yeoun_x_drop_event(struct yeoun_window *window,
                   const XEvent *event,
                   struct yeoun_input *input);

#define YEOUN_X_EVENTS                                                         \
  (ExposureMask | StructureNotifyMask | PointerMotionMask | ButtonPressMask |  \
   ButtonReleaseMask | LeaveWindowMask | FocusChangeMask)

#endif
