// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* Write sound to files of several formats. */

#ifndef YEOUN_RENDER_SOUND_SOUND_FILE_H
#define YEOUN_RENDER_SOUND_SOUND_FILE_H

#include <stdbool.h>

#include "render/host/take.h"
#include "render/schedule/marks.h"

/** What a sound file says of itself; marks and loop in WAV alone. */
struct yeoun_sound_label {
  const char *title, *description;
  const struct yeoun_marks *marks; /**< or NULL */
  double start_s;                  /**< in the picture, from midnight */
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
