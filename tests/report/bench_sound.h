// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* What sounding costs. */

#ifndef YEOUN_TESTS_REPORT_BENCH_SOUND_H
#define YEOUN_TESTS_REPORT_BENCH_SOUND_H

/** Seconds that this process has computed. */
double
cpu_seconds(void);

/** Play "Am F C" in a palette, romantic, and look at no clock. */
void
bench_sound(unsigned palette, double seconds);

/** ns a voice and frame, one held note of each instrument. */
void
bench_models(void);

/** Load and worst block of every palette at several sizes of the block. */
void
bench_palettes(void);

#endif
