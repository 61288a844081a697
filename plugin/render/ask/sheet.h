// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* A cue sheet: what presets/sheets.ttl describes, as a list of cues. */

#ifndef YEOUN_RENDER_ASK_SHEET_H
#define YEOUN_RENDER_ASK_SHEET_H

#include <stdbool.h>

#include "cue.h"

/** Read a sheet: a cue for each y:MusicCue, character and length. Says what is
    wrong, with file, line and cue. */
bool
yeoun_sheet_read(const char *path, struct yeoun_cues *cues);

#endif
