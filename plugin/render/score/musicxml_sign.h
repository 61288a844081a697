// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* One printed sign as MusicXML. */

#ifndef YEOUN_RENDER_SCORE_MUSICXML_SIGN_H
#define YEOUN_RENDER_SCORE_MUSICXML_SIGN_H

#include <stdio.h>

#include "notation.h"

/** How a part is written for its player. */
struct yeoun_written {
  int8_t sharps; /**< of its signature */
  bool is_minor;
  int8_t shift; /**< semitones above what sounds */
};

/** Write a note, a chord or a rest, and the grace notes before it.
    @param written  how the part is written
    @param number  of the part: P1 and so on */
void
yeoun_sign_write(FILE *file,
                 struct yeoun_written written,
                 struct yeoun_staff staff,
                 unsigned number,
                 const struct yeoun_sign *sign);

#endif
