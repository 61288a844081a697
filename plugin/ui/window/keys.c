// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* Keys and input methods. The locale is the host's and is never set here. */

#include <X11/Xutil.h>
#include <X11/keysym.h>
#include <string.h>

#include "x.h"

void
yeoun_x_method_open(struct yeoun_window *window)
{
  XSetLocaleModifiers("");
  window->method = XOpenIM(window->display, NULL, NULL, NULL);
  if (!window->method) {
    XSetLocaleModifiers("@im=none");
    window->method = XOpenIM(window->display, NULL, NULL, NULL);
  }
  if (window->method) {
    window->context = XCreateIC(window->method,
                                XNInputStyle,
                                XIMPreeditNothing | XIMStatusNothing,
                                XNClientWindow,
                                window->id,
                                XNFocusWindow,
                                window->id,
                                NULL);
  }
}

void
yeoun_x_method_close(struct yeoun_window *window)
{
  if (window->context) {
    XDestroyIC(window->context);
  }
  if (window->method) {
    XCloseIM(window->method);
  }
}

static const struct {
  KeySym symbol;
  enum yeoun_key_name key;
} names[] = {
  {XK_Return, YEOUN_KEY_RETURN},
  {XK_KP_Enter, YEOUN_KEY_RETURN},
  {XK_Escape, YEOUN_KEY_ESCAPE},
  {XK_Tab, YEOUN_KEY_TAB},
  {XK_ISO_Left_Tab, YEOUN_KEY_BACK_TAB},
  {XK_BackSpace, YEOUN_KEY_BACKSPACE},
  {XK_Delete, YEOUN_KEY_DELETE},
  {XK_Left, YEOUN_KEY_LEFT},
  {XK_Right, YEOUN_KEY_RIGHT},
  {XK_Up, YEOUN_KEY_UP},
  {XK_Down, YEOUN_KEY_DOWN},
  {XK_Home, YEOUN_KEY_HOME},
  {XK_End, YEOUN_KEY_END},
};

/** A shortcut with Control. */
static bool
find_shortcut(KeySym symbol, bool is_shift, enum yeoun_key_name *key)
{
  switch (symbol) {
    case XK_z:
    case XK_Z:
      *key = is_shift ? YEOUN_KEY_REDO : YEOUN_KEY_UNDO;
      return true;
    case XK_y:
      *key = YEOUN_KEY_REDO;
      return true;
    case XK_a:
      *key = YEOUN_KEY_ALL;
      return true;
    default:
      return false;
  }
}

bool
yeoun_x_key(struct yeoun_window *window,
            XKeyEvent *event,
            struct yeoun_input *input)
{
  KeySym symbol = NoSymbol;
  char text[sizeof(input->text)] = "";
  int length = 0;
  if (window->context) {
    Status status = XLookupNone;
    length = Xutf8LookupString(
      window->context, event, text, (int)sizeof(text) - 1, &symbol, &status);
    length = status == XBufferOverflow ? 0 : length;
  } else {
    length = XLookupString(event, text, (int)sizeof(text) - 1, &symbol, NULL);
  }
  text[length > 0 ? length : 0] = '\0';
  input->kind = YEOUN_INPUT_KEY;
  for (unsigned i = 0; i < sizeof(names) / sizeof(*names); ++i) {
    if (names[i].symbol == symbol) {
      input->key = names[i].key;
      return true;
    }
  }
  if (event->state & ControlMask) {
    return find_shortcut(symbol, input->is_shift, &input->key);
  }
  input->key = YEOUN_KEY_TEXT;
  memcpy(input->text, text, sizeof(text));
  return (unsigned char)*text >= 0x20 && *text != 0x7F;
}
