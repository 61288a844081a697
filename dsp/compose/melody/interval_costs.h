// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* What a melody likes: the cost of intervals, turns and heights, from the
   features of a mood. */

#ifndef YEOUN_COMPOSE_MELODY_INTERVAL_COSTS_H
#define YEOUN_COMPOSE_MELODY_INTERVAL_COSTS_H

#include "compose/plan/plan.h"
#include "pitch_search.h"

/** Of the statement: shares of intervals as in pop melodies (POP909).
    Any thread. */
struct yeoun_line_style
yeoun_manner_plain(void);

/** Of a pole, around a MIDI key. Any thread. */
struct yeoun_line_style
yeoun_manner_of(const struct yeoun_plan *plan, unsigned pole, float centre);

#endif
