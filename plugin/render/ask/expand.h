// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* From a cue to the cues that come of it: its other lengths, its remixes. */

#ifndef YEOUN_RENDER_ASK_EXPAND_H
#define YEOUN_RENDER_ASK_EXPAND_H

#include <stdbool.h>

#include "cue.h"

/** Append a cue, its remixes (NAME-PALETTE), its edits (NAME-15s) and theirs.
    Says what is wrong. */
bool
yeoun_cues_expand(struct yeoun_cues *cues, const struct yeoun_music_cue *cue);

#endif
