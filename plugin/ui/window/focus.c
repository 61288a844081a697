// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* The keyboard is the host's. It comes here while something is typed, and goes
   back to the window of the host that a window manager knows: else the host's
   space bar would be lost. Windows of others may vanish at any time, and an
   error of X ends a program unless it is trapped. */

#include <X11/Xatom.h>

#include "x.h"

/* The handler is the process's: there is one at a time. */
static bool has_failed;
static XErrorHandler handler_before;

static int
note_error(Display *display, XErrorEvent *event)
{
  (void)display;
  (void)event;
  has_failed = true;
  return 0;
}

void
yeoun_x_trap(struct yeoun_window *window)
{
  XSync(window->display, False);
  has_failed = false;
  handler_before = XSetErrorHandler(note_error);
}

bool
yeoun_x_untrap(struct yeoun_window *window)
{
  XSync(window->display, False);
  XSetErrorHandler(handler_before);
  return has_failed;
}

static bool
is_viewable(const struct yeoun_window *window, Window id)
{
  XWindowAttributes attributes;
  return XGetWindowAttributes(window->display, id, &attributes) &&
         attributes.map_state == IsViewable;
}

/** The nearest window above that a window manager knows, or 0. */
static Window
find_host(const struct yeoun_window *window)
{
  const Atom state = XInternAtom(window->display, "WM_STATE", False);
  Window at = window->id;
  for (;;) {
    Window root = 0;
    Window parent = 0;
    Window *children = NULL;
    unsigned count = 0;
    if (!XQueryTree(window->display, at, &root, &parent, &children, &count)) {
      return 0;
    }
    XFree(children);
    if (!parent || parent == root) {
      return at == window->id ? 0 : at; /* no window manager: the topmost */
    }
    at = parent;
    Atom type = 0;
    int format = 0;
    unsigned long items = 0;
    unsigned long after = 0;
    unsigned char *data = NULL;
    XGetWindowProperty(window->display,
                       at,
                       state,
                       0,
                       1,
                       False,
                       AnyPropertyType,
                       &type,
                       &format,
                       &items,
                       &after,
                       &data);
    XFree(data);
    if (type) {
      return at;
    }
  }
}

void
yeoun_window_keys(struct yeoun_window *window, bool is_wanted)
{
  if (is_wanted == window->has_keys) {
    return;
  }
  window->has_keys = is_wanted;
  yeoun_x_trap(window);
  XSelectInput(window->display,
               window->id,
               is_wanted ? YEOUN_X_EVENTS | KeyPressMask : YEOUN_X_EVENTS);
  const Window to = is_wanted ? window->id : find_host(window);
  if (to && is_viewable(window, to)) {
    XSetInputFocus(window->display, to, RevertToParent, CurrentTime);
  }
  yeoun_x_untrap(window);
}

void
yeoun_window_pass_key(struct yeoun_window *window)
{
  yeoun_x_trap(window);
  XEvent event = {.xkey = window->key};
  const Window host = find_host(window);
  if (host) {
    event.xkey.window = host;
    event.xkey.subwindow = None;
    XSendEvent(window->display, host, True, KeyPressMask, &event);
    event.xkey.type = KeyRelease;
    XSendEvent(window->display, host, True, KeyReleaseMask, &event);
  }
  yeoun_x_untrap(window);
}
