// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* The tags of an MP3, so that names in Hangul are read as such. */

#ifndef YEOUN_RENDER_SOUND_ID3_TAGS_H
#define YEOUN_RENDER_SOUND_ID3_TAGS_H

#include <stdbool.h>
#include <stdio.h>

/** Say that the texts of a file's first tag are UTF-8, as they are: libsndfile
    has them written as if they were of Western Europe. Nothing moves. False
    when the file cannot be read or written. */
bool
yeoun_id3_tags_settle(FILE *file);

#endif
