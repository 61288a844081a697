// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* Voicings of the chords: the smoothest way through them, between the bass and
   the melody. */

#ifndef YEOUN_COMPOSE_LANES_VOICING_H
#define YEOUN_COMPOSE_LANES_VOICING_H

#include <stdint.h>

#include "music/score.h"

#define YEOUN_VOICES_OF_CHORD 4
#define YEOUN_VOICINGS 12

struct yeoun_voicing {
  uint8_t voices;                       /**< 2..4 */
  uint8_t pitch[YEOUN_VOICES_OF_CHORD]; /**< MIDI keys, ascending */
};

/** What one chord's voices may be. */
struct yeoun_voicing_room {
  struct yeoun_chord chord;
  uint16_t shunned; /**< pitch classes that rub against the melody */
  uint8_t floor;    /**< lowest key: above the bass */
  uint8_t ceiling;  /**< highest key: below the tune */
  uint8_t wanted;   /**< where the highest voice would best lie */
  uint8_t voices;   /**< how many are asked for, 2..4 */
};

/** Scratch of the search. */
struct yeoun_voicing_search {
  struct yeoun_voicing_room room[YEOUN_SPANS_MAX];
  struct yeoun_voicing choice[YEOUN_SPANS_MAX][YEOUN_VOICINGS];
  float own[YEOUN_SPANS_MAX][YEOUN_VOICINGS];
  uint8_t choices[YEOUN_SPANS_MAX];
  uint8_t parent[YEOUN_SPANS_MAX][YEOUN_VOICINGS];
};

/**
   Voice all spans; search->room says what each may be.

   Least sum of moves, tones in common stay; no parallel fifths or octaves while
   another voicing exists; wider apart below (Huron 2001).

   @param seed  breaks ties
   @param[out] voicing  one for each span

   Any thread.
*/
void
yeoun_voicing_find(struct yeoun_voicing_search *search,
                   int spans,
                   uint64_t seed,
                   struct yeoun_voicing *voicing);

#endif
