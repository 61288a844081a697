// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* From the rhythm of a phrase to its notes: spots for the search, several
   candidates, and the choice among them. */

#ifndef YEOUN_COMPOSE_MELODY_PHRASE_LINE_H
#define YEOUN_COMPOSE_MELODY_PHRASE_LINE_H

#include "compose/harmony/harmony.h"
#include "melody_line.h"
#include "phrase_rhythm.h"
#include "phrase_search.h"

/** Memory that a melody is found in: the caller's. */
struct yeoun_melody_scratch {
  struct yeoun_line_task task;
  struct yeoun_line_scratch search;
  struct yeoun_line_found found[2];
  struct yeoun_phrase_rhythm rhythm[YEOUN_PLAN_PHRASES]; /**< statement */
  struct yeoun_phrase_rhythm varied[YEOUN_PLAN_PHRASES];
};

/** Where a phrase is written and from what. */
struct yeoun_phrase_context {
  const struct yeoun_plan *plan;
  const struct yeoun_score *score;     /**< its spans */
  const struct yeoun_harmony *harmony; /**< their scales */
  struct yeoun_melody_scratch *scratch;
  float centre;    /**< MIDI key */
  float rise;      /**< semitones of the contour's arch */
  float peak_at;   /**< 0..1 of the phrase */
  float echo_pull; /**< bits for each step off that an echo makes */
  bool is_given;   /**< the motif was given as notes: it keeps them */
};

/** Open a task: everything of a phrase but models and motif pulls. The spots
    stand in the order of time, an upbeat first. Any thread. */
void
yeoun_phrase_line_open(const struct yeoun_phrase_context *context,
                       int p,
                       const struct yeoun_phrase_rhythm *rhythm,
                       const struct yeoun_line_taste *taste);

/** The bar of the phrase in which a spot lies; -1 for an upbeat. Any thread. */
int
yeoun_phrase_line_bar(const struct yeoun_plan *plan,
                      int p,
                      const struct yeoun_line_spot *spot);

/** The bar of the phrase from which on another ending of its model goes its own
    way: the last, or the last but one. Any thread. */
int
yeoun_phrase_line_ending(const struct yeoun_plan *plan, int p);

/** Let a bar say the intervals of a row of scale steps. Any thread.
    @param is_motif  they are the theme's motif
    @param slot  onsets of the notes in the bar, ascending
    @param pull  bits for each step off */
void
yeoun_phrase_line_say(struct yeoun_line_task *task,
                      bool is_motif,
                      int bar_slot,
                      int notes,
                      const int16_t *slot,
                      const int16_t *degree,
                      const int8_t *accidental,
                      float pull);

/** Find the phrase: candidates of several seeds, echoes bound in a second pass,
    the best of them put at the end of the tune. Any thread.
    @param tries  1.. */
void
yeoun_phrase_line_find(const struct yeoun_phrase_context *context,
                       int p,
                       const struct yeoun_phrase_rhythm *rhythm,
                       unsigned tries,
                       uint64_t seed,
                       struct yeoun_tune *tune);

#endif
