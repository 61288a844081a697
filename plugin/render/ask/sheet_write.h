// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* What is asked of a cue, written as a cue sheet says it. */

#ifndef YEOUN_RENDER_ASK_SHEET_WRITE_H
#define YEOUN_RENDER_ASK_SHEET_WRITE_H

#include <stdio.h>

#include "cue.h"

/** Write a text as a literal of Turtle. */
void
yeoun_sheet_literal(FILE *file, const char *text);

/** Write a number so that it is read back the same. */
void
yeoun_sheet_number(FILE *file, double number);

/** Write all that a cue asks for but its name and whose it is, in one line:
    "y:theme \"Am F C\" ; y:seconds 17.3". Read again, it is the same music. */
void
yeoun_sheet_write_cue(FILE *file, const struct yeoun_music_cue *cue);

#endif
