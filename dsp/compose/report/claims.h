// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* Whether what a variation was meant to do can be found in its notes: a
   description says nothing that is not there. */

#ifndef YEOUN_COMPOSE_REPORT_CLAIMS_H
#define YEOUN_COMPOSE_REPORT_CLAIMS_H

#include <stdbool.h>

#include "compose/melody/blend.h"
#include "compose/plan/plan.h"
#include "compose/plan/techniques.h"

/** Whether the notes bear out a technique.
    @param stated  the statement: its spans and its tune
    @param score  in felt time, all lanes
    Any thread. */
bool
yeoun_claim_is_true(const struct yeoun_plan *plan,
                    const struct yeoun_version *stated,
                    const struct yeoun_score *score,
                    enum yeoun_technique technique);

#endif
