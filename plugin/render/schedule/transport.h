// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* Roll a host's transport over a plugin, from bar 0 until its last sound. */

#ifndef YEOUN_RENDER_SCHEDULE_TRANSPORT_H
#define YEOUN_RENDER_SCHEDULE_TRANSPORT_H

#include <stdbool.h>

#include "render/host/take.h"
#include "render_plan.h"

/** Begin a take of a plan: empty. */
void
yeoun_transport_begin(const struct yeoun_render_plan *plan,
                      struct yeoun_take *take);

/** Run a new instance over all bars and its tail. Says what is wrong.
    @param block  frames at once; 0 = a different number every time */
bool
yeoun_transport_roll(struct yeoun_host *host,
                     const struct yeoun_render_plan *plan,
                     uint32_t block,
                     struct yeoun_take *take);

/** Run a new instance over all bars twice, as a host that loops does.
    Says what is wrong. */
bool
yeoun_transport_twice(struct yeoun_host *host,
                      const struct yeoun_render_plan *plan,
                      uint32_t block,
                      struct yeoun_take *take);

#endif
