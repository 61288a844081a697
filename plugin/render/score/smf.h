// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* Write a take as a Standard MIDI File: one track for time, one a lane. */

#ifndef YEOUN_RENDER_SCORE_SMF_H
#define YEOUN_RENDER_SCORE_SMF_H

#include <stdbool.h>

#include "music/theme.h"
#include "render/host/take.h"
#include "render/schedule/marks.h"

/** Write a file of type 1, YEOUN_BEAT ticks a quarter note.
    @param variation  its name, by which it can be asked for again
    @param sharps  of the key's signature
    @param key  NULL when it is not known
    @param marks  NULL, or what becomes markers: all but plain bars
    @return false, having said why */
bool
yeoun_smf_write(const char *path,
                const char *title,
                const char *variation,
                const struct yeoun_key *key,
                int8_t sharps,
                const struct yeoun_marks *marks,
                const struct yeoun_take *take);

#endif
