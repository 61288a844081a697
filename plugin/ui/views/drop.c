// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* What is dropped onto the window: a MIDI file is a theme, a still is warmth,
   wherever it falls. */

#include <stdio.h>

#include "read/midi_theme.h"
#include "ui/model/path.h"
#include "ui/model/still.h"
#include "views.h"

void
yeoun_view_drop(struct yeoun_page *page)
{
  struct yeoun_gui *const gui = &page->gui;
  char path[1024];
  char uri[1024];
  if (gui->in.kind != YEOUN_INPUT_DROP) {
    return;
  }
  const char *list = gui->in.uris;
  yeoun_gui_answer(gui);
  while (yeoun_path_next(&list, uri, sizeof(uri))) {
    if (!yeoun_path_read(uri, path, sizeof(path))) {
      continue;
    }
    if (yeoun_midi_theme_is(path)) {
      if (!yeoun_view_theme_file(page, path)) {
        snprintf(
          page->message, sizeof(page->message), "%.250s", page->file_fault);
      }
      return;
    }
    if (yeoun_still_is(path)) {
      yeoun_view_still(page, path);
      return;
    }
  }
  snprintf(page->message,
           sizeof(page->message),
           "Drop a MIDI file (.mid) for its theme, or a still (.png, .jpg) for "
           "its warmth.");
}
