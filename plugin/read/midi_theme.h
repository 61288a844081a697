// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* A theme from a MIDI file: the chords of the part that plays chords, the motif
   of the one that sings. */

#ifndef YEOUN_READ_MIDI_THEME_H
#define YEOUN_READ_MIDI_THEME_H

#include <stdbool.h>
#include <stddef.h>

#include "fault.h"

/** Whether a text is the name of a MIDI file, .mid or .midi. */
bool
yeoun_midi_theme_is(const char *text);

/** Read a theme as text: "Am:4 F:4 C:4 e5 g a". Chords are three and more
    keys that begin together, eight at most; a row of them that comes again is
    taken once. Notes what is wrong. Not reentrant. */
bool
yeoun_midi_theme_read(const char *path,
                      char *text,
                      size_t size,
                      struct yeoun_fault *fault);

#endif
