// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* Beginning a note: the one place where the music sends a note-on. */

#ifndef YEOUN_PLAY_ONSET_H
#define YEOUN_PLAY_ONSET_H

#include "player.h"

/** What a note must have left when it is begun late, and what may ring on where
    another performance takes over: the smaller of 60 ms and a quarter of the
    note. Ticks. Audio thread. */
YEOUN_AUDIO double
yeoun_onset_enough(const struct yeoun_player *player, double length);

/** Begin a note that belongs to the round that began at a tick, unless its lane
    is muted, it was begun before, or too little is left of it. Audio thread.
    @param late  ticks since its start */
YEOUN_AUDIO void
yeoun_onset_begin(struct yeoun_player *player,
                  const struct yeoun_performed *note,
                  int64_t round_tick,
                  double late,
                  uint32_t frame,
                  const struct yeoun_sink *sink);

/** Press a lane's pedal, unless it is muted. Audio thread. */
YEOUN_AUDIO void
yeoun_onset_press(struct yeoun_player *player,
                  uint8_t lane,
                  int64_t end,
                  uint32_t frame,
                  const struct yeoun_sink *sink);

#endif
