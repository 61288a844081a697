// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* The chords of a variation: the theme's own in bars, and what the variation
   makes of them. */

#ifndef YEOUN_COMPOSE_HARMONY_HARMONY_H
#define YEOUN_COMPOSE_HARMONY_HARMONY_H

#include "compose/plan/plan.h"
#include "dress.h"
#include "music/score.h"
#include "search.h"

/** The scale of every span, beside the spans of the score; and where the
    harmony of a variation is worked out. */
struct yeoun_harmony {
  struct yeoun_scale scale[YEOUN_SPANS_MAX];
  struct yeoun_search search;
  struct yeoun_dressed dressed;
};

/**
   Write the spans of the score as a pole has them, and the scale over each.

   One search over the form finds the chords: the theme's own in their rhythm
   are the strongest pull, and give way to others as far as the distance asks;
   phrases that recall an earlier one have its chords.

   A chord that stands in a theme chord's place keeps its slot, and is marked as
   a substitute when it has another root and two tones of that chord.

   @param pole  enum yeoun_pole: whose features are asked

   Any thread.
*/
void
yeoun_harmony_write(const struct yeoun_plan *plan,
                    unsigned pole,
                    struct yeoun_score *score,
                    struct yeoun_harmony *harmony);

/** Give the spans of a score their scales. Any thread. */
void
yeoun_harmony_scale(const struct yeoun_plan *plan,
                    const struct yeoun_score *score,
                    struct yeoun_harmony *harmony);

/** Write the spans of the statement: the theme's chords alone. Any thread. */
void
yeoun_harmony_state(const struct yeoun_plan *plan,
                    struct yeoun_score *score,
                    struct yeoun_harmony *harmony);

/** Index of the span in which a tick lies; the last one beyond the end.
    Any thread. */
int
yeoun_harmony_index(const struct yeoun_score *score, int32_t tick);

/** The span in which a tick lies; the last one beyond the end. Any thread. */
const struct yeoun_span *
yeoun_harmony_at(const struct yeoun_score *score, int32_t tick);

#endif
