// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* One period of eight waves side by side, made of harmonics: four soft, four
   loud. Of four, two are as the tone is a little below the pitch, two a little
   above; each has a spectrum a little of its own. Between them lie all
   dynamics, what vibrato does to each harmonic as it sweeps over the resonances
   of a body (Mathews & Kohut 1973), and partials that flicker. */

#ifndef YEOUN_SOUND_WAVE_H
#define YEOUN_SOUND_WAVE_H

#include <stdint.h>

#define YEOUN_WAVE_FRAMES 1024
#define YEOUN_HARMONICS 88
#define YEOUN_WAVES 8

/** Order: soft below, below, above, above, then loud the same. */
enum { YEOUN_WAVE_ABOVE = 2, YEOUN_WAVE_LOUD = 4 };

struct yeoun_wave {
  const float (*eight)[YEOUN_WAVES]; /**< the first frame again at the end */
  float hertz;                       /**< that they are made for */
  unsigned shift; /**< from a phase of 2^32 in a turn to a frame */
};

/** What they are made of. */
struct yeoun_spectrum {
  int harmonics;
  float level[YEOUN_WAVES][YEOUN_HARMONICS]; /**< of harmonic i + 1 */
  float phase[YEOUN_HARMONICS];              /**< radians */
};

/** Frames of a period: 256, 512 or 1024. Any thread. */
int
yeoun_wave_frames(int harmonics);

/** Add harmonics up, each wave to an RMS of 0.7.
    @param eight  yeoun_wave_frames() + 1 of them, written
    Any thread but audio. */
void
yeoun_wave_build(const struct yeoun_spectrum *spectrum,
                 float (*eight)[YEOUN_WAVES]);

#endif
