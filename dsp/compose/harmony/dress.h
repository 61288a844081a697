// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* Colour on the chords that were found: ninths, sixths and sevenths that belong
   to the key, and prepared suspensions. */

#ifndef YEOUN_COMPOSE_HARMONY_DRESS_H
#define YEOUN_COMPOSE_HARMONY_DRESS_H

#include "search.h"

/** The chords of a variation, place by place. */
struct yeoun_dressed {
  struct yeoun_chord head[YEOUN_PLACES]; /**< suspends the main chord, if any */
  struct yeoun_chord main[YEOUN_PLACES];
  struct yeoun_chord tail[YEOUN_PLACES]; /**< inserted, if any */
  bool has_head[YEOUN_PLACES], has_tail[YEOUN_PLACES];
};

/** Dress what was found. Any thread. */
void
yeoun_dress_chords(const struct yeoun_plan *plan,
                   const struct yeoun_search *search,
                   struct yeoun_dressed *dressed);

#endif
