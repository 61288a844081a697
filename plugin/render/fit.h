// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* Fit music to a length: how many bars, at what tempo, so that it ends in time
   and strong beats fall on what happens in the picture. */

#ifndef YEOUN_RENDER_FIT_H
#define YEOUN_RENDER_FIT_H

#include <stdbool.h>

#include "brief.h"

/** Find bars, rounds and tempo map of a brief. Says what cannot be fitted.
    @param tempo_bpm  quarter notes a minute that the music would like */
bool
yeoun_fit(const struct yeoun_music_cue *cue,
          struct yeoun_meter meter,
          double tempo_bpm,
          struct yeoun_brief *brief);

#endif
