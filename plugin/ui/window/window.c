// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "window.h"

#include <X11/Xresource.h>
#include <X11/Xutil.h>
#include <math.h>
#include <stdlib.h>

#include "x.h"

/** Pixels a point as the desktop says it: Xft.dpi over 96. */
static double
read_scale(Display *display)
{
  double dpi = 96;
  XrmInitialize();
  char *const resources = XResourceManagerString(display);
  XrmDatabase base = resources ? XrmGetStringDatabase(resources) : NULL;
  char *type = NULL;
  XrmValue value = {0, NULL};
  if (base && XrmGetResource(base, "Xft.dpi", "Xft.Dpi", &type, &value) &&
      value.addr) {
    const double read = strtod(value.addr, NULL);
    dpi = read >= 48 && read <= 480 ? read : dpi;
  }
  if (base) {
    XrmDestroyDatabase(base);
  }
  return dpi / 96;
}

/** Pictures of the window's size. Their pixels go to the server as they are: of
    cairo's own way there some memory stays behind with each display. */
static void
make_pictures(struct yeoun_window *w)
{
  const double scale = yeoun_window_scale(w);
  w->image = cairo_image_surface_create(
    CAIRO_FORMAT_ARGB32, (int)w->width, (int)w->height);
  w->shown = cairo_image_surface_create(
    CAIRO_FORMAT_ARGB32, (int)w->width, (int)w->height);
  w->picture = cairo_create(w->image);
  w->live = cairo_create(w->shown);
  cairo_scale(w->picture, scale, scale);
  cairo_scale(w->live, scale, scale);
  w->puts = 0;
  w->pixels =
    (XImage){.width = (int)w->width,
             .height = (int)w->height,
             .format = ZPixmap,
             .byte_order = LSBFirst,
             .bitmap_unit = 32,
             .bitmap_bit_order = LSBFirst,
             .bitmap_pad = 32,
             .depth = w->depth,
             .bytes_per_line = cairo_image_surface_get_stride(w->shown),
             .bits_per_pixel = 32,
             .red_mask = 0xFF0000,
             .green_mask = 0xFF00,
             .blue_mask = 0xFF};
  const uint16_t one = 1;
  if (!*(const uint8_t *)&one) {
    w->pixels.byte_order = w->pixels.bitmap_bit_order = MSBFirst;
  }
  w->pixels.data = (char *)cairo_image_surface_get_data(w->shown);
  XInitImage(&w->pixels);
}

static void
drop_pictures(struct yeoun_window *w)
{
  cairo_destroy(w->live);
  cairo_destroy(w->picture);
  cairo_surface_destroy(w->shown);
  cairo_surface_destroy(w->image);
}

/** The size that hosts read: they know no other way. */
static void
set_hints(struct yeoun_window *w, unsigned least_width, unsigned least_height)
{
  XSizeHints *const hints = XAllocSizeHints();
  if (hints) {
    hints->flags = PBaseSize | PMinSize | PSize;
    hints->base_width = hints->width = (int)w->width;
    hints->base_height = hints->height = (int)w->height;
    hints->min_width = (int)(least_width * w->scale);
    hints->min_height = (int)(least_height * w->scale);
    XSetWMNormalHints(w->display, w->id, hints);
    XFree(hints);
  }
}

static bool
open_window(struct yeoun_window *w, unsigned least_width, unsigned least_height)
{
  yeoun_x_trap(w);
  w->id = XCreateSimpleWindow(
    w->display, w->parent, 0, 0, w->width, w->height, 0, 0, 0);
  XWindowAttributes attributes = {0};
  const bool is_there = XGetWindowAttributes(w->display, w->id, &attributes);
  /* Pixels of eight bits a colour, in the usual order, are all we know. */
  if (yeoun_x_untrap(w) || !is_there || attributes.depth < 24 ||
      attributes.visual->red_mask != 0xFF0000) {
    return false;
  }
  w->depth = attributes.depth;
  XStoreName(w->display, w->id, "Yeoun interface");
  set_hints(w, least_width, least_height);
  XSelectInput(w->display, w->id, YEOUN_X_EVENTS);
  w->gc = XCreateGC(w->display, w->id, 0, NULL);
  XSetGraphicsExposures(w->display, w->gc, False);
  yeoun_x_method_open(w);
  yeoun_x_drop_open(w);
  make_pictures(w);
  XMapWindow(w->display, w->id);
  XFlush(w->display);
  return true;
}

struct yeoun_window *
yeoun_window_new(uintptr_t parent,
                 unsigned width,
                 unsigned height,
                 unsigned least_width,
                 unsigned least_height,
                 double scale)
{
  struct yeoun_window *const w = (struct yeoun_window *)calloc(1, sizeof(*w));
  if (!w || !(w->display = XOpenDisplay(NULL))) {
    free(w);
    return NULL;
  }
  w->parent = (Window)parent;
  w->scale = scale > 0 ? scale : read_scale(w->display);
  w->zoom = 1;
  w->width = (unsigned)(width * w->scale);
  w->height = (unsigned)(height * w->scale);
  if (!open_window(w, least_width, least_height)) {
    XCloseDisplay(w->display);
    free(w);
    return NULL;
  }
  return w;
}

void
yeoun_window_free(struct yeoun_window *window)
{
  if (!window) {
    return;
  }
  yeoun_window_keys(window, false);
  /* The host may have destroyed all of it. */
  yeoun_x_trap(window);
  yeoun_x_method_close(window);
  drop_pictures(window);
  XFreeGC(window->display, window->gc);
  XDestroyWindow(window->display, window->id);
  yeoun_x_untrap(window);
  XCloseDisplay(window->display);
  free(window);
}

uintptr_t
yeoun_window_id(const struct yeoun_window *window)
{
  return (uintptr_t)window->id;
}

double
yeoun_window_scale(const struct yeoun_window *window)
{
  return window->scale * window->zoom;
}

void
yeoun_window_size(const struct yeoun_window *window,
                  unsigned *width,
                  unsigned *height)
{
  *width = window->width;
  *height = window->height;
}

void
yeoun_window_zoom(struct yeoun_window *window, double factor)
{
  if (window->zoom != factor && !window->is_gone) {
    window->zoom = factor;
    drop_pictures(window);
    make_pictures(window);
  }
}

cairo_t *
yeoun_window_picture(struct yeoun_window *window)
{
  return window->picture;
}

/** A rectangle of pixels that is to go to the screen. */
static void
put(struct yeoun_window *w, int x0, int y0, int x1, int y1)
{
  x0 = x0 > 0 ? x0 : 0;
  y0 = y0 > 0 ? y0 : 0;
  x1 = x1 < (int)w->width ? x1 : (int)w->width;
  y1 = y1 < (int)w->height ? y1 : (int)w->height;
  if (x0 >= x1 || y0 >= y1 || w->puts == YEOUN_X_PUTS) {
    return;
  }
  cairo_t *const cr = cairo_create(w->shown);
  cairo_set_source_surface(cr, w->image, 0, 0);
  cairo_set_operator(cr, CAIRO_OPERATOR_SOURCE);
  cairo_rectangle(cr, x0, y0, x1 - x0, y1 - y0);
  cairo_fill(cr);
  cairo_destroy(cr);
  w->put[w->puts++] = (XRectangle){
    (short)x0, (short)y0, (unsigned short)(x1 - x0), (unsigned short)(y1 - y0)};
}

void
yeoun_window_show(struct yeoun_window *window)
{
  put(window, 0, 0, (int)window->width, (int)window->height);
}

void
yeoun_window_restore(struct yeoun_window *window, struct yeoun_rect rect)
{
  const double scale = yeoun_window_scale(window);
  put(window,
      (int)floor(rect.x * scale) - 1,
      (int)floor(rect.y * scale) - 1,
      (int)ceil((rect.x + rect.w) * scale) + 1,
      (int)ceil((rect.y + rect.h) * scale) + 1);
}

cairo_t *
yeoun_window_live(struct yeoun_window *window)
{
  return window->live;
}

bool
yeoun_window_begin(struct yeoun_window *window)
{
  if (!window->is_gone) {
    yeoun_x_trap(window);
  }
  return !window->is_gone;
}

void
yeoun_window_end(struct yeoun_window *window)
{
  cairo_surface_flush(window->shown);
  for (unsigned i = 0; i < window->puts; ++i) {
    const XRectangle *const r = &window->put[i];
    XPutImage(window->display,
              window->id,
              window->gc,
              &window->pixels,
              r->x,
              r->y,
              r->x,
              r->y,
              r->width,
              r->height);
  }
  window->puts = 0;
  window->is_gone = yeoun_x_untrap(window);
}

/** Another size: everything is to be drawn again. */
static bool
take_size(struct yeoun_window *w, const XConfigureEvent *event)
{
  const unsigned width = event->width > 1 ? (unsigned)event->width : 1;
  const unsigned height = event->height > 1 ? (unsigned)event->height : 1;
  if (width == w->width && height == w->height) {
    return false;
  }
  w->width = width;
  w->height = height;
  drop_pictures(w);
  make_pictures(w);
  return true;
}

static void
take_pointer(const struct yeoun_window *w,
             int x,
             int y,
             unsigned state,
             struct yeoun_input *input)
{
  const double scale = yeoun_window_scale(w);
  input->x = x / scale;
  input->y = y / scale;
  input->is_shift = state & ShiftMask;
  input->is_control = state & ControlMask;
}

static void
take_press(struct yeoun_window *w,
           const XButtonEvent *event,
           struct yeoun_input *input)
{
  static const Time double_ms = 350;
  static const int near = 4;
  if (event->button == Button4 || event->button == Button5) {
    input->kind = YEOUN_INPUT_WHEEL;
    input->steps = event->button == Button4 ? 1 : -1;
    return;
  }
  const bool is_again = event->button == w->press_button &&
                        event->time - w->press_time < double_ms &&
                        abs(event->x - w->press_x) < near &&
                        abs(event->y - w->press_y) < near;
  w->clicks = is_again ? w->clicks + 1 : 1;
  w->press_button = event->button;
  w->press_time = event->time;
  w->press_x = event->x;
  w->press_y = event->y;
  input->kind = YEOUN_INPUT_PRESS;
  input->button = event->button;
  input->clicks = w->clicks;
}

/** Whether the next event is a motion too: then this one is passed over. */
static bool
is_followed(struct yeoun_window *w)
{
  XEvent next;
  if (!XEventsQueued(w->display, QueuedAlready)) {
    return false;
  }
  XPeekEvent(w->display, &next);
  return next.type == MotionNotify;
}

static bool
take_button(struct yeoun_window *w, XEvent *event, struct yeoun_input *input)
{
  take_pointer(
    w, event->xbutton.x, event->xbutton.y, event->xbutton.state, input);
  if (event->type == ButtonPress) {
    take_press(w, &event->xbutton, input);
    return event->xbutton.button <= Button5;
  }
  input->kind = YEOUN_INPUT_RELEASE;
  input->button = event->xbutton.button;
  return event->xbutton.button <= Button3;
}

static bool
take_input(struct yeoun_window *w, XEvent *event, struct yeoun_input *input)
{
  switch (event->type) {
    case MotionNotify:
      take_pointer(
        w, event->xmotion.x, event->xmotion.y, event->xmotion.state, input);
      input->kind = YEOUN_INPUT_MOTION;
      return !is_followed(w);
    case ButtonPress:
    case ButtonRelease:
      return take_button(w, event, input);
    case LeaveNotify:
      input->kind = YEOUN_INPUT_LEAVE;
      return event->xcrossing.mode == NotifyNormal;
    case KeyPress:
      w->key = event->xkey;
      take_pointer(w, event->xkey.x, event->xkey.y, event->xkey.state, input);
      return yeoun_x_key(w, &event->xkey, input);
    case FocusIn:
      if (w->context) {
        XSetICFocus(w->context);
      }
      return false;
    case FocusOut:
      input->kind = YEOUN_INPUT_BLUR;
      /* Not what is told of the pointer's window when the focus comes here. */
      return w->has_keys && event->xfocus.mode == NotifyNormal &&
             event->xfocus.detail <= NotifyNonlinearVirtual &&
             event->xfocus.detail != NotifyInferior;
    default:
      return false;
  }
}

enum yeoun_window_news
yeoun_window_next(struct yeoun_window *window, struct yeoun_input *input)
{
  while (XPending(window->display)) {
    XEvent event;
    XNextEvent(window->display, &event);
    if (XFilterEvent(&event, None)) {
      continue;
    }
    *input = (struct yeoun_input){.kind = YEOUN_INPUT_NONE};
    yeoun_x_drag_event(window, &event);
    if (yeoun_x_drop_event(window, &event, input)) {
      return YEOUN_WINDOW_INPUT;
    }
    if (event.type == Expose) {
      if (!event.xexpose.count) {
        return YEOUN_WINDOW_EXPOSED;
      }
    } else if (event.type == MappingNotify) {
      XRefreshKeyboardMapping(&event.xmapping);
    } else if (event.type == DestroyNotify) {
      window->is_gone = true;
    } else if (event.type == ConfigureNotify) {
      if (take_size(window, &event.xconfigure)) {
        return YEOUN_WINDOW_SIZED;
      }
    } else if (take_input(window, &event, input)) {
      return YEOUN_WINDOW_INPUT;
    }
  }
  return YEOUN_WINDOW_QUIET;
}
