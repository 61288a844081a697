// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* Which chords a variation has: the cheapest way through all places of the form
   (Viterbi 1967), with the pull of the theme's own chords set so that as many
   of them stay as sets of variations keep. */

#ifndef YEOUN_COMPOSE_HARMONY_SEARCH_H
#define YEOUN_COMPOSE_HARMONY_SEARCH_H

#include "candidates.h"

/** The distance from which on a form's last tonic is led to by a dominant, and
    the tune steps into its last note. */
#define YEOUN_SEARCH_LEADS_HOME 0.2f

/** Where the search works and what it finds; some 60 KB. */
struct yeoun_search {
  struct yeoun_chord_places places;
  struct yeoun_candidates candidates[2]; /**< of the theme's and the parallel
                                              mode */
  struct yeoun_colour colour;
  float node[YEOUN_PLACES][YEOUN_CHOICES];
  float insert[YEOUN_PLACES][YEOUN_INSERTS];
  float cost[YEOUN_PLACES][YEOUN_CHOICES]; /**< of the best way so far */
  uint8_t back[YEOUN_PLACES][YEOUN_CHOICES];
  int8_t via[YEOUN_PLACES][YEOUN_CHOICES];
  uint8_t main[YEOUN_PLACES]; /**< found: index of the choice */
  int8_t tail[YEOUN_PLACES];  /**< found: index of the insert before the next
                                   place's chord, or -1 */
};

/** Share of the time that keeps the theme's chord at a distance. Interpolated
    between what sets of variations do (median 75 %, a tenth under 53: TAVERN)
    and the dial's ends. Any thread. */
float
yeoun_search_share(float distance);

/** Search. The search's places are laid, nothing else. Any thread.
    @param pole  enum yeoun_pole */
void
yeoun_search_run(const struct yeoun_plan *plan,
                 unsigned pole,
                 struct yeoun_search *search);

/** The chord found for a place. Any thread. */
struct yeoun_chord
yeoun_search_chord(const struct yeoun_search *search, int place);

/** The chord found for the tail of a place; false when there is none.
    Any thread. */
bool
yeoun_search_tail(const struct yeoun_search *search,
                  int place,
                  struct yeoun_chord *chord);

#endif
