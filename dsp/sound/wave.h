// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* One period of four waves side by side, made of harmonics when a note begins:
   soft and loud, each as it is a little below and a little above the pitch.
   Between them lie all dynamics, and what vibrato does to each harmonic as it
   sweeps over the resonances of a body (Mathews & Kohut 1973). */

#ifndef YEOUN_SOUND_WAVE_H
#define YEOUN_SOUND_WAVE_H

#include <stdint.h>

#define YEOUN_WAVE_FRAMES 1024
#define YEOUN_HARMONICS 88

/** Order of the four. */
enum { YEOUN_SOFT_BELOW, YEOUN_SOFT_ABOVE, YEOUN_LOUD_BELOW, YEOUN_LOUD_ABOVE };

struct yeoun_wave {
  int frames;     /**< of the period: 256, 512 or 1024 */
  unsigned shift; /**< from a phase of 2^32 in a turn to a frame */
  float four[YEOUN_WAVE_FRAMES + 1][4]; /* the first frame again at the end */
};

/** What the four are made of. */
struct yeoun_spectrum {
  int harmonics;
  float level[4][YEOUN_HARMONICS]; /**< amplitude of harmonic i + 1 */
  float phase[YEOUN_HARMONICS];    /**< radians */
};

/** Add harmonics up, each wave to an RMS of 0.7. Audio thread. */
void
yeoun_wave_build(struct yeoun_wave *wave,
                 const struct yeoun_spectrum *spectrum);

#endif
