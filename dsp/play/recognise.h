// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* Which chord a handful of keys is. */

#ifndef YEOUN_PLAY_RECOGNISE_H
#define YEOUN_PLAY_RECOGNISE_H

#include <stdint.h>

#include "music/audio.h"
#include "music/chord.h"

/** The chord symbol that explains a set of pitch classes best: all of its tones
    and no others if there is such a chord, rather with the bass as its root,
    rather a common type; else the nearest. Audio thread.
    @param tones  set of pitch classes, bit 0 is C, not empty
    @param bass  pitch class of the lowest key, 0..11 */
YEOUN_AUDIO struct yeoun_chord
yeoun_recognise(uint16_t tones, uint8_t bass);

#endif
