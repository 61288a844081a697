// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* What is pressed, and menus of names. The interface's thread. */

#ifndef YEOUN_UI_WIDGETS_BUTTON_H
#define YEOUN_UI_WIDGETS_BUTTON_H

#include "gui.h"

/** A button; is_on draws it pressed in. Returns whether it was clicked. */
bool
yeoun_button(struct yeoun_gui *gui,
             yeoun_id id,
             struct yeoun_rect rect,
             const char *label,
             bool is_on,
             const char *info);

/** The same, in a colour while it is on. */
bool
yeoun_toggle(struct yeoun_gui *gui,
             yeoun_id id,
             struct yeoun_rect rect,
             const char *label,
             bool is_on,
             enum yeoun_hue colour,
             const char *info);

/** What stands before the name of a switch and shows whether it is on. */
enum yeoun_glyph {
  YEOUN_GLYPH_TICK, /**< a box, ticked while it is on */
  YEOUN_GLYPH_PLAY, /**< a triangle; while it is on a square, in a colour */
};

/** A switch that shows what it is. Returns whether it was clicked. */
bool
yeoun_switch(struct yeoun_gui *gui,
             yeoun_id id,
             struct yeoun_rect rect,
             enum yeoun_glyph glyph,
             const char *label,
             bool is_on,
             enum yeoun_hue colour,
             const char *info);

/** A button that can only be looked at: nothing to do now. */
void
yeoun_button_off(struct yeoun_gui *gui,
                 struct yeoun_rect rect,
                 const char *label);

/** A menu of names. Returns whether another was chosen. */
bool
yeoun_menu(struct yeoun_gui *gui,
           yeoun_id id,
           struct yeoun_rect rect,
           unsigned count,
           yeoun_namer namer,
           const void *handle,
           unsigned *value,
           const char *info);

/** Draw the open menu above all else: last in a pass.
    @param window  it stays within */
void
yeoun_menu_draw(struct yeoun_gui *gui, struct yeoun_rect window);

#endif
