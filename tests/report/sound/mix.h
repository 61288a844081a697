// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* Figures of a whole mix. */

#ifndef YEOUN_TESTS_REPORT_SOUND_MIX_H
#define YEOUN_TESTS_REPORT_SOUND_MIX_H

#include <stdint.h>

/** Bands of mix_measure(): below 200, to 1000, to 4000, above. */
enum { MIX_BANDS = 4 };

struct mix_figures {
  double correlation;     /**< of left and right */
  double balance;         /**< left over right, dB */
  double side[MIX_BANDS]; /**< side against middle in each band, dB */
  double tone[MIX_BANDS]; /**< each band against the second, dB */
};

/** "below 200 Hz", ... */
const char *
mix_band_name(int band);

/** Measure a mix at 48 kHz of at least SPECTRUM_FRAMES. */
struct mix_figures
mix_measure(const float *left, const float *right, uint32_t frames);

/** Integrated loudness at 48 kHz, LUFS (BS.1770). */
double
mix_loudness(const float *left, const float *right, uint32_t frames);

#endif
