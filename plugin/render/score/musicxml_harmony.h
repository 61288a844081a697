// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* Chord symbols as MusicXML. */

#ifndef YEOUN_RENDER_SCORE_MUSICXML_HARMONY_H
#define YEOUN_RENDER_SCORE_MUSICXML_HARMONY_H

#include <stdbool.h>
#include <stdio.h>

#include "music/chord.h"

/** Write a chord symbol: root, kind, the degrees that the kind has not, bass.
    @param offset  divisions after the note that follows */
void
yeoun_chord_symbol_write(FILE *file,
                         const struct yeoun_chord *chord,
                         int offset);

#endif
