// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* The melody lane. */

#ifndef YEOUN_COMPOSE_MELODY_H
#define YEOUN_COMPOSE_MELODY_H

#include <stdbool.h>

#include "../score.h"
#include "harmony.h"
#include "plan.h"

#define YEOUN_TUNE_NOTES 768

/** One melody note before it is ornamented. */
struct yeoun_tune_note {
  int16_t slot, length; /**< slots */
  uint8_t pitch;        /**< MIDI key */
  int16_t degree;       /**< degree number in the scale that holds there */
  uint8_t marks;        /**< set of enum yeoun_mark */
  bool leads_in;        /**< anacrusis: belongs to the phrase that follows */
};

struct yeoun_tune {
  int notes;
  struct yeoun_tune_note note[YEOUN_TUNE_NOTES];
};

/** The statement of the theme over the chords of the score: the same for every
    variation of the same length and metre. Any thread. */
void
yeoun_melody_state(const struct yeoun_plan *plan,
                   const struct yeoun_score *score,
                   const struct yeoun_harmony *harmony,
                   struct yeoun_tune *statement);

/** The melody of the variation. Any thread. */
void
yeoun_melody_vary(const struct yeoun_plan *plan,
                  const struct yeoun_score *score,
                  const struct yeoun_harmony *harmony,
                  const struct yeoun_tune *statement,
                  struct yeoun_tune *tune);

/** Write a tune into the melody lane. Any thread. */
void
yeoun_melody_write(const struct yeoun_plan *plan,
                   const struct yeoun_tune *tune,
                   struct yeoun_score *score);

/** Index of the note that sounds or sounded last at a slot; -1 before the
   first. Any thread. */
int
yeoun_tune_at(const struct yeoun_tune *tune, int slot);

#endif
