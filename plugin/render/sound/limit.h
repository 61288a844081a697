// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* A limiter that sees the whole take at once. */

#ifndef YEOUN_RENDER_SOUND_LIMIT_H
#define YEOUN_RENDER_SOUND_LIMIT_H

#include <stdbool.h>

#include "render/host/take.h"

/** Find the gain of every frame that keeps the mix below a ceiling: it falls
    before a peak and recovers slowly. False when memory fails.
    @param gain_db  where nothing is to be limited
    @param ceiling_db  of the samples
    @param[out] gain  a factor for each frame of the take */
bool
yeoun_limit(const struct yeoun_take *take,
            double gain_db,
            double ceiling_db,
            float *gain);

#endif
