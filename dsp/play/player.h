// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* A performance and a transport make messages, each at its frame. */

#ifndef YEOUN_PLAY_PLAYER_H
#define YEOUN_PLAY_PLAYER_H

#include <stdbool.h>
#include <stdint.h>

#include "music/audio.h"
#include "music/message.h"
#include "music/remix.h"
#include "music/score.h"
#include "tracker.h"
#include "transport.h"

/** Where the next performance takes over. */
enum yeoun_place {
  YEOUN_PLACE_NOW,
  YEOUN_PLACE_BEAT,
  YEOUN_PLACE_BAR,
  YEOUN_PLACE_PHRASE, /**< four bars, or the form when it is shorter */
  YEOUN_PLACE_ROUND,  /**< the loop point; notes ring over it */
};

struct yeoun_player {
  /* What it is told */
  const struct yeoun_performance *performance; /**< that sounds, or NULL */
  const struct yeoun_performance *next;        /**< to take over, or NULL */
  enum yeoun_place place;                      /**< where next takes over */
  struct yeoun_remix remix;
  bool is_muted[YEOUN_LANES]; /**< of these nothing is begun */
  bool repeats; /**< each round is the same music, not another variation */

  /* What it remembers */
  struct yeoun_transport transport;
  struct yeoun_tracker tracker;
  uint32_t jumps;        /**< of the transport when it was last followed */
  bool are_programs_due; /**< instruments are to be told */
  uint8_t instrument[YEOUN_LANES]; /**< as last told */
  bool is_standing;
  bool is_place_known;
  int64_t place_tick; /**< where next takes over, once known */
  int64_t round;      /**< how many times round before the next note */
  uint16_t note;      /**< of the performance, that comes next */
  int64_t pedal_round;
  uint16_t pedal;
  uint32_t serial; /**< counts performances that began to sound */
};

/** Any thread but audio. */
void
yeoun_player_init(struct yeoun_player *player, double rate);

/** Forget the host's time; what sounds ends in the next stretch that is run.
    Audio thread. */
YEOUN_AUDIO void
yeoun_player_reset(struct yeoun_player *player);

/** Have another performance take over, or none with NULL. It must stay as it is
    while it is here. When the music stands or has only just jumped it takes
    over at once, whatever the place. Audio thread. */
YEOUN_AUDIO void
yeoun_player_queue(struct yeoun_player *player,
                   const struct yeoun_performance *next,
                   enum yeoun_place place);

/** How many times the music went round a length. While another performance
    waits for the loop point, the round before that point is not over.
    Audio thread. @param length  ticks, > 0 */
YEOUN_AUDIO int64_t
yeoun_player_round(const struct yeoun_player *player, int32_t length);

/** Whether the next place of a kind is the loop point. Audio thread. */
YEOUN_AUDIO bool
yeoun_player_turns(const struct yeoun_player *player, enum yeoun_place place);

/** Ticks since the performance's first bar, 0 without one. Audio thread. */
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
