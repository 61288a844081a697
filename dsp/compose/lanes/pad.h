// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* The pad lane: what binds the others. */

#ifndef YEOUN_COMPOSE_LANES_PAD_H
#define YEOUN_COMPOSE_LANES_PAD_H

#include "compose/plan/plan.h"
#include "voicing.h"

/** Write the pad lane: the middle voices, held. Any thread. */
void
yeoun_pad_write(const struct yeoun_plan *plan,
                const struct yeoun_voicing *voicing,
                struct yeoun_score *score);

#endif
