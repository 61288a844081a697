// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* A theme in another key. */

#ifndef YEOUN_MUSIC_THEME_MOVE_H
#define YEOUN_MUSIC_THEME_MOVE_H

#include "theme.h"

/** Move chords and notes the nearest way, -5..6 semitones, so that what stood
   on one pitch class stands on another. Any thread.
    @param from, to  0..11
    @param is_flat  whether roots on black keys are spelled with flats */
void
yeoun_theme_move(struct yeoun_theme *theme,
                 unsigned from,
                 unsigned to,
                 bool is_flat);

#endif
