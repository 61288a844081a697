// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* How far loud and soft are apart. */

#ifndef YEOUN_RENDER_SOUND_LOUDNESS_RANGE_H
#define YEOUN_RENDER_SOUND_LOUDNESS_RANGE_H

#include <stddef.h>

/** Loudness range in LU, of short-term loudnesses in LUFS, ten a second; they
    are sorted. 0 when there are none that count. Source: EBU Tech 3342. */
double
yeoun_loudness_range(double *short_lufs, size_t count);

#endif
