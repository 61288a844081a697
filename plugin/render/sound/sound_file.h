// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* Write sound to files of several formats. */

#ifndef YEOUN_RENDER_SOUND_SOUND_FILE_H
#define YEOUN_RENDER_SOUND_SOUND_FILE_H

#include <stdbool.h>

#include "render/host/take.h"
#include "render/schedule/marks.h"

/** Formats of sound files; a set of them is a number with their bits. */
enum yeoun_format {
  YEOUN_FORMAT_FLOAT, /**< WAV, 32-bit float */
  YEOUN_FORMAT_WAV24, /**< WAV, 24 bits */
  YEOUN_FORMAT_FLAC,  /**< 24 bits */
  YEOUN_FORMAT_OGG,   /**< Vorbis */
  YEOUN_FORMAT_MP3,
  YEOUN_FORMATS
};

/** "wav24,mp3" -> a set of formats; 0 when a name is not known, or not to this
    machine's libsndfile, or two would bear the same file name. */
unsigned
yeoun_formats_read(const char *text);

/** The end of the name of a file: "wav". */
const char *
yeoun_format_end(unsigned format);

/** The first format of a set. */
unsigned
yeoun_formats_first(unsigned formats);

/** What a sound file says of itself; marks and loop in WAV alone. */
struct yeoun_sound_label {
  const char *title, *description;
  const struct yeoun_marks *marks; /**< or NULL */
  bool is_loop;                    /**< the whole of it goes round */
};

/** Write one pair of channels of a take. Says what is wrong. */
bool
yeoun_sound_write(const char *path,
                  unsigned format,
                  const struct yeoun_sound_label *label,
                  const struct yeoun_take *take,
                  unsigned channel);

#endif
