// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* One line in plain words about a variation. */

#ifndef YEOUN_COMPOSE_REPORT_DESCRIBE_H
#define YEOUN_COMPOSE_REPORT_DESCRIBE_H

#include "compose/melody/blend.h"
#include "compose/plan/plan.h"
#include "music/score.h"

/** Write the description of a score. Any thread. */
void
yeoun_describe(const struct yeoun_plan *plan,
               const struct yeoun_version *stated,
               struct yeoun_score *score);

#endif
