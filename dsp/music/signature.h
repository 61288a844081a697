// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* Key signatures, and how a theme's key is spelt: a composer who typed
   Gb Cb Db thinks in six flats, and in no sharps. */

#ifndef YEOUN_MUSIC_SIGNATURE_H
#define YEOUN_MUSIC_SIGNATURE_H

#include <stdint.h>

#include "theme.h"

/** Sharps of a key signature, flats negative: -5..6. Any thread. */
int8_t
yeoun_key_sharps(struct yeoun_key key);

/** The same, -7..7: of two signatures the one whose notes lie nearest, on the
    line of fifths, to the roots, basses and notes that were typed. Any thread.
    Source: Temperley, The Cognition of Basic Musical Structures, 2001, ch. 5.
 */
int8_t
yeoun_key_sharps_as_typed(struct yeoun_key key,
                          const struct yeoun_theme *theme);

/** The place of the tonic on the line of fifths. Any thread.
    @param sharps  of the signature */
int
yeoun_key_tonic_fifths(struct yeoun_key key, int sharps);

/** The place of a pitch class on the line of fifths in a key: from the flat
    sixth of major to its sharp fourth; minor has its leading note instead. Any
    thread.
    @param sharps  of the signature */
int
yeoun_key_fifths(int sharps, bool is_minor, unsigned pitch_class);

/** The letter of a theme's note: as it was typed, else as the key of the theme
    has it. Any thread.
    @param note  below the theme's notes */
unsigned
yeoun_theme_note_letter(const struct yeoun_theme *theme, unsigned note);

/** Forget the letters of notes that are those of the key: what was played and
    what was typed is then one theme. Any thread. */
void
yeoun_theme_letters_fold(struct yeoun_theme *theme);

#endif
