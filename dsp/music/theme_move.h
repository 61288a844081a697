// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* A theme in another key. */

#ifndef YEOUN_MUSIC_THEME_MOVE_H
#define YEOUN_MUSIC_THEME_MOVE_H

#include "theme.h"

/** Move chords and notes the nearest way, -5..6 semitones, so that the tonic of
   a key stands on another pitch class; the spelling moves as far on the line of
   fifths. Any thread.
    @param key  of the theme
    @param letter  enum yeoun_letter, how the new tonic is spelt
    @param tonic  0..11, the new one */
void
yeoun_theme_move(struct yeoun_theme *theme,
                 struct yeoun_key key,
                 unsigned letter,
                 unsigned tonic);

#endif
