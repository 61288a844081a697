// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* The files that come of a cue: the ends of their names after that of the cue.
 */

#ifndef YEOUN_RENDER_LIBRARY_ENDS_H
#define YEOUN_RENDER_LIBRARY_ENDS_H

#include <stdbool.h>

#include "render/ask/cue.h"

#define YEOUN_ENDS 48
#define YEOUN_END 24 /* bytes of one, and its final zero */

/** The record of what was made. */
#define YEOUN_RECORD_END ".made"

struct yeoun_ends {
  unsigned count;
  char end[YEOUN_ENDS][YEOUN_END];
};

/** All that a cue asks for, but its record. */
void
yeoun_ends_of_cue(const struct yeoun_music_cue *cue, struct yeoun_ends *ends);

/** Whether a text is the end of a file that a cue may have. */
bool
yeoun_end_is_known(const char *end);

#endif
