// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* A host with a window: the plugin of the bundle, its interface in a window of
   X, and hands on pointer and keyboard. */

#ifndef YEOUN_TESTS_UI_DESK_H
#define YEOUN_TESTS_UI_DESK_H

#include <X11/Xlib.h>

#include "../host/host.h"
#include "paper.h"

#define DESK_LETTERS 64
#define DESK_MESSAGES 64

struct desk {
  struct host_world world;
  struct host *host;
  Display *display;
  Window window;           /**< the host's */
  void *module;            /**< of the interface */
  void *handle;            /**< NULL while it is closed */
  struct paper *paper;     /**< the same page, to know where things are */
  char keys[DESK_LETTERS]; /**< that the host's own window got */
  unsigned key_count;
  Window target;                        /**< beside it: takes drops */
  char dropped[8192];                   /**< what was dropped there */
  const char *offered;                  /**< what is dragged from there */
  bool is_status, is_accepted;          /**< the interface answered so */
  bool is_finished;                     /**< it took what was dropped */
  unsigned port_writes, messages;       /**< that came from the interface */
  uint8_t message[DESK_MESSAGES][8192]; /**< atoms for the next block */
  unsigned due;
};

/** A host that auditions, without a window yet. */
struct desk *
desk_new(void);

void
desk_free(struct desk *desk);

/** Open the interface. Aborts when it cannot be. */
void
desk_open(struct desk *desk);

void
desk_close(struct desk *desk);

/** Let the host go on for so many of its idle calls. */
void
desk_pump(struct desk *desk, unsigned calls);

/** The same through desk_counted(), which tests/ui/cost looks for. */
void
desk_pump_counted(struct desk *desk, unsigned calls);

/** One idle call of the interface, and nothing else. */
void
desk_counted(struct desk *desk);

/** Go on until the interface has nothing more to compose. */
void
desk_settle(struct desk *desk);

void
desk_move(struct desk *desk, double x, double y);

void
desk_button(struct desk *desk, bool is_down);

void
desk_click(struct desk *desk, yeoun_id id);

/** Drag files from the window beside onto a place of the interface, and let go.
    @param uris  text/uri-list
    @return whether it said that it would take them */
bool
desk_drop(struct desk *desk, double x, double y, const char *uris);

/** Type letters, digits, blanks; "\n" is Return. */
void
desk_type(struct desk *desk, const char *text);

/** Press a key with Control held. */
void
desk_control(struct desk *desk, KeySym symbol);

/** What the plugin says about a property now; empty when it says nothing. */
const char *
desk_told(struct desk *desk, const char *property);

/** What a control of the plugin is set to. */
float
desk_value(struct desk *desk, const char *symbol);

/** The share of a rectangle's pixels on the screen that have a colour. */
double
desk_share(struct desk *desk, struct yeoun_rect rect, unsigned rgb);

#endif
