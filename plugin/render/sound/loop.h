// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* The version of a cue that goes round for ever. */

#ifndef YEOUN_RENDER_SOUND_LOOP_H
#define YEOUN_RENDER_SOUND_LOOP_H

#include <stdbool.h>

#include "render/host/take.h"
#include "render/schedule/render_plan.h"

/** Run a cue twice, without its ending, and keep the second time: it begins
    with what still rings of the first, and its last moments lead to its first
    frame. Mastered. Says what is wrong. */
bool
yeoun_loop_make(struct yeoun_host *host,
                const struct yeoun_render_plan *plan,
                uint32_t block,
                struct yeoun_take *loop);

#endif
