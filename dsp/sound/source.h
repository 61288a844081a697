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

/** Write the harmonics of a tone of an instrument (enum yeoun_instrument) below
    `top` Hz; how many. Any thread. */
int
yeoun_source_spectrum(unsigned instrument,
                      float hertz,
                      float top,
                      struct yeoun_spectrum *spectrum);

#endif
