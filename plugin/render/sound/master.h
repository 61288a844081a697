// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* Bring a take to the level at which it is delivered. */

#ifndef YEOUN_RENDER_SOUND_MASTER_H
#define YEOUN_RENDER_SOUND_MASTER_H

#include <stdbool.h>

#include "render/ask/target.h"
#include "render/host/take.h"

/** Bring a take to its target by one gain, if no peak asks for the limiter.
   Says what is wrong.
    @param[out] is_enough  false: nothing was done */
bool
yeoun_master_plainly(struct yeoun_take *take,
                     unsigned target,
                     bool is_one_gain,
                     bool *is_enough);

/** Bring the mix to its target; its stems get the same gain at every moment, so
    that they still add up to it. Says what is wrong.
    @param is_one_gain  the gain that brings usual music to the target, for soft
                        and loud cues the same; else each cue its own */
bool
yeoun_master(struct yeoun_take *take, unsigned target, bool is_one_gain);

#endif
