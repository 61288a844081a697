// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* Write the sound of a take as a WAV file of floats. */

#ifndef YEOUN_RENDER_WAV_H
#define YEOUN_RENDER_WAV_H

#include <stdbool.h>

#include "take.h"

/** Write all channels. The same take gives the same file, to the bit. Says what
    is wrong. */
bool
yeoun_wav_write(const char *path,
                const char *title,
                const struct yeoun_take *take);

#endif
