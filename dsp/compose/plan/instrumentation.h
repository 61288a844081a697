// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* Who plays: an instrument for each lane, and the keys that the melody may
   use. */

#ifndef YEOUN_COMPOSE_PLAN_INSTRUMENTATION_H
#define YEOUN_COMPOSE_PLAN_INSTRUMENTATION_H

#include "plan.h"

/** Choose plan->instrument, plan->low and plan->high. Needs the budget, the
    poles and the register. Any thread. */
void
yeoun_instrumentation_choose(struct yeoun_plan *plan);

#endif
