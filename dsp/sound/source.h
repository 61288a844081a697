// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* The harmonics of a held tone: what bow, lips or reed give, seen through the
   body. */

#ifndef YEOUN_SOUND_SOURCE_H
#define YEOUN_SOUND_SOURCE_H

#include "sustained_facts.h"
#include "wave.h"

/** How far below and above the pitch the waves are made, cents. */
#define YEOUN_SWEEP_CENTS 20.0f

/** Make the waves of a tone. Harmonics stay below 0.43 of the rate, so that
    bends have room. Audio thread. */
void
yeoun_source_build(const struct yeoun_sustained_facts *facts,
                   float hertz,
                   float rate,
                   struct yeoun_wave *wave);

#endif
