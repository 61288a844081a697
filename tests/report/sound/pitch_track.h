// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* How the pitch of a held note moves. */

#ifndef YEOUN_TESTS_REPORT_SOUND_PITCH_TRACK_H
#define YEOUN_TESTS_REPORT_SOUND_PITCH_TRACK_H

#include <stdint.h>

/** Frames between two places of a track, and of the window at each. */
#define TRACK_HOP 240
#define TRACK_WINDOW 2048

struct vibrato {
  int swings;    /**< there and back, counted */
  double hertz;  /**< mean rate; 0 with fewer than three swings */
  double cents;  /**< mean size of a swing, half of its width */
  double rate;   /**< deviation of the periods, % of their mean */
  double widths; /**< deviation of the sizes, % of their mean */
};

/** Cents off a pitch, one each TRACK_HOP frames at 48 kHz.
    @param hertz  the pitch, or a partial of it
    @return how many were written, at most `most` */
int
track_pitch(const float *x,
            uint32_t frames,
            double hertz,
            double *cents,
            int most);

/** Swings from 2.5 to 9 Hz of at least a cent in a track. */
struct vibrato
track_vibrato(const double *cents, int count);

#endif
