// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* Loops in FLAC and Ogg Vorbis: the comments LOOPSTART and LOOPLENGTH, in
   frames, by which engines of games and samplers know where it goes round. */

#ifndef YEOUN_RENDER_SOUND_LOOP_TAGS_H
#define YEOUN_RENDER_SOUND_LOOP_TAGS_H

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

#include <sndfile.h>

/** Make room for the comments, before anything is written.
    @param frames  of the loop, the whole of it: 10 or more */
void
yeoun_loop_tags_reserve(SNDFILE *sound, int64_t frames);

/** Write them, when all else is written; a file of Ogg is settled after that.
    @param frames  as they were reserved for
    @return false when the room is not found or the file cannot be written */
bool
yeoun_loop_tags_write(FILE *file, int64_t frames);

#endif
