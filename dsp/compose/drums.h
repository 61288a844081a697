// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* The drums lane. */

#ifndef YEOUN_COMPOSE_DRUMS_H
#define YEOUN_COMPOSE_DRUMS_H

#include "music/score.h"
#include "plan.h"

/** Write the drums that palette and mood call for; most moods call for none.
    Any thread. */
void
yeoun_drums_write(const struct yeoun_plan *plan, struct yeoun_score *score);

#endif
