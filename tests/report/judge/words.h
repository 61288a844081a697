// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* Whether the words of a description are true of the notes. */

#ifndef YEOUN_TESTS_REPORT_JUDGE_WORDS_H
#define YEOUN_TESTS_REPORT_JUDGE_WORDS_H

#include "piece.h"

/** What a phrase of words claims, judged on notes and chords: 1 true, 0 false,
    -1 when the notes cannot say (an instrument, a character).
    @param text  begins with the phrase and ends at a comma or semicolon */
int
words_are_true(const struct piece *piece, const char *text);

/* Claims about the motif, in words_motif.c: the statement's first four notes,
   looked for in the variation. */
bool
words_widened(const struct piece *piece);
bool
words_upside_down(const struct piece *piece);
bool
words_backwards(const struct piece *piece);
bool
words_in_sequence(const struct piece *piece);
bool
words_in_fragments(const struct piece *piece);
bool
words_drawn_out(const struct piece *piece);
bool
words_quickened(const struct piece *piece);

#endif
