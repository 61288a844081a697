// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* From stems to their mix. */

#ifndef YEOUN_RENDER_SOUND_MIX_H
#define YEOUN_RENDER_SOUND_MIX_H

#include <stdbool.h>

#include "render/host/take.h"

/** Pairs of channels of the stems plugin: the lanes and the ambience. */
#define YEOUN_STEM_PAIRS (YEOUN_LANES + 1)

/** "melody", ... "ambience". */
const char *
yeoun_stem_name(unsigned stem);

/** Add a pair of channels that is the sum of all others. Says what is wrong. */
bool
yeoun_mix_down(struct yeoun_take *take);

/** Add all pairs into the first one, and forget the others. */
void
yeoun_mix_fold(struct yeoun_take *take);

#endif
