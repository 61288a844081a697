// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* Variation techniques and their budget: what is done to the theme, and how
   much of it, at a distance. */

#ifndef YEOUN_COMPOSE_PLAN_TECHNIQUES_H
#define YEOUN_COMPOSE_PLAN_TECHNIQUES_H

#include <stdint.h>

/** Kinds of variation (music literature: Schoenberg 1967, Nelson 1948). */
enum yeoun_technique {
#define TECHNIQUE(identifier, ...) YEOUN_TECHNIQUE_##identifier,
#include "technique_list.h"
#undef TECHNIQUE
  YEOUN_TECHNIQUES
};

/** What a variation's number draws from: the first of the list, whatever is
    added at its end, so that another technique renames none. A later one is
    taken by what uses it, with a stream of draws of its own. */
enum { YEOUN_TECHNIQUES_DRAWN = 22 };

_Static_assert((int)YEOUN_TECHNIQUES_DRAWN <= (int)YEOUN_TECHNIQUES,
               "a technique that numbers draw from is gone");

/** Topics: a character known from elsewhere (Ratner 1980). */
enum yeoun_topic {
  YEOUN_TOPIC_NONE,
  YEOUN_TOPIC_LULLABY,
  YEOUN_TOPIC_MARCH,
  YEOUN_TOPIC_HYMN,
  YEOUN_TOPIC_TANGO,
  YEOUN_TOPIC_MUSIC_BOX,
  YEOUN_TOPIC_WALTZ, /**< only where the metre is free or triple */
  YEOUN_TOPICS
};

/** How far each technique goes: 0 = not at all, 1 = wherever it can. */
struct yeoun_budget {
  float amount[YEOUN_TECHNIQUES];
  uint8_t topic; /**< enum yeoun_topic, when the budget has one */
  uint8_t first; /**< the technique that gives the variation its character */
};

/**
   Spend the budget of a variation: floor(1 + 4 * distance) techniques, the
   first by the variation's number so that neighbours differ in kind, the others
   drawn; each begins at its own distance and grows from there.

   @param seed  of theme and variation
   @param theme_seed  of the theme alone: the order of kinds
   @param variation  0 = the statement: nothing is done
   @param distance  0..1

   Any thread.
*/
struct yeoun_budget
yeoun_techniques_budget(uint64_t seed,
                        uint64_t theme_seed,
                        unsigned variation,
                        float distance);

#endif
