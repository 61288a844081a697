// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* The rise and fall of a phrase. */

#ifndef YEOUN_COMPOSE_MELODY_CONTOUR_H
#define YEOUN_COMPOSE_MELODY_CONTOUR_H

#include "compose/plan/plan.h"

/** Semitones above (or below) the middle of the range at a slot: an arch in
   each phrase whose top lies where the mood has it, on a larger arch of the
   block. Any thread. */
float
yeoun_contour_at(const struct yeoun_plan *plan, int slot, bool statement);

#endif
