// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* The motif as a unit states it: turned, reversed, stretched, widened, bent
   (Schoenberg 1967, on the variants of a motive). */

#ifndef YEOUN_COMPOSE_MELODY_MOTIF_VARIANT_H
#define YEOUN_COMPOSE_MELODY_MOTIF_VARIANT_H

#include "compose/plan/plan.h"

/** A motif after its transformation. */
struct yeoun_shape {
  int notes;                            /**< 0..YEOUN_THEME_NOTES */
  int16_t degree[YEOUN_THEME_NOTES];    /**< in the scale of the key */
  int8_t accidental[YEOUN_THEME_NOTES]; /**< semitones off that degree */
  int16_t slot[YEOUN_THEME_NOTES];      /**< from the beginning of the shape */
  int16_t length[YEOUN_THEME_NOTES];    /**< slots */
};

/** The motif for a unit; as the theme has it when `statement`. Any thread. */
struct yeoun_shape
yeoun_shape_of(const struct yeoun_plan *plan,
               const struct yeoun_unit *unit,
               bool statement);

/** Its first notes: what an echo takes up. Any thread. */
struct yeoun_shape
yeoun_shape_head(const struct yeoun_shape *shape);

/** Slots from the beginning of a shape to the end of its last note.
    Any thread. */
int
yeoun_shape_end(const struct yeoun_shape *shape);

#endif
