// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* The bass lane. */

#ifndef YEOUN_COMPOSE_LANES_BASS_H
#define YEOUN_COMPOSE_LANES_BASS_H

#include "compose/plan/plan.h"

/** Write the bass lane. Needs the harmony. Any thread. */
void
yeoun_bass_write(const struct yeoun_plan *plan, struct yeoun_score *score);

#endif
