// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* The keys of a second voice whose rhythm is given: those that cost least
   against the melody and the bass, looking over the whole phrase. */

#ifndef YEOUN_COMPOSE_LANES_COUNTER_LINE_H
#define YEOUN_COMPOSE_LANES_COUNTER_LINE_H

#include <stdbool.h>
#include <stdint.h>

#define YEOUN_COUNTER_POINTS 160

struct yeoun_lanes;

/** One note of a second voice. */
struct yeoun_counter_point {
  int16_t slot, length; /**< slots */
  uint8_t pitch;        /**< MIDI key that is found; 0 = none fits */
  bool is_after_rest;
};

struct yeoun_counter_line {
  int count;
  int low, high;    /**< MIDI keys */
  uint64_t seed;    /**< what tells takes apart */
  float freedom;    /**< how much they differ */
  bool is_parallel; /**< along with the melody, not against it */
  struct yeoun_counter_point point[YEOUN_COUNTER_POINTS];
};

/**
   Find the keys of a line, at most YEOUN_COUNTER_POINTS.

   Chord tones but on weak places, where steps pass, and where the line stops;
   consonant with the melody where they meet on strong ones (thirds, sixths and
   tenths best); below the melody, no parallel fifths or octaves with it or with
   the bass; contrary to it (Fux's second species, freely). Any thread.
*/
void
yeoun_counter_line_find(const struct yeoun_lanes *lanes,
                        struct yeoun_counter_line *line);

#endif
