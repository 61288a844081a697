// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* A cue sheet from the places that an editor marked, to be filled in. */

#ifndef YEOUN_RENDER_SPOT_SPOT_H
#define YEOUN_RENDER_SPOT_SPOT_H

#include <stdbool.h>
#include <stdio.h>

/** Read an EDL (CMX3600), a table of markers or a MIDI file, and write its cue
    sheet: ranges are cues, points within them hits; without ranges, the first
    point is the beginning and the last the end of one cue. Says what is wrong.
    @param fps  of timecode.h; 0 = as the file has it */
bool
yeoun_spot(const char *path, unsigned fps, FILE *file);

#endif
