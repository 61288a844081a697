// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* Which sign stands for a length, and how pitches and chords are spelt. */

#ifndef YEOUN_RENDER_SCORE_SIGNS_H
#define YEOUN_RENDER_SCORE_SIGNS_H

#include <stdbool.h>
#include <stdint.h>

#include "notation.h"

/** Choose the sign with which a stretch begins: the longest that keeps the
   beats to be seen.
    @param sign  is_triplet is told; type and dot are written
    @param at  place in the bar, divisions
    @param length  of the stretch, divisions
    @param beat  divisions of a beat
    @return length of the sign, divisions */
int32_t
yeoun_sign_choose(struct yeoun_sign *sign,
                  int32_t at,
                  int32_t length,
                  int32_t beat);

/** A letter and its sharps or flats. */
struct yeoun_spelling {
  char step;    /**< 'A'..'G' */
  int8_t alter; /**< sharps, flats negative */
};

/** Spell a pitch class in a key, by the line of fifths: Temperley 2001.
    @param sharps  of its signature, flats negative */
struct yeoun_spelling
yeoun_spell(int sharps, bool is_minor, unsigned pitch_class);

/** A pitch class whose letter is known. */
struct yeoun_spelling
yeoun_spelt(unsigned letter, unsigned pitch_class);

#endif
