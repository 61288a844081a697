// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* The theme of a MIDI file that was typed or dropped. */

#ifndef YEOUN_UI_MODEL_THEME_FILE_H
#define YEOUN_UI_MODEL_THEME_FILE_H

#include <stdbool.h>
#include <stddef.h>

#include "read/fault.h"

/** Read it as text, "Am:4 F:4 C:4 e5 g a"; see read/midi_theme.h. Notes what is
    wrong. The interface's thread.
    @param name  a path, "~/window.mid", or a URI */
bool
yeoun_theme_file(const char *name,
                 char *text,
                 size_t size,
                 struct yeoun_fault *fault);

#endif
