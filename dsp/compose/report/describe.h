// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* One line in plain words about a variation. */

#ifndef YEOUN_COMPOSE_REPORT_DESCRIBE_H
#define YEOUN_COMPOSE_REPORT_DESCRIBE_H

#include "compose/melody/blend.h"
#include "compose/plan/plan.h"
#include "music/score.h"

/** Write the traits of a score and its description. Any thread. */
void
yeoun_describe(const struct yeoun_plan *plan,
               const struct yeoun_version *stated,
               struct yeoun_score *score);

/** What a trait is called where there is little room: "counter-melody". NULL
    when the traits have it not. Any thread. */
const char *
yeoun_trait_words(const struct yeoun_traits *traits,
                  enum yeoun_technique technique);

#endif
