// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* Write what came of a cue. */

#ifndef YEOUN_RENDER_DELIVER_H
#define YEOUN_RENDER_DELIVER_H

#include <stdbool.h>

#include "brief.h"
#include "table.h"
#include "take.h"

/** Master a take and write its files. Says what is wrong.
    @param host  of the brief, for what is not in the take: loop and score
    @param block  frames at once
    @param[out] row  what was made */
bool
yeoun_deliver(struct yeoun_host *host,
              const struct yeoun_brief *brief,
              uint32_t block,
              struct yeoun_take *take,
              struct yeoun_row *row);

#endif
