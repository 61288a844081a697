// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* From what a cue asks for to the controls of a plugin. */

#ifndef YEOUN_RENDER_HOST_SET_CUE_H
#define YEOUN_RENDER_HOST_SET_CUE_H

#include <stdbool.h>

#include "host.h"
#include "render/ask/cue.h"

/** The URI of the plugin that plays a cue: of a mix, or of stems. */
const char *
yeoun_cue_plugin(const struct yeoun_music_cue *cue);

/** Set all controls of a plugin as a cue wants them. Says what is not
    understood, and what would be. */
bool
yeoun_host_set_cue(struct yeoun_host *host, const struct yeoun_music_cue *cue);

/** Whether ports alone are enough for the sound of a theme: a text is needed
   for more chords than have ports. How chords are spelt no port tells. */
bool
yeoun_host_can_play(const struct yeoun_theme *theme);

#endif
