// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* Syncopation: beats of a melody that come early. */

#ifndef YEOUN_COMPOSE_MELODY_SYNCOPATION_H
#define YEOUN_COMPOSE_MELODY_SYNCOPATION_H

#include "phrase_rhythm.h"

/** Share of the beats to be anticipated, -1..1: how far a pole's feature is
    trimmed off its card. Negative: of what is early, to be put on the beat.
    Any thread. */
float
yeoun_syncopation_of(const struct yeoun_plan *plan, unsigned pole);

/**
   Anticipate beats by half a pulse, in all bars of a phrase but its close.
   Every beat has a draw of its own: more of it only adds.

   @param bar  the first of the phrase
   @param share  -1..1
   Any thread.
*/
void
yeoun_syncopate(const struct yeoun_plan *plan,
                int bar,
                float share,
                uint64_t seed,
                struct yeoun_phrase_rhythm *rhythm);

#endif
