// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* Where a host says that it is. */

#ifndef YEOUN_PLAY_POSITION_H
#define YEOUN_PLAY_POSITION_H

#include <stdint.h>

/** What a host tells about time; a field it did not tell is negative, NaN not
    allowed. */
struct yeoun_position {
  double bar;           /**< 0 = first; may be -1 = not told */
  double bar_beat;      /**< beats of the metre's unit since the bar, or -1 */
  double beats_per_bar; /**< or -1 */
  double beat_unit;     /**< or -1 */
  double bpm;           /**< beats (of the unit) a minute, or -1 */
  double speed;         /**< 0 = stands; -1 = not told */
  int64_t frame;        /**< or -1 */
};

#endif
