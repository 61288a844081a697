// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* Six themes whose notes are kept as a musician reads them, a note a line: what
   a change of the composer means shows in the difference of two files. */

#ifndef YEOUN_TESTS_UNIT_GOLDEN_NOTES_H
#define YEOUN_TESTS_UNIT_GOLDEN_NOTES_H

#include <stdbool.h>
#include <stdio.h>

enum { GOLDEN_PIECES = 6 };

/** A name for a piece, such as "am-f-c-lyrical-1". */
const char *
golden_notes_name(int piece);

/** Write the notes of a piece. False, with a message, when it cannot be
    written. */
bool
golden_notes_write(int piece, const char *folder);

/** Compare the notes of a piece with those kept in `folder`; print in comments
   of TAP where they part.
    @return whether they are the same */
bool
golden_notes_compare(int piece, const char *folder);

#endif
