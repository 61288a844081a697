// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* Where a host says that it is. */

#ifndef YEOUN_PLAY_POSITION_H
#define YEOUN_PLAY_POSITION_H

#include <stdint.h>

/** What stands for a bar or beat that a host did not tell: these may be
    negative, before the music. */
#define YEOUN_UNTOLD (-1e300)

/** What a host tells about time. NaN is not allowed. */
struct yeoun_position {
  double bar;           /**< 0 = first, less in a count-in; or YEOUN_UNTOLD */
  double bar_beat;      /**< beats of the metre's unit since the bar, or
                             YEOUN_UNTOLD */
  double beat;          /**< the same since the first bar, or YEOUN_UNTOLD */
  double beats_per_bar; /**< or -1 */
  double beat_unit;     /**< or -1 */
  double bpm;           /**< beats (of the unit) a minute, or -1 */
  double speed;         /**< 0 = stands; -1 = not told */
  int64_t frame;        /**< or -1 */
};

#endif
