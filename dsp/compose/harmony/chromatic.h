// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* Chromatic chords by name: what each must lead to and what it costs.

   Designed tables for what the counted songs hardly have: the chromaticism of
   romantic music and the slips of comic music. A chord of a row is taken
   together with a goal or not at all. */

#ifndef YEOUN_COMPOSE_HARMONY_CHROMATIC_H
#define YEOUN_COMPOSE_HARMONY_CHROMATIC_H

#include <stdbool.h>
#include <stdint.h>

#include "compose/harmony/chord_state.h"

#define YEOUN_CHROMATIC_GOALS 5

/** What a chromatic chord is for. */
enum yeoun_chromatic_use {
  YEOUN_CHROMATIC_MIXTURE, /**< of the parallel mode */
  YEOUN_CHROMATIC_APPLIED, /**< dominant or dim7 of another degree */
  YEOUN_CHROMATIC_SIXTH,   /**< Neapolitan and augmented sixths */
  YEOUN_CHROMATIC_MEDIANT, /**< a major third or its like away */
  YEOUN_CHROMATIC_SLIP,    /**< comic */
};

struct yeoun_chromatic {
  const char *name;
  uint8_t state;    /**< chord_state.h */
  uint8_t use;      /**< enum yeoun_chromatic_use */
  bool is_in_major; /**< where it may be used */
  bool is_in_minor;
  uint8_t cost;  /**< 1/16 bit where the feature `chromatic` is full */
  uint8_t least; /**< percent of the feature under which it is not taken */
  uint8_t goals; /**< 1..YEOUN_CHROMATIC_GOALS */
  uint8_t goal[YEOUN_CHROMATIC_GOALS]; /**< states, the best first */
};

/** The table. @param[out] count its length. Any thread. */
const struct yeoun_chromatic *
yeoun_chromatics(int *count);

/** What the chord costs in place of its chord cost: the row's own where
    the feature is full, one bit more for each sixth that is missing of it, on
    top of that YEOUN_COST_NEVER below the row's least. So a small change of
    the feature is a small change of the cost but where it is already dear.
    @param chromatic YEOUN_FEATURE_CHROMATIC, 0..1. Any thread. */
int
yeoun_chromatic_cost(const struct yeoun_chromatic *row, float chromatic);

/** Whether a chord is one of the row's goals. Any thread. */
bool
yeoun_chromatic_is_goal(const struct yeoun_chromatic *row, int state);

#endif
