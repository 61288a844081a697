// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* Formats of sound files; a set of them is a number with their bits. One more
   is a row here and in format.c. */

#ifndef YEOUN_RENDER_ASK_FORMAT_H
#define YEOUN_RENDER_ASK_FORMAT_H

#include <stdbool.h>

enum yeoun_format {
  YEOUN_FORMAT_FLOAT, /**< WAV, 32-bit float */
  YEOUN_FORMAT_WAV24, /**< WAV, 24 bits */
  YEOUN_FORMAT_FLAC,  /**< 24 bits */
  YEOUN_FORMAT_OGG,   /**< Vorbis */
  YEOUN_FORMAT_MP3,
  YEOUN_FORMATS
};

/** "wav24,mp3" or "wav24 mp3" -> a set of formats; 0 when a name is not known,
    or not to this machine's libsndfile, or two would bear the same file name.
 */
unsigned
yeoun_formats_read(const char *text);

/** "wav24", ... */
const char *
yeoun_format_name(unsigned format);

/** The end of the name of a file: "wav". */
const char *
yeoun_format_end(unsigned format);

/** What libsndfile calls a format. */
int
yeoun_format_code(unsigned format);

/** Whether a format is a wave file, which has marks, a loop and a label. */
bool
yeoun_format_is_wave(unsigned format);

/** The first format of a set. */
unsigned
yeoun_formats_first(unsigned set);

/** Whether it lies in pages of Ogg. */
bool
yeoun_format_is_ogg(unsigned format);

/** Whether its tags are those of MP3. */
bool
yeoun_format_is_mpeg(unsigned format);

/** Whether it carries comments as Vorbis has them. */
bool
yeoun_format_has_comments(unsigned format);

#endif
