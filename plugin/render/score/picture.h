// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* A small picture of a cue: its waveform above its piano roll, as SVG. */

#ifndef YEOUN_RENDER_SCORE_PICTURE_H
#define YEOUN_RENDER_SCORE_PICTURE_H

#include <stdbool.h>

#include "render/host/take.h"
#include "render/schedule/composed.h"

/** Write the picture of a take and of what was written. Says what is wrong. */
bool
yeoun_picture_write(const char *path,
                    const struct yeoun_take *take,
                    const struct yeoun_composed *composed);

/** The colour of a lane in the picture, "#2f7fb8"; NULL: it is not drawn. */
const char *
yeoun_picture_colour(unsigned lane);

#endif
