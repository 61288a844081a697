// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* Placing the motif: transformed, and moved by scale steps to where it fits the
   chords. */

#ifndef YEOUN_COMPOSE_MELODY_MOTIF_PLACEMENT_H
#define YEOUN_COMPOSE_MELODY_MOTIF_PLACEMENT_H

#include "compose/harmony/harmony.h"
#include "skeleton.h"

/** Place the motif at the head of a unit, when the unit states it. Returns the
    slots from the unit's beginning that it fills, 0 when it is not stated.
    Any thread. */
int
yeoun_placing_motif(const struct yeoun_plan *plan,
                    const struct yeoun_score *score,
                    const struct yeoun_harmony *harmony,
                    const struct yeoun_unit *unit,
                    bool statement,
                    float centre,
                    struct yeoun_frame *frame);

#endif
