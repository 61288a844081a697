// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* A performance and a transport make messages, each at its frame. */

#ifndef YEOUN_PLAY_PLAYER_H
#define YEOUN_PLAY_PLAYER_H

#include <stdbool.h>
#include <stdint.h>

#include "begun.h"
#include "controllers.h"
#include "cursor.h"
#include "music/audio.h"
#include "music/message.h"
#include "music/remix.h"
#include "music/score.h"
#include "tracker.h"
#include "transport.h"

/** A place that has been reached already. */
#define YEOUN_AT_ONCE INT64_MIN

/** How the next performance takes over. */
enum yeoun_way {
  YEOUN_WAY_CHANGE, /**< what both have rings on, the rest ends */
  YEOUN_WAY_ROUND,  /**< at the loop point: all rings on */
};

struct yeoun_player {
  /* What it is told */
  const struct yeoun_performance *performance; /**< that sounds, or NULL */
  const struct yeoun_performance *next;        /**< to take over, or NULL */
  int64_t next_tick;                           /**< where, or YEOUN_AT_ONCE */
  enum yeoun_way entry;                        /**< how */
  bool must_wait; /**< after a jump: for what takes over at once */
  struct yeoun_remix remix;
  bool is_muted[YEOUN_LANES]; /**< of these nothing is begun */
  bool repeats; /**< each round is the same music, not another variation */

  /* What it remembers */
  struct yeoun_transport transport;
  struct yeoun_tracker tracker;
  struct yeoun_cursor cursor;
  struct yeoun_begun begun;
  struct yeoun_controllers controllers; /**< told what is wanted, too */
  uint32_t jumps;        /**< of the transport when it was last followed */
  bool are_programs_due; /**< instruments are to be told */
  uint8_t instrument[YEOUN_LANES]; /**< as last told */
  bool is_standing;
  bool is_waiting;   /**< silent since a jump, for what is being composed */
  int64_t wait_tick; /**< the last tick before it */
  uint32_t serial;   /**< counts performances that began to sound */
};

/** Any thread but audio. */
void
yeoun_player_init(struct yeoun_player *player, double rate);

/** Forget the host's time; what sounds ends in the next stretch that is run.
    Audio thread. */
YEOUN_AUDIO void
yeoun_player_reset(struct yeoun_player *player);

/** Have another performance take over, or none with NULL. It must stay as it is
    while it is here. Audio thread.
    @param tick  not before the present one, or YEOUN_AT_ONCE */
YEOUN_AUDIO void
yeoun_player_queue(struct yeoun_player *player,
                   const struct yeoun_performance *next,
                   int64_t tick,
                   enum yeoun_way entry);

/** The last tick whose frame lies before the present one. Audio thread. */
YEOUN_AUDIO int64_t
yeoun_player_passed(const struct yeoun_player *player);

/** Ticks since the performance's first bar, 0 without one or before it.
    Audio thread. */
YEOUN_AUDIO double
yeoun_player_tick(const struct yeoun_player *player);

/** Be where the transport is: end what it broke off, tell the instruments,
    begin what is held here. Before each stretch. Audio thread.
    @param sink  hears the messages, at frame 0 of the stretch */
YEOUN_AUDIO void
yeoun_player_follow(struct yeoun_player *player, const struct yeoun_sink *sink);

/** Play a stretch and let the transport advance. Audio thread.
    @param frames  > 0
    @param sink  hears the messages in order, frames counted in this stretch */
YEOUN_AUDIO void
yeoun_player_run(struct yeoun_player *player,
                 uint32_t frames,
                 const struct yeoun_sink *sink);

#endif
