// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* What the critic reads: whether a key is an accident where it stands, and
   which other would be none. */

#ifndef YEOUN_COMPOSE_LANES_READING_H
#define YEOUN_COMPOSE_LANES_READING_H

#include "critic.h"

/** What is being read. */
struct yeoun_critic_reading {
  const struct yeoun_plan *plan;
  struct yeoun_score *score;
  struct yeoun_critic *critic;
  const struct yeoun_heard *melody;
  unsigned set; /**< lanes that may be changed; 0 = only count */
  bool is_above;
  uint16_t *count;
};

/** An overlap of so many slots is heard. */
#define YEOUN_TOGETHER_SLOTS 2

/** The first accident of a key in a note's place; YEOUN_ACCIDENTS = none.
    Any thread. */
enum yeoun_accident
yeoun_reading_accident(const struct yeoun_critic_reading *reading,
                       const struct yeoun_note *note,
                       int key);

/** Whether the i-th note may have a key: its instrument has it, its lane does
    not strike it or its neighbour yet, and it is no accident. Any thread. */
bool
yeoun_reading_may_take(const struct yeoun_critic_reading *reading,
                       int i,
                       int key);

/** Another key for the i-th note: the nearest chord tone within a sixth that
    has no accident; 0 = none. The bass goes to its octave first, and where it
   is written so to nothing else. Any thread. */
int
yeoun_reading_find(const struct yeoun_critic_reading *reading, int i);

#endif
