// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* Ornaments of a tune: suspensions, appoggiaturas, divisions, grace notes. */

#ifndef YEOUN_COMPOSE_MELODY_ORNAMENT_H
#define YEOUN_COMPOSE_MELODY_ORNAMENT_H

#include "melody.h"

/**
   Put suspensions and appoggiaturas on strong beats and divide long notes, as
   often as mood and budget ask.

   A suspension is prepared by the same pitch, as a tone of the chord before,
   and resolved down by step; an appoggiatura is reached from elsewhere and
   resolved by step. Notes of the motif are left alone. Any thread.
*/
void
yeoun_ornament_tune(const struct yeoun_plan *plan,
                    const struct yeoun_score *score,
                    const struct yeoun_harmony *harmony,
                    struct yeoun_tune *tune);

/** Write grace notes before notes of the melody lane: a half step below. Needs
    the melody lane alone in the score, in order. Any thread. */
void
yeoun_ornament_graces(const struct yeoun_plan *plan, struct yeoun_score *score);

#endif
