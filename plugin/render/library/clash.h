// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* Whether files would come over each other: those of two cues, or those of a
   cue and what is in the folder already. Found before anything is made. */

#ifndef YEOUN_RENDER_LIBRARY_CLASH_H
#define YEOUN_RENDER_LIBRARY_CLASH_H

#include <stdbool.h>

#include "render/ask/cue.h"

/** Whether no two cues have a file of one name, and all names can be made. Says
    what is wrong.
    @param speak_of  is told which cue is spoken of */
bool
yeoun_clash_among(const struct yeoun_cues *cues,
                  const char *out,
                  void (*speak_of)(void *handle,
                                   const struct yeoun_music_cue *cue),
                  void *handle);

/** Whether nothing in the folder would be lost when a cue is made: what was
   made of it before was asked for the same. Says what is wrong.
    @param asked  what its files depend on: yeoun_record_ask() */
bool
yeoun_clash_with_folder(const struct yeoun_music_cue *cue,
                        const char *out,
                        const char *asked);

#endif
