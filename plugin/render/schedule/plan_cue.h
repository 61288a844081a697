// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* Find out when a plugin plays what of a cue. */

#ifndef YEOUN_RENDER_SCHEDULE_PLAN_CUE_H
#define YEOUN_RENDER_SCHEDULE_PLAN_CUE_H

#include <stdbool.h>

#include "render/host/host.h"
#include "render_plan.h"

/** Whether what a cue asks for in time can be had. Says what cannot, and what
    would do. */
bool
yeoun_render_plan_check(struct yeoun_host *host,
                        const struct yeoun_music_cue *cue);

/** Set the controls of a plugin for a cue and find out when it plays what.
    Says what is wrong. */
bool
yeoun_render_plan_make(struct yeoun_host *host,
                       const struct yeoun_music_cue *cue,
                       const char *out,
                       struct yeoun_render_plan *plan);

#endif
