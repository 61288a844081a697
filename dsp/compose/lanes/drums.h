// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* The drums lane. */

#ifndef YEOUN_COMPOSE_LANES_DRUMS_H
#define YEOUN_COMPOSE_LANES_DRUMS_H

#include "compose/plan/plan.h"
#include "music/score.h"

/** Write the drums that palette and mood call for; most moods call for none.
    Any thread. */
void
yeoun_drums_write(const struct yeoun_plan *plan, struct yeoun_score *score);

#endif
