// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* Dragging files out of the window. Host and interface share a thread: the drag
   goes on with the window's events and never waits. Source: Drag-and-Drop
   Protocol for the X Window System, version 5. */

#ifndef YEOUN_UI_WINDOW_DRAG_H
#define YEOUN_UI_WINDOW_DRAG_H

#include <stdbool.h>

#include "window.h"

/** Begin to drag, while a button is held.
    @param uris  text/uri-list; copied, and cut at 8 KB */
void
yeoun_window_drag(struct yeoun_window *window, const char *uris);

/** Whether a drag goes on, or waits for whom it was dropped on. */
bool
yeoun_window_is_dragging(const struct yeoun_window *window);

#endif
