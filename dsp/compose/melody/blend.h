// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* Blends of moods. Each pole composes the variation for itself; the blend is
   made of stretches of those versions, as much of each as its weight says.
   Stretches give way in an order of the variation's own, each at a weight that
   is in proportion to what has changed before it: so that a small change of
   mood is a small change of music. */

#ifndef YEOUN_COMPOSE_MELODY_BLEND_H
#define YEOUN_COMPOSE_MELODY_BLEND_H

#include "compose/plan/plan.h"
#include "melody.h"
#include "music/score.h"

/** A variation as one pole has it: harmony and melody. */
struct yeoun_version {
  bool is_made; /**< its pole has some weight */
  uint16_t spans;
  struct yeoun_span span[YEOUN_SPANS_MAX];
  struct yeoun_tune tune;
};

/** Keep the spans of a score. The tune is written by whoever composes it.
    Any thread. */
void
yeoun_version_keep(struct yeoun_version *version,
                   const struct yeoun_score *score);

/** Choose the pole of every bar: plan->pole_of_bar. Any thread. */
void
yeoun_blend_choose(struct yeoun_plan *plan,
                   const struct yeoun_version version[YEOUN_POLES]);

/** Put the versions together, bar by bar, into the spans of the score and the
    tune. Any thread. */
void
yeoun_blend_splice(const struct yeoun_plan *plan,
                   const struct yeoun_version version[YEOUN_POLES],
                   struct yeoun_score *score,
                   struct yeoun_tune *tune);

#endif
