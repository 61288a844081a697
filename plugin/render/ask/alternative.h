// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* Alternative mixes: the same notes, fewer of them. */

#ifndef YEOUN_RENDER_ASK_ALTERNATIVE_H
#define YEOUN_RENDER_ASK_ALTERNATIVE_H

#include "cue.h"

/** "no-melody", ...; NULL for a number out of range. */
const char *
yeoun_alternative_name(unsigned mix);

/** Its number, or YEOUN_MIXES. */
unsigned
yeoun_alternative_find(const char *name);

/** Make an alternative mix of a cue. False when it has too many settings. */
bool
yeoun_alternative_make(struct yeoun_music_cue *cue, unsigned mix);

#endif
