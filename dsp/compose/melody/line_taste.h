// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* What each mood's melody likes. */

#ifndef YEOUN_COMPOSE_MELODY_LINE_TASTE_H
#define YEOUN_COMPOSE_MELODY_LINE_TASTE_H

#include "compose/plan/plan.h"
#include "phrase_search.h"

/** The costs of a pole's intervals, trimmed as the mood is: more leaps, fewer
    steps. Any thread. */
struct yeoun_line_taste
yeoun_line_taste_of(const struct yeoun_plan *plan, unsigned pole);

#endif
