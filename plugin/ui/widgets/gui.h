// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* One pass over the window: everything is drawn, and whatever the event is
   meant for answers it on the way. What lasts from one pass to the next is here
   alone: what is under the pointer, held, focused, typed, open. The interface's
   thread. */

#ifndef YEOUN_UI_WIDGETS_GUI_H
#define YEOUN_UI_WIDGETS_GUI_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "input.h"
#include "ui/draw/canvas.h"

/** Bytes of the longest text that is typed, and its final zero. */
#define YEOUN_FIELD_SIZE 512

/** Things under a pointer or in the order of the keyboard, at most. */
#define YEOUN_ZONES 384

/** A thing of the window; 0 is none. Views number theirs from a base. */
typedef uint32_t yeoun_id;

struct yeoun_zone {
  yeoun_id id;
  struct yeoun_rect rect;
  bool is_focusable;
};

/** Write the name of a value of a menu. */
typedef void (*yeoun_namer)(const void *handle,
                            unsigned value,
                            char *text,
                            size_t size);

/** The one menu that is open, and what was chosen in the last. */
struct yeoun_menu {
  yeoun_id of;          /**< whose it is */
  struct yeoun_rect at; /**< of what it belongs to */
  unsigned count, current;
  yeoun_namer namer;
  const void *handle;
  yeoun_id chosen_of; /**< whose choice waits; 0: none */
  unsigned choice;
};

/** The one text that is being typed. */
struct yeoun_field {
  char text[YEOUN_FIELD_SIZE];
  unsigned caret;  /**< in bytes */
  bool is_all;     /**< all is selected: the next letter replaces it */
  bool is_changed; /**< since typing began */
};

struct yeoun_gui {
  struct yeoun_canvas canvas;
  struct yeoun_cuts cuts; /**< of this pass */
  struct yeoun_input in;  /**< of this pass; NONE once it was answered */
  double x, y;            /**< the pointer */
  bool is_inside;         /**< the pointer is in the window */
  yeoun_id hot;           /**< under the pointer, of the last pass */
  yeoun_id next_hot;      /**< of this pass: what is drawn last lies above */
  yeoun_id touched;       /**< pressed last: the wheel is for it */
  bool is_held_over;      /**< the pointer is over what is held */
  yeoun_id held;          /**< pressed and not yet let go */
  yeoun_id focus;         /**< of the keyboard */
  yeoun_id open;          /**< a menu or panel above all else */
  yeoun_id typing;        /**< whose text the field holds */
  yeoun_id typed;         /**< whose text is done and waits to be taken */
  enum yeoun_cursor cursor;
  double held_x, held_y, held_value;
  bool is_dragged; /**< the pointer moved since it was pressed */
  struct yeoun_field field;
  char info[512];         /**< what the thing under the pointer means */
  bool is_above;          /**< what is drawn now lies in the open panel */
  bool is_keys_wanted;    /**< the keyboard should come to the window */
  bool is_key_used;       /**< the last key meant something here */
  bool is_again;          /**< something changed: draw once more */
  bool is_ring_visible;   /**< focus came by the keyboard */
  struct yeoun_menu menu; /**< the open one */
  struct yeoun_zone zone[YEOUN_ZONES];
  unsigned zones;
};

/** Begin a pass with an event. */
void
yeoun_gui_begin(struct yeoun_gui *gui,
                cairo_t *cr,
                const struct yeoun_input *in);

/** End it: focus moves on, what nobody answered is forgotten. */
void
yeoun_gui_end(struct yeoun_gui *gui);

/** Say that something is here: returns whether the pointer is over it.
    @param info  what it means; NULL for nothing */
bool
yeoun_gui_zone(struct yeoun_gui *gui,
               yeoun_id id,
               struct yeoun_rect rect,
               bool is_focusable,
               const char *info);

/** While the pointer is over something, or holds it, it looks like this. */
void
yeoun_gui_point(struct yeoun_gui *gui, yeoun_id id, enum yeoun_cursor cursor);

/** Whether it is being pressed by this event; it is held then. */
bool
yeoun_gui_pressed(struct yeoun_gui *gui, yeoun_id id);

/** Whether it was pressed and is let go over itself, or chosen by key. */
bool
yeoun_gui_clicked(struct yeoun_gui *gui, yeoun_id id);

/** Whether it has the keyboard and this is that key. Answers the event. */
bool
yeoun_gui_key(struct yeoun_gui *gui, yeoun_id id, enum yeoun_key_name key);

/** Let nobody else answer the event of this pass. */
void
yeoun_gui_answer(struct yeoun_gui *gui);

/** Give the keyboard to something. */
void
yeoun_gui_focus(struct yeoun_gui *gui, yeoun_id id);

/** Let the keyboard go back to the host. */
void
yeoun_gui_release_keys(struct yeoun_gui *gui);

/** The ring around what has the keyboard. */
void
yeoun_gui_ring(struct yeoun_gui *gui,
               yeoun_id id,
               struct yeoun_rect rect,
               double radius);

/** What lies under a point, as in the last pass; 0 for nothing. */
yeoun_id
yeoun_gui_at(const struct yeoun_gui *gui, double x, double y);

#endif
