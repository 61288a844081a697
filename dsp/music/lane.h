// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* Lanes: the parts of the music. */

#ifndef YEOUN_MUSIC_LANE_H
#define YEOUN_MUSIC_LANE_H

#include <stdint.h>

#include "audio.h"

/** YEOUN_LANE_MELODY, ... in the order of lane_list.h. */
enum yeoun_lane {
#define LANE(ID, name, Name, channel) YEOUN_LANE_##ID,
#include "lane_list.h"
#undef LANE
  YEOUN_LANES
};

/** "melody", ... Any thread. */
YEOUN_AUDIO const char *
yeoun_lane_name(unsigned lane);

/** The MIDI channel of a lane, 0..15. Any thread. */
YEOUN_AUDIO uint8_t
yeoun_lane_channel(unsigned lane);

#endif
