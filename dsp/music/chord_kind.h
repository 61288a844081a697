// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* The kind of a chord as charts write it: "m7b5", "CMA7", "7(b9,b13)",
   "13sus", "7alt", and its nearest type. */

#ifndef YEOUN_MUSIC_CHORD_KIND_H
#define YEOUN_MUSIC_CHORD_KIND_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/** A kind as it was written. */
struct yeoun_chord_kind {
  size_t length; /**< bytes read; where the fault begins when it is none */
  bool is_known; /**< all of it was understood */
  bool is_exact; /**< there is a type with just these tones */
  unsigned type; /**< enum yeoun_chord_type, the nearest */
};

/**
   Read a kind: all that follows the root up to a slash with a bass, or the end
   of the symbol.

   Words and signs in any order that charts have: major (M ma maj ^ Δ △ j t),
   minor (m mi min - −), diminished (o ° dim), half diminished (ø h 0),
   augmented
   (+ aug), numbers, altered and added tones, sus, alt, no and omit; case as
   programs write it; parentheses and commas.

   Any thread.
*/
struct yeoun_chord_kind
yeoun_chord_kind_read(const char *text);

/** Whether a symbol ends here: a zero, a blank, a colon, what charts put
   between symbols, or a dash before another root. Any thread. */
bool
yeoun_chord_ends(const char *text);

#endif
