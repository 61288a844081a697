// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* Where the music is: the host's bars and beats, or a clock of our own, in
   ticks that are exact to the frame whatever the blocks. */

#ifndef YEOUN_PLAY_TRANSPORT_H
#define YEOUN_PLAY_TRANSPORT_H

#include <stdbool.h>
#include <stdint.h>

#include "../audio.h"
#include "../beats.h"

/** What the host said last; a field that it did not say is negative. */
struct yeoun_place_in_time {
  double bar, bar_beat, beats_per_bar, beat_unit, bpm, speed;
};

struct yeoun_transport {
  double rate;              /**< frames a second */
  struct yeoun_meter meter; /**< of the host; {0, 0} = not told */
  double host_bpm;          /**< quarter notes a minute; 0 = not told */
  double speed;             /**< that the host told; 0 = stands */
  bool is_told;             /**< the host has told a place at all */
  bool is_placed;           /**< the host has told bar and beat */
  double anchor_tick;       /**< ticks at frame 0 since the anchor */
  double ticks_per_frame;
  int64_t frame;   /**< since the anchor */
  bool has_jumped; /**< since the player looked last */
};

/** A transport that stands at tick 0. Audio thread. */
YEOUN_AUDIO void
yeoun_transport_reset(struct yeoun_transport *transport, double rate);

/** Take the host's word. A small correction keeps the place, anything more is a
    jump. Audio thread. */
YEOUN_AUDIO void
yeoun_transport_tell(struct yeoun_transport *transport,
                     const struct yeoun_place_in_time *place);

/** Set the tempo from here on, in quarter notes a minute, 5..1000. Audio
 * thread. */
YEOUN_AUDIO void
yeoun_transport_set_tempo(struct yeoun_transport *transport, double bpm);

/** Go to a tick. Audio thread. */
YEOUN_AUDIO void
yeoun_transport_go(struct yeoun_transport *transport, double tick);

/** First tick that lies at or after a frame from now. Audio thread. */
YEOUN_AUDIO int64_t
yeoun_transport_tick(const struct yeoun_transport *transport, uint32_t frames);

/** Frames from now until a tick, never negative. Audio thread. */
YEOUN_AUDIO uint32_t
yeoun_transport_frame(const struct yeoun_transport *transport, int64_t tick);

/** Go on by some frames. Audio thread. */
YEOUN_AUDIO void
yeoun_transport_advance(struct yeoun_transport *transport, uint32_t frames);

#endif
