// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* The rhythm of a phrase: bars that say the motif, bars that answer it, and a
   close that lands and breathes. A phrase says one short thing, says it again,
   changes something, and rests; so its bars are few kinds, not a stream.

   Shares from the corpus of Lieder and lead sheets: the last note on the first
   beat in half of phrases, on the middle in a quarter, twice the usual length
   in 61 %; a rest after it in 66 %; upbeats of one beat, or of half a beat. */

#ifndef YEOUN_COMPOSE_MELODY_PHRASE_RHYTHM_H
#define YEOUN_COMPOSE_MELODY_PHRASE_RHYTHM_H

#include <stdbool.h>
#include <stdint.h>

#include "compose/plan/plan.h"

#define YEOUN_PHRASE_BARS 8

/** What a bar says. */
enum yeoun_saying {
  YEOUN_SAYING_FREE,  /**< it goes on */
  YEOUN_SAYING_MOTIF, /**< the motif */
  YEOUN_SAYING_ECHO,  /**< what an earlier bar of the phrase said: its rhythm
                           and intervals, elsewhere */
  YEOUN_SAYING_CLOSE, /**< the close */
};

struct yeoun_phrase_rhythm {
  int bars;                          /**< 1..YEOUN_PHRASE_BARS */
  uint32_t onset[YEOUN_PHRASE_BARS]; /**< sets of slots */
  uint8_t saying[YEOUN_PHRASE_BARS]; /**< enum yeoun_saying */
  int8_t echoed[YEOUN_PHRASE_BARS];  /**< the bar that an echo repeats */
  int end;         /**< slot of the last bar at which its sound ends */
  uint32_t upbeat; /**< onsets in the bar before the phrase */
};

/** The rhythm of a phrase of the theme's own tune that recalls no other.
    Any thread. */
void
yeoun_phrase_rhythm_new(const struct yeoun_plan *plan,
                        int p,
                        struct yeoun_phrase_rhythm *rhythm);

/** Give a phrase its close: landing, breath, and room for the upbeat of the
    phrase that follows. Any thread.
    @param draw  two draws of 0..1 */
void
yeoun_phrase_rhythm_close(const struct yeoun_plan *plan,
                          int p,
                          const float draw[2],
                          struct yeoun_phrase_rhythm *rhythm);

/** The set of slots at which the motif begins its notes. Any thread. */
uint32_t
yeoun_phrase_rhythm_motif(const struct yeoun_plan *plan);

/** Slots of an upbeat: a pulse. Any thread. */
int
yeoun_phrase_rhythm_upbeat_slots(const struct yeoun_plan *plan);

#endif
