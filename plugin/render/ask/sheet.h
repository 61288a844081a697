// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* A cue sheet: the words of property.h in Turtle, as a list of cues. */

#ifndef YEOUN_RENDER_ASK_SHEET_H
#define YEOUN_RENDER_ASK_SHEET_H

#include <stdbool.h>

#include "cue.h"
#include "told.h"

/** Read a sheet: a cue for each y:MusicCue, character and length. Says what is
    wrong, with file, line and cue.
    @param told  what is to be otherwise than it says
    @param only  the name of the one cue that is asked for: no other is read
                 than it may come of; NULL: all */
bool
yeoun_sheet_read(const char *path,
                 const struct yeoun_told *told,
                 const char *only,
                 struct yeoun_cues *cues);

#endif
