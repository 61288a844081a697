// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "desk.h"

#include <X11/Xatom.h>
#include <X11/Xutil.h>
#include <X11/extensions/XTest.h>
#include <X11/keysym.h>
#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <lv2/atom/util.h>
#include <lv2/ui/ui.h>

#include "ports.h"

/** Frames between two idle calls at 30 Hz. */
#define IDLE_FRAMES 1600

#define PLUGIN "urn:yeoun:sketch"

static const LV2UI_Descriptor *
describe(const struct desk *desk)
{
  LV2UI_DescriptorFunction function = NULL;
  void *const symbol = dlsym(desk->module, "lv2ui_descriptor");
  memcpy(&function, &symbol, sizeof(function));
  if (!function) {
    host_fail("the interface has no", "lv2ui_descriptor");
  }
  return function(0);
}

static void
write_port(LV2UI_Controller controller,
           uint32_t port,
           uint32_t size,
           uint32_t format,
           const void *buffer)
{
  struct desk *const desk = (struct desk *)controller;
  if (format == 0) {
    memcpy(&desk->host->control[port], buffer, sizeof(float));
    ++desk->port_writes;
  } else if (desk->due < DESK_MESSAGES && size <= sizeof(*desk->message)) {
    memcpy(desk->message[desk->due++], buffer, size);
    ++desk->messages;
  }
}

/** A window beside the host's that takes what is dropped. */
static void
open_target(struct desk *desk)
{
  static const long version = 5;
  desk->target = XCreateSimpleWindow(desk->display,
                                     DefaultRootWindow(desk->display),
                                     YEOUN_PAGE_WIDTH + 10,
                                     0,
                                     140,
                                     YEOUN_PAGE_HEIGHT,
                                     0,
                                     0,
                                     0);
  XChangeProperty(desk->display,
                  desk->target,
                  XInternAtom(desk->display, "XdndAware", False),
                  XA_ATOM,
                  32,
                  PropModeReplace,
                  (const unsigned char *)&version,
                  1);
  XMapWindow(desk->display, desk->target);
}

static void
answer_drag(struct desk *desk, Window source, const char *what, long accepted)
{
  XEvent event = {
    .xclient = {
      .type = ClientMessage,
      .window = source,
      .message_type = XInternAtom(desk->display, what, False),
      .format = 32,
      .data.l = {(long)desk->target,
                 accepted,
                 0,
                 0,
                 (long)XInternAtom(desk->display, "XdndActionCopy", False)}}};
  XSendEvent(desk->display, source, False, NoEventMask, &event);
}

/** What a window that takes drops does. */
static void
take_drag(struct desk *desk, const XEvent *event)
{
  static Window source;
  const Atom list = XInternAtom(desk->display, "text/uri-list", False);
  if (event->type == SelectionNotify) {
    Atom type = 0;
    int format = 0;
    unsigned long items = 0;
    unsigned long after = 0;
    unsigned char *data = NULL;
    XGetWindowProperty(desk->display,
                       desk->target,
                       list,
                       0,
                       sizeof(desk->dropped) / 4 - 1,
                       True,
                       AnyPropertyType,
                       &type,
                       &format,
                       &items,
                       &after,
                       &data);
    snprintf(desk->dropped, sizeof(desk->dropped), "%.*s", (int)items, data);
    XFree(data);
    answer_drag(desk, source, "XdndFinished", 1);
    return;
  }
  const Atom kind = event->xclient.message_type;
  source = (Window)event->xclient.data.l[0];
  if (kind == XInternAtom(desk->display, "XdndPosition", False)) {
    answer_drag(desk, source, "XdndStatus", 1);
    answer_drag(desk, source, "XdndStatus", 1); /* as some do */
  } else if (kind == XInternAtom(desk->display, "XdndDrop", False)) {
    XConvertSelection(desk->display,
                      XInternAtom(desk->display, "XdndSelection", False),
                      list,
                      list,
                      desk->target,
                      (Time)event->xclient.data.l[2]);
  }
}

/** Tell the interface of a drag from the window beside. */
static void
tell_drag(struct desk *desk,
          Window window,
          const char *what,
          const long data[4])
{
  XEvent event = {
    .xclient = {
      .type = ClientMessage,
      .window = window,
      .message_type = XInternAtom(desk->display, what, False),
      .format = 32,
      .data.l = {(long)desk->target, data[0], data[1], data[2], data[3]}}};
  XSendEvent(desk->display, window, False, NoEventMask, &event);
  XFlush(desk->display);
}

/** The interface asks for the files. */
static void
give_files(struct desk *desk, const XSelectionRequestEvent *request)
{
  XEvent event = {.xselection = {.type = SelectionNotify,
                                 .requestor = request->requestor,
                                 .selection = request->selection,
                                 .target = request->target,
                                 .property = request->property,
                                 .time = request->time}};
  XChangeProperty(desk->display,
                  request->requestor,
                  request->property,
                  request->target,
                  8,
                  PropModeReplace,
                  (const unsigned char *)desk->offered,
                  (int)strlen(desk->offered));
  XSendEvent(desk->display, request->requestor, False, NoEventMask, &event);
}

/** What it answers to a drag from beside; false when it is no answer. */
static bool
take_answer(struct desk *desk, const XEvent *event)
{
  const Atom kind = event->xclient.message_type;
  if (event->type == SelectionRequest) {
    give_files(desk, &event->xselectionrequest);
    return true;
  }
  if (event->type != ClientMessage) {
    return false;
  }
  if (kind == XInternAtom(desk->display, "XdndStatus", False)) {
    desk->is_status = true;
    desk->is_accepted = event->xclient.data.l[1] & 1;
    return true;
  }
  if (kind == XInternAtom(desk->display, "XdndFinished", False)) {
    desk->is_finished = event->xclient.data.l[1] & 1;
    return true;
  }
  return false;
}

struct desk *
desk_new(void)
{
  struct desk *const desk = (struct desk *)calloc(1, sizeof(*desk));
  const char *const path = getenv("YEOUN_UI");
  if (!desk) {
    abort();
  }
  if (!path) {
    host_fail("there is no", "YEOUN_UI");
  }
  desk->world = host_world_new();
  desk->host = host_new(&desk->world, PLUGIN, 48000, HOST_WORKER_AT_ONCE);
  *host_control(desk->host, "audition") = 1.0f;
  desk->paper = paper_new(1);
  desk->display = XOpenDisplay(NULL);
  desk->module = dlopen(path, RTLD_NOW | RTLD_LOCAL);
  if (!desk->display || !desk->module) {
    host_fail("no display, or no", path);
  }
  desk->window = XCreateSimpleWindow(desk->display,
                                     DefaultRootWindow(desk->display),
                                     0,
                                     0,
                                     YEOUN_PAGE_WIDTH,
                                     YEOUN_PAGE_HEIGHT,
                                     0,
                                     0,
                                     0);
  XSelectInput(desk->display, desk->window, KeyPressMask);
  XMapWindow(desk->display, desk->window);
  open_target(desk);
  XSync(desk->display, False);
  XSetInputFocus(desk->display, desk->window, RevertToPointerRoot, CurrentTime);
  XSync(desk->display, False);
  return desk;
}

void
desk_free(struct desk *desk)
{
  if (desk->handle) {
    desk_close(desk);
  }
  XCloseDisplay(desk->display);
  /* The module stays: who forgets memory is told by name then. */
  paper_free(desk->paper);
  host_free(desk->host);
  host_world_free(&desk->world);
  free(desk);
}

void
desk_open(struct desk *desk)
{
  void *parent = NULL;
  const uintptr_t id = desk->window;
  memcpy(&parent, &id, sizeof(parent));
  const LV2_Feature map = {LV2_URID__map, &desk->world.map};
  const LV2_Feature place = {LV2_UI__parent, parent};
  const LV2_Feature idle = {LV2_UI__idleInterface, NULL};
  const LV2_Feature *const features[] = {&map, &place, &idle, NULL};
  LV2UI_Widget widget = NULL;
  const LV2UI_Descriptor *const ui = describe(desk);
  desk->handle =
    ui->instantiate(ui, PLUGIN, "", write_port, desk, &widget, features);
  if (!desk->handle) {
    host_fail("cannot open", ui->URI);
  }
  const struct host *const host = desk->host;
  for (uint32_t i = YEOUN_INDEX_AUDIO + 2; i < host->ports; ++i) {
    ui->port_event(desk->handle, i, sizeof(float), 0, &host->control[i]);
  }
}

void
desk_close(struct desk *desk)
{
  describe(desk)->cleanup(desk->handle);
  desk->handle = NULL;
}

/** One block of the plugin, and what it says goes to the interface. */
static void
run(struct desk *desk)
{
  struct host *const host = desk->host;
  for (unsigned i = 0; i < desk->due; ++i) {
    host_event(host, 0, (const LV2_Atom *)(const void *)desk->message[i]);
  }
  desk->due = 0;
  host_run(host, IDLE_FRAMES);
  const LV2UI_Descriptor *const ui = describe(desk);
  const LV2_URID transfer = host_urid(LV2_ATOM__eventTransfer);
  LV2_ATOM_SEQUENCE_FOREACH(host->out, event)
  {
    ui->port_event(desk->handle,
                   YEOUN_INDEX_EVENTS_OUT,
                   (uint32_t)sizeof(LV2_Atom) + event->body.size,
                   transfer,
                   &event->body);
  }
  const uint32_t first = yeoun_port_index(YEOUN_SKETCH, YEOUN_PORT_IDENTITY);
  for (uint32_t i = first; i < host->ports; ++i) {
    ui->port_event(desk->handle, i, sizeof(float), 0, &host->control[i]);
  }
}

/** Keys that came to the host. */
static void
take_keys(struct desk *desk)
{
  XSync(desk->display, False);
  while (XPending(desk->display)) {
    XEvent event;
    XNextEvent(desk->display, &event);
    char text[8] = "";
    if (take_answer(desk, &event)) {
      continue;
    }
    if (event.type == ClientMessage || event.type == SelectionNotify) {
      take_drag(desk, &event);
    } else if (event.type == KeyPress &&
               XLookupString(&event.xkey, text, sizeof(text) - 1, NULL, NULL) >
                 0 &&
               desk->key_count + 1 < DESK_LETTERS) {
      desk->keys[desk->key_count++] = *text;
    }
  }
}

static void
idle(struct desk *desk)
{
  const LV2UI_Idle_Interface *const interface =
    (const LV2UI_Idle_Interface *)describe(desk)->extension_data(
      LV2_UI__idleInterface);
  interface->idle(desk->handle);
}

__attribute__((noinline)) void
desk_counted(struct desk *desk)
{
  idle(desk);
}

static void
pump(struct desk *desk, unsigned calls, void (*call)(struct desk *desk))
{
  for (unsigned i = 0; i < calls; ++i) {
    call(desk);
    run(desk);
    take_keys(desk);
  }
}

void
desk_pump(struct desk *desk, unsigned calls)
{
  pump(desk, calls, idle);
}

void
desk_pump_counted(struct desk *desk, unsigned calls)
{
  pump(desk, calls, desk_counted);
}

void
desk_settle(struct desk *desk)
{
  desk_pump(desk, 3 * YEOUN_PREVIEWS);
}

void
desk_move(struct desk *desk, double x, double y)
{
  XTestFakeMotionEvent(desk->display, -1, (int)x, (int)y, CurrentTime);
  XSync(desk->display, False);
  desk_pump(desk, 1);
}

void
desk_button(struct desk *desk, bool is_down)
{
  XTestFakeButtonEvent(desk->display, 1, is_down, CurrentTime);
  XSync(desk->display, False);
  desk_pump(desk, 2);
}

void
desk_click(struct desk *desk, yeoun_id id)
{
  const struct yeoun_rect r = paper_place(desk->paper, id);
  desk_move(desk, r.x + r.w / 2, r.y + r.h / 2);
  desk_button(desk, true);
  desk_button(desk, false);
  desk_settle(desk);
}

/** The interface's own window: the one within the host's. */
static Window
find_window(const struct desk *desk)
{
  Window root = 0;
  Window parent = 0;
  Window *children = NULL;
  unsigned count = 0;
  XQueryTree(desk->display, desk->window, &root, &parent, &children, &count);
  const Window window = count ? children[0] : 0;
  XFree(children);
  return window;
}

bool
desk_drop(struct desk *desk, double x, double y, const char *uris)
{
  const Window window = find_window(desk);
  const long place = (long)x << 16 | (long)y; /* the window lies at 0, 0 */
  const long list = (long)XInternAtom(desk->display, "text/uri-list", False);
  const long copy = (long)XInternAtom(desk->display, "XdndActionCopy", False);
  desk->offered = uris;
  desk->is_status = desk->is_accepted = desk->is_finished = false;
  XSetSelectionOwner(desk->display,
                     XInternAtom(desk->display, "XdndSelection", False),
                     desk->target,
                     CurrentTime);
  tell_drag(desk, window, "XdndEnter", (const long[4]){5L << 24, list, 0, 0});
  tell_drag(
    desk, window, "XdndPosition", (const long[4]){0, place, CurrentTime, copy});
  desk_pump(desk, 3);
  tell_drag(desk, window, "XdndDrop", (const long[4]){0, CurrentTime, 0, 0});
  desk_pump(desk, 5);
  desk_settle(desk);
  return desk->is_status && desk->is_accepted && desk->is_finished;
}

static void
press_key(struct desk *desk, KeySym symbol, KeySym with)
{
  const KeyCode code = XKeysymToKeycode(desk->display, symbol);
  const KeyCode held = with ? XKeysymToKeycode(desk->display, with) : 0;
  if (held) {
    XTestFakeKeyEvent(desk->display, held, True, CurrentTime);
  }
  XTestFakeKeyEvent(desk->display, code, True, CurrentTime);
  XTestFakeKeyEvent(desk->display, code, False, CurrentTime);
  if (held) {
    XTestFakeKeyEvent(desk->display, held, False, CurrentTime);
  }
  XSync(desk->display, False);
  desk_pump(desk, 2);
}

void
desk_type(struct desk *desk, const char *text)
{
  for (; *text; ++text) {
    const bool is_capital = *text >= 'A' && *text <= 'Z';
    const KeySym symbol =
      *text == '\n' ? XK_Return : (KeySym)(unsigned char)*text;
    press_key(desk, symbol, is_capital ? XK_Shift_L : 0);
  }
}

void
desk_control(struct desk *desk, KeySym symbol)
{
  press_key(desk, symbol, XK_Control_L);
}

const char *
desk_told(struct desk *desk, const char *property)
{
  host_ask(desk->host, 0, property);
  host_run(desk->host, 64);
  const char *const text = host_told(desk->host, property);
  return text ? text : "";
}

float
desk_value(struct desk *desk, const char *symbol)
{
  return *host_control(desk->host, symbol);
}

double
desk_share(struct desk *desk, struct yeoun_rect rect, unsigned rgb)
{
  XImage *const image = XGetImage(desk->display,
                                  desk->window,
                                  (int)rect.x,
                                  (int)rect.y,
                                  (unsigned)rect.w,
                                  (unsigned)rect.h,
                                  AllPlanes,
                                  ZPixmap);
  if (!image) {
    return -1;
  }
  unsigned like = 0;
  for (int y = 0; y < image->height; ++y) {
    for (int x = 0; x < image->width; ++x) {
      like += (XGetPixel(image, x, y) & 0xFFFFFF) == rgb;
    }
  }
  const double all = (double)image->width * image->height;
  XDestroyImage(image);
  return like / all;
}
