// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* The line cliche: an inner voice that creeps by semitones under a held chord:
   8 7 b7 6 of a minor chord, 5 #5 6 b7 of a major one. */

#ifndef YEOUN_COMPOSE_HARMONY_CLICHE_H
#define YEOUN_COMPOSE_HARMONY_CLICHE_H

#include "places.h"

/** Split held triads of the theme so that a voice creeps through them, in as
    many units as the budget says; calmer in the lyrical pole. A line is taken
    only where the next chord has the tone to which it leads. Roots and places
    stay. Any thread. */
void
yeoun_cliche_write(const struct yeoun_plan *plan,
                   unsigned pole,
                   const struct yeoun_chord_places *places,
                   struct yeoun_score *score);

#endif
