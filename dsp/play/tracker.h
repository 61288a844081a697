// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* The notes and pedals that are down now, so that each comes up once. */

#ifndef YEOUN_PLAY_TRACKER_H
#define YEOUN_PLAY_TRACKER_H

#include <stdbool.h>
#include <stdint.h>

#include "music/audio.h"
#include "music/message.h"
#include "music/score.h"

/** Notes at once; one more is not played. */
#define YEOUN_SOUNDING_MAX 256

/** The end of what ends by hand. */
#define YEOUN_NEVER INT64_MAX

struct yeoun_sounding {
  int64_t end; /**< ticks of the transport, or YEOUN_NEVER */
  uint32_t id;
  uint8_t lane, pitch;
  bool is_live;
  bool is_kept; /**< another performance has it too: yeoun_tracker_keep() */
};

struct yeoun_tracker {
  struct yeoun_sounding note[YEOUN_SOUNDING_MAX];
  uint16_t notes;
  int64_t pedal_end[YEOUN_LANES]; /**< ticks, when the pedal is down */
  bool is_pedal_down[YEOUN_LANES];
  bool is_pedal_kept[YEOUN_LANES];
  uint32_t next_id;
};

/** Any thread. */
void
yeoun_tracker_init(struct yeoun_tracker *tracker);

/** When the first note or pedal ends; YEOUN_NEVER when none does.
    Audio thread. */
YEOUN_AUDIO int64_t
yeoun_tracker_next_end(const struct yeoun_tracker *tracker);

/** Begin a note; one of the same lane and pitch that still sounds ends before.
    @param message  a note on, its id is given here
    @return the id; 0 when there was no room */
YEOUN_AUDIO uint32_t
yeoun_tracker_begin(struct yeoun_tracker *tracker,
                    const struct yeoun_message *message,
                    int64_t end,
                    const struct yeoun_sink *sink);

/** Press or re-press a lane's pedal. Audio thread. */
YEOUN_AUDIO void
yeoun_tracker_press(struct yeoun_tracker *tracker,
                    uint8_t lane,
                    int64_t end,
                    uint32_t frame,
                    const struct yeoun_sink *sink);

/** End what is due up to and with a tick. Audio thread. */
YEOUN_AUDIO void
yeoun_tracker_end(struct yeoun_tracker *tracker,
                  int64_t tick,
                  uint32_t frame,
                  const struct yeoun_sink *sink);

/** End all that is not played by hand, or that is. Audio thread. */
YEOUN_AUDIO void
yeoun_tracker_release(struct yeoun_tracker *tracker,
                      bool is_live,
                      uint32_t frame,
                      const struct yeoun_sink *sink);

/** End what a lane plays, but not by hand. Audio thread. */
YEOUN_AUDIO void
yeoun_tracker_release_lane(struct yeoun_tracker *tracker,
                           uint8_t lane,
                           uint32_t frame,
                           const struct yeoun_sink *sink);

/** Let a note that sounds ring on to another end, through the next
    yeoun_tracker_cut(). Audio thread. */
YEOUN_AUDIO void
yeoun_tracker_keep(struct yeoun_tracker *tracker,
                   uint8_t lane,
                   uint8_t pitch,
                   int64_t end);

/** The same of a pedal; false when it is up. Audio thread. */
YEOUN_AUDIO bool
yeoun_tracker_hold(struct yeoun_tracker *tracker, uint8_t lane, int64_t end);

/** End all that is neither played by hand, nor kept or held, nor ends by a
    tick. Audio thread. */
YEOUN_AUDIO void
yeoun_tracker_cut(struct yeoun_tracker *tracker,
                  int64_t tick,
                  uint32_t frame,
                  const struct yeoun_sink *sink);

/** End the live note of a key, if it still sounds. Audio thread. */
YEOUN_AUDIO void
yeoun_tracker_release_key(struct yeoun_tracker *tracker,
                          uint8_t pitch,
                          uint32_t frame,
                          const struct yeoun_sink *sink);

/** Whether a note still sounds. Audio thread. */
YEOUN_AUDIO bool
yeoun_tracker_has(const struct yeoun_tracker *tracker, uint32_t id);

/** Count ticks from elsewhere. Audio thread. */
YEOUN_AUDIO void
yeoun_tracker_shift(struct yeoun_tracker *tracker, int64_t ticks);

#endif
