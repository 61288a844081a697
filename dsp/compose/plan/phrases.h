// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* The phrases of a form: how long each is, what it says again of an earlier
   one, how it closes, and where the music stands in its arc. Songs keep what is
   new for the beginning and return at the end, mostly exactly (corpus of 1,307
   Lieder and 466 lead sheets: 53 % of new phrases stand in the first quarter,
   28 % in the last; echoes lie four and eight bars apart). */

#ifndef YEOUN_COMPOSE_PLAN_PHRASES_H
#define YEOUN_COMPOSE_PLAN_PHRASES_H

#include <stdbool.h>
#include <stdint.h>

#define YEOUN_PLAN_PHRASES 32

/** How a phrase closes. */
enum yeoun_cadence {
  YEOUN_CADENCE_NONE, /**< it runs on into the next */
  YEOUN_CADENCE_HALF, /**< open: on the dominant, or what stands for it */
  YEOUN_CADENCE_OPEN, /**< on the tonic, but the melody stays on its third or
                           fifth, or the close is evaded */
  YEOUN_CADENCE_FULL  /**< closed: tonic, melody on the root */
};

/** What a phrase says of its model, an earlier phrase. */
enum yeoun_recall {
  YEOUN_RECALL_NEW,      /**< nothing: it has no model */
  YEOUN_RECALL_EXACT,    /**< the same */
  YEOUN_RECALL_ENDING,   /**< the same, with another ending */
  YEOUN_RECALL_SEQUENCE, /**< its rhythm and shape, moved by a step or two */
  YEOUN_RECALL_RHYTHM,   /**< its rhythm alone */
  YEOUN_RECALLS
};

struct yeoun_phrase_plan {
  int16_t bar, bars; /**< felt bars */
  uint8_t section;   /**< 0..: eight bars or so */
  uint8_t material;  /**< 0 = a, 1 = b, 2 = c */
  int8_t model;      /**< index of the phrase it recalls, -1 = none */
  uint8_t recall;    /**< enum yeoun_recall */
  uint8_t cadence;   /**< enum yeoun_cadence */
  bool has_upbeat;   /**< it begins before its bar */
  bool is_climax;    /**< the one that has the highest note */
  bool is_last;      /**< of the form */
  uint8_t figure;    /**< which of the accompaniment's figures: 0, 1, 2 */
  float energy;  /**< 0..1: where the arc stands: density, register, level */
  float tension; /**< 0..1 at its tensest bar */
};

struct yeoun_plan;

/** Lay the phrases of the plan; needs its form (units), bars and seed.
    Any thread. */
void
yeoun_phrases_lay(struct yeoun_plan *plan);

/** The phrase in which a bar lies. Any thread. */
const struct yeoun_phrase_plan *
yeoun_phrase_at(const struct yeoun_plan *plan, int bar);

#endif
