// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* What is wanted, where it acts and when it turns. What holds a lead before a
   place of the music is decided there and then and acts at that place, so that
   the music is the same whether it is composed in the worker, which has that
   long to bring it, or at once. After a jump what is wanted acts as soon as it
   is there. The tempo class is decided where the host jumps and where a round
   begins, never between. */

#ifndef YEOUN_DIRECTOR_H
#define YEOUN_DIRECTOR_H

#include <stdbool.h>
#include <stdint.h>

#include "compose/request.h"
#include "music/audio.h"
#include "play/handover.h"
#include "play/player.h"
#include "yeoun.h"

/** A change acts at the first place at least so long after it was asked. */
#define YEOUN_LEAD_S 0.1

/** What a slot holds, or is to. */
struct yeoun_content {
  struct yeoun_request request;
  bool is_ready;
};

/** What has been decided and does not sound yet. */
enum yeoun_decision {
  YEOUN_DECISION_NONE,
  YEOUN_DECISION_PLACE, /**< acts at a place */
  YEOUN_DECISION_SOON,  /**< acts as soon as it is there, the music goes on */
  YEOUN_DECISION_JUMP,  /**< the same, and the music waits for it */
};

struct yeoun_director {
  /* What it is told */
  const struct yeoun_controls *controls;
  struct yeoun_request wish; /**< of the controls alone */

  /* What it remembers */
  struct yeoun_content content[YEOUN_SLOTS];
  struct yeoun_request seen;   /**< the wish and the metre, at the last look */
  struct yeoun_request before; /**< at the look before that */
  struct yeoun_request decided;
  enum yeoun_decision decision;
  enum yeoun_way entry; /**< how what is decided takes over */
  int64_t tick;         /**< of its place */
  int64_t looked_tick;  /**< places up to here are decided */
  int64_t frame;        /**< of the last look */
  int64_t jump_frame;   /**< of the last jump */
  int64_t turned_frame; /**< when the wish last changed */
  int64_t asked_frame;  /**< when something was last composed ahead */
  int8_t doubling;      /**< the tempo class that holds */
  uint32_t late;        /**< changes that came too late for their place */
};

/** Any thread but audio. @param controls  outlive it */
void
yeoun_director_init(struct yeoun_director *director,
                    const struct yeoun_controls *controls);

/** The controls have changed. Audio thread. */
YEOUN_AUDIO void
yeoun_director_heed(struct yeoun_director *director);

/** Decide what is due, and tell the player what takes over where. At the start
    of each stretch at least; again whenever something has become ready.
    Audio thread. */
YEOUN_AUDIO void
yeoun_director_look(struct yeoun_director *director,
                    struct yeoun_handover *handover,
                    struct yeoun_player *player);

/** What should be composed now: what is decided, or, for a worker that has
    nothing else to do, what will be if nobody turns a knob. Audio thread.
    @param can_be_ahead  the second kind too
    @param[out] request  written when the answer is true */
YEOUN_AUDIO bool
yeoun_director_wants(struct yeoun_director *director,
                     const struct yeoun_player *player,
                     bool can_be_ahead,
                     struct yeoun_request *request);

/** A slot to be filled with a request, neither sounding nor waited for nor
    shared; there is always one. Audio thread. */
YEOUN_AUDIO int
yeoun_director_open(struct yeoun_director *director,
                    const struct yeoun_handover *handover,
                    const struct yeoun_player *player,
                    const struct yeoun_request *request);

/** The slot of a performance, or YEOUN_NO_SLOT. Audio thread. */
YEOUN_AUDIO int
yeoun_director_slot(const struct yeoun_handover *handover,
                    const struct yeoun_performance *performance);

#endif
