// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* A melody on its way: notes in slots, before graces and bends. */

#ifndef YEOUN_COMPOSE_MELODY_MELODY_LINE_H
#define YEOUN_COMPOSE_MELODY_MELODY_LINE_H

#include <stdbool.h>
#include <stdint.h>

#include "music/score.h"

#define YEOUN_MELODY_LINE_NOTES 768

/** One melody note before it is ornamented. */
struct yeoun_line_note {
  int16_t slot, length; /**< slots */
  uint8_t pitch;        /**< MIDI key */
  int16_t degree;       /**< degree number in the scale that holds there */
  uint8_t marks;        /**< set of enum yeoun_mark */
  bool leads_in;        /**< anacrusis: belongs to the phrase that follows */
};

struct yeoun_tune {
  int notes;
  struct yeoun_line_note note[YEOUN_MELODY_LINE_NOTES];
};

/** Write a tune into the melody lane. Any thread. */
void
yeoun_tune_write(const struct yeoun_tune *tune, struct yeoun_score *score);

/** Put the notes in the order of time. Any thread. */
void
yeoun_tune_sort(struct yeoun_tune *tune);

/** Index of the note that sounds or sounded last at a slot; -1 before the
   first. Any thread. */
int
yeoun_tune_at(const struct yeoun_tune *tune, int slot);

#endif
