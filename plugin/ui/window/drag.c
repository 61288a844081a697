// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "drag.h"

#include <X11/Xatom.h>
#include <stdio.h>
#include <string.h>

#include "x.h"

#define VERSION 5

static Atom
atom(const struct yeoun_window *w, const char *name)
{
  return XInternAtom(w->display, name, False);
}

bool
yeoun_window_is_dragging(const struct yeoun_window *window)
{
  return window->drag.state != YEOUN_DRAG_NONE;
}

void
yeoun_window_drag(struct yeoun_window *window, const char *uris)
{
  struct yeoun_x_drag *const drag = &window->drag;
  memset(drag, 0, sizeof(*drag));
  snprintf(drag->uris, sizeof(drag->uris), "%s", uris);
  drag->state = YEOUN_DRAG_HELD;
  XSetSelectionOwner(
    window->display, atom(window, "XdndSelection"), window->id, CurrentTime);
}

static void
tell(struct yeoun_window *w, const char *what, const long data[4])
{
  XEvent event = {.xclient = {.type = ClientMessage,
                              .window = w->drag.target,
                              .message_type = atom(w, what),
                              .format = 32}};
  event.xclient.data.l[0] = (long)w->id;
  for (unsigned i = 0; i < 4; ++i) {
    event.xclient.data.l[i + 1] = data[i];
  }
  XSendEvent(w->display, w->drag.target, False, NoEventMask, &event);
}

/** The version that a window understands; 0 when it takes no drops. */
static long
version_of(const struct yeoun_window *w, Window id)
{
  Atom type = 0;
  int format = 0;
  unsigned long items = 0;
  unsigned long after = 0;
  unsigned char *data = NULL;
  long version = 0;
  XGetWindowProperty(w->display,
                     id,
                     atom(w, "XdndAware"),
                     0,
                     1,
                     False,
                     XA_ATOM,
                     &type,
                     &format,
                     &items,
                     &after,
                     &data);
  if (type == XA_ATOM && format == 32 && items) {
    long read = 0;
    memcpy(&read, data, sizeof(read));
    version = read;
  }
  XFree(data);
  return version;
}

/** The window at a place of the screen that takes drops, or 0. */
static Window
find_target(const struct yeoun_window *w, int x, int y, long *version)
{
  const Window root = DefaultRootWindow(w->display);
  Window at = root;
  for (;;) {
    Window child = 0;
    int ignored_x = 0;
    int ignored_y = 0;
    if (!XTranslateCoordinates(
          w->display, root, at, x, y, &ignored_x, &ignored_y, &child) ||
        !child) {
      return 0;
    }
    *version = version_of(w, child);
    if (*version >= 3) {
      return child;
    }
    at = child;
  }
}

static void
enter(struct yeoun_window *w, Window target, long version)
{
  struct yeoun_x_drag *const drag = &w->drag;
  if (drag->target) {
    tell(w, "XdndLeave", (long[4]){0});
  }
  drag->target = target;
  drag->is_accepted = drag->is_waiting = false;
  if (target) {
    const long lower = version < VERSION ? version : VERSION;
    tell(w,
         "XdndEnter",
         (long[4]){lower << 24, (long)atom(w, "text/uri-list"), 0, 0});
  }
}

static void
move(struct yeoun_window *w, int x, int y, Time time)
{
  struct yeoun_x_drag *const drag = &w->drag;
  long version = 0;
  const Window target = find_target(w, x, y, &version);
  if (target != drag->target) {
    enter(w, target, version);
  }
  drag->x = x;
  drag->y = y;
  if (!target || drag->is_waiting) {
    drag->is_moved = true; /* is told when the answer has come */
    return;
  }
  drag->is_waiting = true;
  drag->is_moved = false;
  tell(w,
       "XdndPosition",
       (long[4]){
         0, (long)x << 16 | y, (long)time, (long)atom(w, "XdndActionCopy")});
}

static void
drop(struct yeoun_window *w, Time time)
{
  struct yeoun_x_drag *const drag = &w->drag;
  if (drag->target && (drag->is_accepted || drag->is_waiting)) {
    drag->time = time;
    drag->state = YEOUN_DRAG_DROPPED;
    if (!drag->is_waiting) {
      tell(w, "XdndDrop", (long[4]){0, (long)time, 0, 0});
    }
    return;
  }
  enter(w, 0, 0);
  drag->state = YEOUN_DRAG_NONE;
}

static void
take_status(struct yeoun_window *w, bool is_accepted)
{
  struct yeoun_x_drag *const drag = &w->drag;
  const bool was_waiting = drag->is_waiting;
  drag->is_waiting = false;
  drag->is_accepted = is_accepted;
  if (drag->state == YEOUN_DRAG_DROPPED) {
    if (!was_waiting) {
      return; /* answers come twice from some */
    }
    if (is_accepted) {
      tell(w, "XdndDrop", (long[4]){0, (long)drag->time, 0, 0});
    } else {
      enter(w, 0, 0);
      drag->state = YEOUN_DRAG_NONE;
    }
  } else if (drag->is_moved) {
    move(w, drag->x, drag->y, CurrentTime);
  }
}

/** Somebody asks for the files, or for what there is. */
static void
answer_request(struct yeoun_window *w, const XSelectionRequestEvent *request)
{
  const Atom list = atom(w, "text/uri-list");
  const Atom targets = atom(w, "TARGETS");
  XEvent event = {.xselection = {.type = SelectionNotify,
                                 .requestor = request->requestor,
                                 .selection = request->selection,
                                 .target = request->target,
                                 .property = request->property,
                                 .time = request->time}};
  if (request->target == list) {
    XChangeProperty(w->display,
                    request->requestor,
                    request->property,
                    list,
                    8,
                    PropModeReplace,
                    (const unsigned char *)w->drag.uris,
                    (int)strlen(w->drag.uris));
  } else if (request->target == targets) {
    XChangeProperty(w->display,
                    request->requestor,
                    request->property,
                    XA_ATOM,
                    32,
                    PropModeReplace,
                    (const unsigned char *)&list,
                    1);
  } else {
    event.xselection.property = None;
  }
  XSendEvent(w->display, request->requestor, False, NoEventMask, &event);
}

static void
take_message(struct yeoun_window *w, const XClientMessageEvent *message)
{
  if ((Window)message->data.l[0] != w->drag.target) {
    return;
  }
  if (message->message_type == atom(w, "XdndStatus")) {
    take_status(w, message->data.l[1] & 1);
  } else if (message->message_type == atom(w, "XdndFinished")) {
    w->drag.state = YEOUN_DRAG_NONE;
    w->drag.target = 0;
  }
}

void
yeoun_x_drag_event(struct yeoun_window *window, const XEvent *event)
{
  /* The list is given also to who asks late. */
  if (event->type == SelectionRequest) {
    yeoun_x_trap(window);
    answer_request(window, &event->xselectionrequest);
    yeoun_x_untrap(window);
    return;
  }
  if (window->drag.state == YEOUN_DRAG_NONE) {
    return;
  }
  yeoun_x_trap(window);
  if (event->type == MotionNotify && window->drag.state == YEOUN_DRAG_HELD) {
    move(window,
         event->xmotion.x_root,
         event->xmotion.y_root,
         event->xmotion.time);
  } else if (event->type == ButtonRelease &&
             window->drag.state == YEOUN_DRAG_HELD) {
    drop(window, event->xbutton.time);
  } else if (event->type == ClientMessage) {
    take_message(window, &event->xclient);
  }
  yeoun_x_untrap(window);
}
