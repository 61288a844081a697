// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* Performance + ticks -> messages: the notes of a stretch, each at its frame,
   every note-on with its one note-off. */

#ifndef YEOUN_PLAY_PLAYER_H
#define YEOUN_PLAY_PLAYER_H

#include <stdbool.h>
#include <stdint.h>

#include "../audio.h"
#include "../message.h"
#include "../score.h"
#include "transport.h"

#define YEOUN_SOUNDING_MAX 192

/** One note that sounds. */
struct yeoun_sounding {
  int64_t end; /**< tick since the beginning of time */
  uint32_t id;
  uint8_t lane, pitch;
};

/** Where messages go. */
struct yeoun_outlet {
  void (*write)(void *handle, const struct yeoun_message *message);
  void *handle;
};

struct yeoun_player {
  int64_t cursor; /**< every tick before it has been played */
  uint32_t next_id;
  uint32_t count;
  uint8_t program[YEOUN_LANES]; /**< told last; 0 = none yet */
  bool is_pedal_down[YEOUN_LANES];
  bool is_running;
  struct yeoun_sounding sounding[YEOUN_SOUNDING_MAX];
};

/** Forget everything; nothing is sent. Audio thread. */
YEOUN_AUDIO void
yeoun_player_reset(struct yeoun_player *player);

/** End all notes and lift all pedals at a frame. Audio thread. */
YEOUN_AUDIO void
yeoun_player_stop(struct yeoun_player *player,
                  uint32_t frame,
                  const struct yeoun_outlet *outlet);

/** Begin at a tick: notes that are held there sound. Audio thread. */
YEOUN_AUDIO void
yeoun_player_start(struct yeoun_player *player,
                   const struct yeoun_performance *performance,
                   int64_t tick,
                   uint32_t frame,
                   const struct yeoun_outlet *outlet);

/**
   Play on to a tick.

   @param transport  tells the frame of each tick, from `frame` on
   @param to  first tick that is not played

   Audio thread.
*/
YEOUN_AUDIO void
yeoun_player_play(struct yeoun_player *player,
                  const struct yeoun_performance *performance,
                  const struct yeoun_transport *transport,
                  int64_t to,
                  uint32_t frame,
                  const struct yeoun_outlet *outlet);

#endif
