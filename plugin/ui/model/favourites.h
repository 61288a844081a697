// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* Presets that the person likes: a file with a URI a line, at
   $XDG_CONFIG_HOME/yeoun/favourites, which is ~/.config unless it is set
   (XDG Base Directory Specification 0.8). The interface's thread. */

#ifndef YEOUN_UI_MODEL_FAVOURITES_H
#define YEOUN_UI_MODEL_FAVOURITES_H

#include <stdbool.h>

#define YEOUN_FAVOURITES 256

/** All zero: there are none. */
struct yeoun_favourites {
  unsigned count;
  char uri[YEOUN_FAVOURITES][160];
};

/** Read the file; one that is not there says nothing. */
void
yeoun_favourites_read(struct yeoun_favourites *favourites);

bool
yeoun_favourites_has(const struct yeoun_favourites *favourites,
                     const char *uri);

/** Add a preset, or take it away, in the file as it is now: another window may
    have written it. The file is whole or as it was.
    @return false when it cannot be written: then nothing changed */
bool
yeoun_favourites_toggle(struct yeoun_favourites *favourites, const char *uri);

#endif
