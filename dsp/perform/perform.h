// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* Score -> performance: expressive timing and level by the KTH rules, gate,
   pedal and micro-timing. Pure, bounded, no allocation. */

#ifndef YEOUN_PERFORM_PERFORM_H
#define YEOUN_PERFORM_PERFORM_H

#include <stdint.h>

#include "music/mood.h"
#include "music/score.h"

/** What performing needs while it goes on; see scratch.h. */
struct yeoun_perform_scratch;

/**
   Perform a score.

   @param score  sorted
   @param mood  gives gate, level, dynamics and the amount of each rule
   @param tempo_bpm  quarter notes a minute at which it will be heard, > 0
   @param humanize  0 (exact: no noise) .. 1, default .5
   @param seed  of the micro-timing
   @param scratch  of this call alone; need not be initialised
   @param[out] performance  written whole

   Timing moves notes against the host's beat and always returns to it.
   Any thread but audio.
*/
void
yeoun_perform(const struct yeoun_score *score,
              const struct yeoun_mood *mood,
              float tempo_bpm,
              float humanize,
              uint64_t seed,
              struct yeoun_perform_scratch *scratch,
              struct yeoun_performance *performance);

#endif
