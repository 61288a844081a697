// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "theme_file.h"

#include "path.h"
#include "read/midi_theme.h"

bool
yeoun_theme_file(const char *name,
                 char *text,
                 size_t size,
                 struct yeoun_fault *fault)
{
  char path[1024];
  if (!yeoun_path_read(name, path, sizeof(path))) {
    yeoun_fault_note(fault,
                     "A path begins at the root or at ~: /home/me/window.mid");
    return false;
  }
  return yeoun_midi_theme_read(path, text, size, fault);
}
