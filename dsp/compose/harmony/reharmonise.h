// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* What a variation does to the theme's chords. */

#ifndef YEOUN_COMPOSE_HARMONY_REHARMONISE_H
#define YEOUN_COMPOSE_HARMONY_REHARMONISE_H

#include "compose/plan/plan.h"
#include "music/score.h"

/**
   Change the spans of a score as the plan has it: parallel mode, functional
   substitutes, the mood's mode, borrowed chords before the tonic (Heartstring:
   Lehman 2013), applied dominants, pedal, descending bass, colour tones, and
   the close of an ending.

   A chord that stands in a theme chord's place keeps its slot, and is marked as
   a substitute when it has another root but the same function. Any thread.

   @param pole  enum yeoun_pole: whose features are asked
   @param stated  brightness of the theme as it was stated
*/
void
yeoun_reharmonise(const struct yeoun_plan *plan,
                  unsigned pole,
                  float stated,
                  struct yeoun_score *score);

#endif
