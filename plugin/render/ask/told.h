// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* What the command line tells of cues: properties and their texts, in order. */

#ifndef YEOUN_RENDER_ASK_TOLD_H
#define YEOUN_RENDER_ASK_TOLD_H

#include "property.h"

#define YEOUN_TOLD 128

struct yeoun_told {
  unsigned count;
  struct {
    const struct yeoun_property *property;
    const char *text;
  } entry[YEOUN_TOLD];
};

/** Tell a cue all of it. Says what is not understood, as of an option. */
bool
yeoun_told_apply(const struct yeoun_told *told, struct yeoun_music_cue *cue);

#endif
