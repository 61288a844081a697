// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* The chords of a variation: the theme's own, laid out in bars, and what is
   done to them. */

#ifndef YEOUN_COMPOSE_HARMONY_HARMONY_H
#define YEOUN_COMPOSE_HARMONY_HARMONY_H

#include "compose/plan/plan.h"
#include "music/score.h"

/** The scale of every span, beside the spans of the score. */
struct yeoun_harmony {
  struct yeoun_scale scale[YEOUN_SPANS_MAX];
};

/**
   Write the spans of the score as a pole has them: the theme's chords in bars,
   then what the variation does to them; and the scale over each.

   @param pole  enum yeoun_pole
   @param stated  brightness of the statement: yeoun_shade_brightness()

   Any thread.
*/
void
yeoun_harmony_write(const struct yeoun_plan *plan,
                    unsigned pole,
                    float stated,
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
