// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* How loud sound is, and how high it peaks. Sources: ITU-R BS.1770-4; EBU
   R 128 2014, as libebur128 measures them. */

#ifndef YEOUN_RENDER_SOUND_LOUDNESS_H
#define YEOUN_RENDER_SOUND_LOUDNESS_H

#include <stdbool.h>

#include "render/host/take.h"

/** What silence measures. */
#define YEOUN_NO_LOUDNESS (-120.0)

struct yeoun_loudness {
  double lufs;    /**< integrated, gated */
  double peak_db; /**< true peak, dB of full scale */

  /* By yeoun_loudness_of_pair() alone */
  double range_lu;                   /**< EBU Tech 3342 */
  double momentary_lufs, short_lufs; /**< the loudest .4 s and 3 s */
};

/** Measure the mix of a take. Says what is wrong. */
bool
yeoun_loudness_of_take(const struct yeoun_take *take,
                       struct yeoun_loudness *loudness);

/** Measure a pair of channels of a take, in all that a broadcast wave tells.
   Says what is wrong. */
bool
yeoun_loudness_of_pair(const struct yeoun_take *take,
                       unsigned channel,
                       struct yeoun_loudness *loudness);

/** Measure a stereo file. Says what is wrong. */
bool
yeoun_loudness_of_file(const char *path, struct yeoun_loudness *loudness);

#endif
