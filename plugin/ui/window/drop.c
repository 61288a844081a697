// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* Files that others drop onto the window. Source: Drag-and-Drop Protocol for
   the X Window System, version 5. Drags of our own are not taken: a lane that
   is let go of over the window changes nothing. */

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

void
yeoun_x_drop_open(struct yeoun_window *window)
{
  static const Atom version = VERSION;
  XChangeProperty(window->display,
                  window->id,
                  atom(window, "XdndAware"),
                  XA_ATOM,
                  32,
                  PropModeReplace,
                  (const unsigned char *)&version,
                  1);
}

/** Read a property; XFree() it. Returns how many items it has. */
static unsigned long
read_property(const struct yeoun_window *w,
              Window id,
              const char *name,
              bool is_taken,
              Atom type,
              unsigned char **data)
{
  Atom is = 0;
  int format = 0;
  unsigned long items = 0;
  unsigned long after = 0;
  *data = NULL;
  XGetWindowProperty(w->display,
                     id,
                     atom(w, name),
                     0,
                     sizeof(w->drop.uris) / 4 - 1,
                     is_taken,
                     type,
                     &is,
                     &format,
                     &items,
                     &after,
                     data);
  return *data ? items : 0;
}

/** Whether a source offers files: three types come with its message, more are a
    property of it. */
static bool
offers_files(const struct yeoun_window *w, const XClientMessageEvent *message)
{
  const Atom list = atom(w, "text/uri-list");
  bool has_files = false;
  for (unsigned i = 2; i < 5; ++i) {
    has_files |= (Atom)message->data.l[i] == list;
  }
  if (!has_files && message->data.l[1] & 1) {
    unsigned char *data = NULL;
    const unsigned long count = read_property(
      w, (Window)message->data.l[0], "XdndTypeList", false, XA_ATOM, &data);
    for (unsigned long i = 0; i < count; ++i) {
      Atom type = 0;
      memcpy(&type, data + i * sizeof(type), sizeof(type));
      has_files |= type == list;
    }
    if (data) {
      XFree(data);
    }
  }
  return has_files;
}

static void
tell(struct yeoun_window *w, const char *what, bool is_accepted)
{
  const bool is_status = !strcmp(what, "XdndStatus");
  const long action = is_accepted ? (long)atom(w, "XdndActionCopy") : 0;
  XEvent event = {.xclient = {.type = ClientMessage,
                              .window = w->drop.source,
                              .message_type = atom(w, what),
                              .format = 32}};
  event.xclient.data.l[0] = (long)w->id;
  event.xclient.data.l[1] = is_accepted;
  event.xclient.data.l[is_status ? 4 : 2] = action;
  XSendEvent(w->display, w->drop.source, False, NoEventMask, &event);
}

static void
take_message(struct yeoun_window *w, const XClientMessageEvent *message)
{
  struct yeoun_x_drop *const drop = &w->drop;
  const Window source = (Window)message->data.l[0];
  const Atom kind = message->message_type;
  if (kind == atom(w, "XdndEnter")) {
    drop->source = source;
    drop->has_files = source != w->id && offers_files(w, message);
  } else if (!drop->source || source != drop->source) {
    return;
  } else if (kind == atom(w, "XdndPosition")) {
    drop->x = (int)(message->data.l[2] >> 16 & 0xFFFF);
    drop->y = (int)(message->data.l[2] & 0xFFFF);
    tell(w, "XdndStatus", drop->has_files);
  } else if (kind == atom(w, "XdndLeave")) {
    drop->source = 0;
  } else if (kind == atom(w, "XdndDrop")) {
    if (drop->has_files) {
      XConvertSelection(w->display,
                        atom(w, "XdndSelection"),
                        atom(w, "text/uri-list"),
                        atom(w, "YeounDrop"),
                        w->id,
                        (Time)message->data.l[2]);
    } else {
      tell(w, "XdndFinished", false);
      drop->source = 0;
    }
  }
}

/** The files have come. */
static bool
take_files(struct yeoun_window *w, struct yeoun_input *input)
{
  struct yeoun_x_drop *const drop = &w->drop;
  unsigned char *data = NULL;
  const unsigned long length =
    read_property(w, w->id, "YeounDrop", true, AnyPropertyType, &data);
  drop->uris[0] = '\0';
  if (data) {
    snprintf(drop->uris, sizeof(drop->uris), "%.*s", (int)length, data);
    XFree(data);
  }
  tell(w, "XdndFinished", length > 0);
  drop->source = 0;
  int x = 0;
  int y = 0;
  Window child = 0;
  XTranslateCoordinates(w->display,
                        DefaultRootWindow(w->display),
                        w->id,
                        drop->x,
                        drop->y,
                        &x,
                        &y,
                        &child);
  const double scale = yeoun_window_scale(w);
  *input = (struct yeoun_input){.kind = YEOUN_INPUT_DROP,
                                .x = x / scale,
                                .y = y / scale,
                                .uris = drop->uris};
  return length > 0;
}

bool
yeoun_x_drop_event(struct yeoun_window *window,
                   const XEvent *event,
                   struct yeoun_input *input)
{
  bool has_come = false;
  if (event->type == ClientMessage) {
    yeoun_x_trap(window);
    take_message(window, &event->xclient);
    yeoun_x_untrap(window);
  } else if (event->type == SelectionNotify && window->drop.source &&
             event->xselection.selection == atom(window, "XdndSelection")) {
    yeoun_x_trap(window);
    has_come = take_files(window, input);
    yeoun_x_untrap(window);
  }
  return has_come;
}
