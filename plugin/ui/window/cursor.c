// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* What the pointer looks like. The shapes are the server's own, and go with the
   connection. */

#include <X11/cursorfont.h>

#include "x.h"

void
yeoun_window_point(struct yeoun_window *window, enum yeoun_cursor cursor)
{
  static const unsigned shapes[YEOUN_CURSORS] = {
    [YEOUN_CURSOR_HAND] = XC_hand2,
    [YEOUN_CURSOR_TEXT] = XC_xterm,
    [YEOUN_CURSOR_VALUE] = XC_sb_v_double_arrow,
  };
  if (window->cursor == cursor || window->is_gone) {
    return;
  }
  window->cursor = cursor;
  Cursor *const made = &window->cursors[cursor];
  if (cursor != YEOUN_CURSOR_ARROW && !*made) {
    *made = XCreateFontCursor(window->display, shapes[cursor]);
  }
  yeoun_x_trap(window);
  XDefineCursor(window->display, window->id, *made); /* of none: the host's */
  window->is_gone = yeoun_x_untrap(window);
}
