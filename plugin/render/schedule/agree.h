// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* Whether what a plugin played is what was composed for its score. The score,
   the hits and the picture are composed by this command, the sound and the MIDI
   by a plugin that may be of another build: then they would not agree, and
   nobody would see it. */

#ifndef YEOUN_RENDER_SCHEDULE_AGREE_H
#define YEOUN_RENDER_SCHEDULE_AGREE_H

#include <stdbool.h>

#include "composed.h"
#include "render/host/host.h"
#include "render/host/take.h"
#include "render_plan.h"

/** Compare the notes that begin, by lane and key. Says which differ, and which
    plugin it was.
    @param composed  what yeoun_composed_make() found for the plan */
bool
yeoun_agree(const struct yeoun_host *host,
            const struct yeoun_render_plan *plan,
            const struct yeoun_composed *composed,
            const struct yeoun_take *take);

#endif
