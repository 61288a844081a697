// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* Where chords stand: the theme's chords in their own rhythm, cycled over the
   form and cut at bar lines. */

#ifndef YEOUN_COMPOSE_HARMONY_PLACES_H
#define YEOUN_COMPOSE_HARMONY_PLACES_H

#include <stdbool.h>

#include "compose/plan/plan.h"
#include "music/score.h"

#define YEOUN_PLACES 160

/** The bar of a phrase in which a place lies. */
enum yeoun_stand {
  YEOUN_STAND_FIRST,
  YEOUN_STAND_INNER,
  YEOUN_STAND_APPROACH, /**< last but one */
  YEOUN_STAND_LAST,
};

/** A bar at most in which the statement has one chord. */
struct yeoun_chord_place {
  int32_t start, length; /**< ticks */
  int32_t tail;          /**< ticks at the end that another chord may take; 0:
                              none, the place is too short */
  int8_t slot;           /**< the theme's chord; of the end, -1 where it has no
                              tonic */
  uint8_t phrase;        /**< index in the plan */
  uint8_t stand;         /**< enum yeoun_stand */
  bool closes;           /**< the last of its phrase */
  bool is_parallel;      /**< in the parallel mode: minore, maggiore */
  bool is_end;           /**< the tonic that closes an ending */
  bool is_colour;        /**< where the eight bars have their colour */
  int16_t model;         /**< the place that it recalls; -1 where none */
  int16_t draws;         /**< the earliest of those: places that recall one
                              another draw the same lots */
  bool ties_chord;       /**< its chord is that of its model */
  bool ties_tail;        /**< so is what follows it in the same place */
  float pull;            /**< bits that it costs more here to leave the theme's
                              chord: the approach is varied, the goal kept */
  float rank;            /**< 0..1: inserted chords reach the places in this
                              order */
};

struct yeoun_chord_places {
  int count;
  struct yeoun_chord_place place[YEOUN_PLACES];
};

/** Write the spans of the statement into a score. A cycle of three chords is
    rounded up to 1, 2, 4, 8 bars by holding the last one, as players do.
    Any thread. */
void
yeoun_places_state(const struct yeoun_plan *plan, struct yeoun_score *score);

/** Lay the places of a variation over those spans. Phrases that recall an
    earlier one are tied to it where the theme's chords stand alike: exactly, or
    but for the close. Any thread. */
void
yeoun_places_lay(const struct yeoun_plan *plan,
                 const struct yeoun_score *statement,
                 struct yeoun_chord_places *places);

/** Whether a bar lies in the parallel mode (minore, maggiore): whole phrases
    alone, and in long forms not the opening nor the return. Any thread. */
bool
yeoun_places_are_parallel(const struct yeoun_plan *plan, int bar);

/** The place in which a tick lies. Any thread. */
const struct yeoun_chord_place *
yeoun_places_at(const struct yeoun_chord_places *places, int32_t tick);

#endif
