// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* What hands do to notes that sound, for whoever plays them by MIDI: expression
   and dynamics (CC11, CC1) that follow the performer's swells, and the bends of
   the score. In each lane the note that began last leads. Between two onsets a
   lane sends at most one message in each step of a grid of musical time that is
   never finer than 12.5 ms, the most urgent, and only if it would be heard: so
   never more than a hundred a second, and the same wherever playing began. */

#ifndef YEOUN_PLAY_CONTROLLERS_H
#define YEOUN_PLAY_CONTROLLERS_H

#include <stdbool.h>
#include <stdint.h>

#include "music/audio.h"
#include "music/bend.h"
#include "music/message.h"
#include "music/score.h"
#include "tracker.h"
#include "transport.h"

/** Semitones: what receivers take for granted, and all that scores ask for. */
#define YEOUN_BEND_SEMITONES 2

/** The note that leads a lane. */
struct yeoun_lead {
  uint32_t id;  /**< 0: none */
  bool is_held; /**< its instrument can swell */
  uint8_t velocity;
  float phrase_db;    /**< where its phrase is when it begins, <= 0 */
  int64_t start, end; /**< ticks of the transport */
  struct yeoun_swell swell;
  struct yeoun_bending bending;
};

/** What was told of a lane. */
struct yeoun_told {
  bool has_expression, has_dynamics, has_range;
  uint8_t expression, dynamics;
  int16_t cents;
};

struct yeoun_controllers {
  /* What it is told */
  bool has_expression; /**< CC11 is wanted */
  bool has_dynamics;   /**< CC1 is */

  /* What it remembers; all zero at first */
  struct yeoun_lead lead[YEOUN_LANES];
  struct yeoun_told told[YEOUN_LANES];
  int64_t stepped; /**< the last tick that was a step */
};

/** A note is about to begin: bring the lane to where it begins, and let it
    lead. Audio thread.
    @param lead  its id is not known yet: the caller writes it when it is */
YEOUN_AUDIO void
yeoun_controllers_begin(struct yeoun_controllers *controllers,
                        const struct yeoun_transport *transport,
                        uint8_t lane,
                        const struct yeoun_lead *lead,
                        int64_t tick,
                        uint32_t frame,
                        const struct yeoun_sink *sink);

/** A key is about to be played in a lane: unless a note leads there, it sounds
    as it is. Audio thread. */
YEOUN_AUDIO void
yeoun_controllers_yield(struct yeoun_controllers *controllers,
                        uint8_t lane,
                        const struct yeoun_sink *sink);

/** The tick of the next step after one, or YEOUN_NEVER while nothing moves.
    Audio thread. */
YEOUN_AUDIO int64_t
yeoun_controllers_next(const struct yeoun_controllers *controllers,
                       const struct yeoun_transport *transport,
                       int64_t passed);

/** Make a step. Audio thread. */
YEOUN_AUDIO void
yeoun_controllers_step(struct yeoun_controllers *controllers,
                       const struct yeoun_transport *transport,
                       const struct yeoun_tracker *tracker,
                       int64_t tick,
                       uint32_t frame,
                       const struct yeoun_sink *sink);

/** Where the music breaks off: all as MIDI has it at first (RP-015: expression
    127, modulation 0, no bend). Audio thread. */
YEOUN_AUDIO void
yeoun_controllers_reset(struct yeoun_controllers *controllers,
                        const struct yeoun_sink *sink);

/** What is not wanted any more goes back to what it is at first. Audio thread.
 */
YEOUN_AUDIO void
yeoun_controllers_heed(struct yeoun_controllers *controllers,
                       const struct yeoun_sink *sink);

/** Count ticks from elsewhere. Audio thread. */
YEOUN_AUDIO void
yeoun_controllers_shift(struct yeoun_controllers *controllers, int64_t ticks);

#endif
