// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* Numbers that are dragged, typed, stepped by keys and wheel, and put back by a
   double click. The interface's thread. */

#ifndef YEOUN_UI_WIDGETS_SLIDER_H
#define YEOUN_UI_WIDGETS_SLIDER_H

#include "gui.h"

struct yeoun_range {
  float low, high, normal;
  float step; /**< of keys and wheel */
  bool is_whole;
};

enum yeoun_way { YEOUN_WAY_ACROSS, YEOUN_WAY_UP };

/** A bar that is filled up to the value; the whole of it can be dragged. Shift
    drags ten times as finely. Returns whether the value changed. */
bool
yeoun_slider(struct yeoun_gui *gui,
             yeoun_id id,
             struct yeoun_rect rect,
             enum yeoun_way way,
             struct yeoun_range range,
             enum yeoun_hue colour,
             float *value,
             const char *info);

/** A value as text; a press begins to type it, a drag up or down changes it.
   The line below it, the caret under the pointer and the sentence say so.
    Returns whether the value changed.
    @param text  what the value is called */
bool
yeoun_number(struct yeoun_gui *gui,
             yeoun_id id,
             struct yeoun_rect rect,
             struct yeoun_range range,
             const char *text,
             enum yeoun_align align,
             float *value,
             const char *info);

#endif
