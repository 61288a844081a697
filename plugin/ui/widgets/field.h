// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* A line of text that can be typed. While it is typed the window has the
   keyboard; Return or a press elsewhere ends that. The interface's thread. */

#ifndef YEOUN_UI_WIDGETS_FIELD_H
#define YEOUN_UI_WIDGETS_FIELD_H

#include "gui.h"

enum yeoun_edit {
  YEOUN_EDIT_NONE,
  YEOUN_EDIT_TYPED, /**< gui->field.text is another than before */
  YEOUN_EDIT_DONE,  /**< by Return, Tab or a press elsewhere */
};

/** Begin to type a text, all of it selected. */
void
yeoun_field_begin(struct yeoun_gui *gui, yeoun_id id, const char *text);

/** Draw a field and let it be typed.
    @param text  what it shows when it is not being typed
    @param hint  what it shows when that is empty
    @return what happened; the text that was typed is gui->field.text */
enum yeoun_edit
yeoun_field(struct yeoun_gui *gui,
            yeoun_id id,
            struct yeoun_rect rect,
            const char *text,
            const char *hint,
            const char *info);

#endif
