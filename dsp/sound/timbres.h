// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* The timbre of each instrument. */

#ifndef YEOUN_SOUND_TIMBRES_H
#define YEOUN_SOUND_TIMBRES_H

#include "tone.h"

/** Timbre of an instrument (enum yeoun_instrument) or, in the kit, of a drum.
    Any thread. */
YEOUN_AUDIO const struct yeoun_timbre *
yeoun_timbre_of(unsigned instrument, unsigned key);

#endif
