// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* One printed sign as MusicXML. */

#ifndef YEOUN_RENDER_SCORE_MUSICXML_SIGN_H
#define YEOUN_RENDER_SCORE_MUSICXML_SIGN_H

#include <stdio.h>

#include "notation.h"

/** Write a note, a chord or a rest, and the grace notes before it.
    @param key  in which it is spelt
    @param number  of the part: P1 and so on */
void
yeoun_sign_write(FILE *file,
                 struct yeoun_key key,
                 struct yeoun_staff staff,
                 unsigned number,
                 const struct yeoun_sign *sign);

#endif
