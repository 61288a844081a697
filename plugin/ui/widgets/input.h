// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* What a person did: one event, told without any word of X. */

#ifndef YEOUN_UI_WIDGETS_INPUT_H
#define YEOUN_UI_WIDGETS_INPUT_H

#include <stdbool.h>

enum yeoun_input_kind {
  YEOUN_INPUT_NONE, /**< nothing: only draw */
  YEOUN_INPUT_MOTION,
  YEOUN_INPUT_PRESS,
  YEOUN_INPUT_RELEASE,
  YEOUN_INPUT_WHEEL,
  YEOUN_INPUT_KEY,
  YEOUN_INPUT_LEAVE, /**< the pointer left the window */
  YEOUN_INPUT_BLUR,  /**< the keyboard went elsewhere */
  YEOUN_INPUT_DROP,  /**< files were dropped here: see uris */
};

enum yeoun_key_name {
  YEOUN_KEY_TEXT, /**< see text */
  YEOUN_KEY_RETURN,
  YEOUN_KEY_ESCAPE,
  YEOUN_KEY_TAB,
  YEOUN_KEY_BACK_TAB,
  YEOUN_KEY_BACKSPACE,
  YEOUN_KEY_DELETE,
  YEOUN_KEY_LEFT,
  YEOUN_KEY_RIGHT,
  YEOUN_KEY_UP,
  YEOUN_KEY_DOWN,
  YEOUN_KEY_HOME,
  YEOUN_KEY_END,
  YEOUN_KEY_UNDO,
  YEOUN_KEY_REDO,
  YEOUN_KEY_ALL,
};

/** What the pointer looks like, so that it says what a press would do. */
enum yeoun_cursor {
  YEOUN_CURSOR_ARROW,
  YEOUN_CURSOR_HAND,  /**< pressed */
  YEOUN_CURSOR_TEXT,  /**< typed */
  YEOUN_CURSOR_VALUE, /**< dragged up and down, or typed */
  YEOUN_CURSORS
};

struct yeoun_input {
  enum yeoun_input_kind kind;
  double x, y;     /**< points of the unscaled window */
  unsigned button; /**< 1, 2 or 3 */
  unsigned clicks; /**< of a press: 2 for a double click */
  int steps;       /**< of the wheel: up is positive */
  bool is_shift, is_control;
  enum yeoun_key_name key;
  char text[32];    /**< UTF-8 of YEOUN_KEY_TEXT */
  const char *uris; /**< text/uri-list of YEOUN_INPUT_DROP; of its owner */
};

#endif
