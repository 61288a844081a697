// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* What sounding costs. */

#ifndef YEOUN_TESTS_REPORT_BENCH_SOUND_H
#define YEOUN_TESTS_REPORT_BENCH_SOUND_H

#include <stdbool.h>

/** Seconds that this process has computed. */
double
cpu_seconds(void);

/** Play "Am F C" in a palette and mood. The CPU seconds that the worst block
    took, composing aside.
    @param is_moving  whether another variation arrives every three seconds */
double
bench_play(unsigned palette,
           unsigned pole,
           double seconds,
           unsigned block,
           bool is_moving);

/** ns a voice and frame, one held note of each instrument. */
void
bench_models(void);

/** Load and worst block of every palette at several sizes of the block. */
void
bench_palettes(void);

#endif
