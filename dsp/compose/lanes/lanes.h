// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* All lanes but the melody: chosen against it and against each other. */

#ifndef YEOUN_COMPOSE_LANES_LANES_H
#define YEOUN_COMPOSE_LANES_LANES_H

#include "compose/melody/melody.h"
#include "critic.h"
#include "heard.h"
#include "voicing.h"

/** What the lanes know of each other while they are written; large: the caller
    has it. Chords, pad and counter-melody go by the line of the bass and by the
    first take of the melody, so that a lane that is rolled again leaves the
    others as they are. */
struct yeoun_lanes {
  const struct yeoun_plan *plan;
  const struct yeoun_harmony *harmony;
  const struct yeoun_tune *statement;
  struct yeoun_score *score;
  uint8_t take[YEOUN_LANES]; /**< that is being written */
  struct yeoun_heard heard;
  uint8_t bass[YEOUN_SPANS_MAX]; /**< MIDI key under each span */
  bool is_above; /**< the accompaniment lies above a melody in the tenor */
  struct yeoun_voicing voicing[YEOUN_SPANS_MAX];
  struct yeoun_voicing_search search;
  struct yeoun_critic critic;
};

/**
   Write counter, chords, bass, pad and drums beside the melody, which the score
   has, and mend what lies badly between them.

   @param heard  the first take of the melody, whichever sounds: so that either
                 lane can be re-rolled alone
   @param[out] lanes  scratch; lanes->critic.report says what was mended

   Any thread.
*/
void
yeoun_lanes_write(const struct yeoun_plan *plan,
                  const struct yeoun_tune *statement,
                  const struct yeoun_tune *heard,
                  const struct yeoun_harmony *harmony,
                  struct yeoun_score *score,
                  struct yeoun_lanes *lanes);

/** A stream of draws of one lane: its take is mixed in. Any thread. */
struct yeoun_random
yeoun_lanes_stream(const struct yeoun_lanes *lanes,
                   enum yeoun_lane lane,
                   const char *purpose,
                   uint32_t index);

/** Whether a lane has something to say in a bar. Any thread. */
bool
yeoun_lanes_play(const struct yeoun_lanes *lanes,
                 enum yeoun_lane lane,
                 int bar);

/** Written dynamic of a bar: grows with the arc. dB. Any thread. */
int
yeoun_lanes_level(const struct yeoun_lanes *lanes, int bar);

/** Highest key that the accompaniment has in a stretch: below the tune, unless
    it lies above. Any thread. */
int
yeoun_lanes_ceiling(const struct yeoun_lanes *lanes, int32_t from, int32_t to);

#endif
