// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* Write what came of a cue. */

#ifndef YEOUN_RENDER_LIBRARY_DELIVER_H
#define YEOUN_RENDER_LIBRARY_DELIVER_H

#include <stdbool.h>

#include "render/host/host.h"
#include "render/host/take.h"
#include "render/schedule/render_plan.h"
#include "table.h"

/** Master a take and write its files; yeoun_files_place() gives them their
    names. Says what is wrong.
    @param host  of the plan, for what is not in the take: loop and score
    @param block  frames at once
    @param[out] row  what was made */
bool
yeoun_deliver(struct yeoun_host *host,
              const struct yeoun_render_plan *plan,
              uint32_t block,
              struct yeoun_take *take,
              struct yeoun_report_row *row);

#endif
