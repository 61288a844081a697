// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* The chords lane: which figure when. */

#ifndef YEOUN_COMPOSE_LANES_TEXTURE_H
#define YEOUN_COMPOSE_LANES_TEXTURE_H

#include "compose/plan/plan.h"
#include "voicing.h"

/** MIDI key around which the chords lie: below the melody. Any thread. */
float
yeoun_texture_centre(const struct yeoun_plan *plan);

/** Write the chords lane. Any thread. */
void
yeoun_texture_write(const struct yeoun_plan *plan,
                    const struct yeoun_voicing *voicing,
                    struct yeoun_score *score);

#endif
