// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* The chords of a variation: the theme's own, laid out in bars, and what is
   done to them. */

#ifndef YEOUN_COMPOSE_HARMONY_H
#define YEOUN_COMPOSE_HARMONY_H

#include "plan.h"

/** Write the spans of the score. Any thread. */
void
yeoun_harmony_write(const struct yeoun_plan *plan, struct yeoun_score *score);

/** The span in which a tick lies; the last one beyond the end. Any thread. */
const struct yeoun_span *
yeoun_harmony_at(const struct yeoun_score *score, int32_t tick);

#endif
