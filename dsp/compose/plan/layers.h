// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* Who plays where, and who is silent. All lanes are composed as if all played;
   the layers then take away. So intensity and space can be automated without
   another note being composed, and what is left is always a subset of what was
   there: first the pad goes, then the counter-melody, the drums, the chords,
   the bass, then whole bars; the quiet phrases of the arc first, and in long
   forms so much so that they fall silent while the loud ones still sound. Where
   the accompaniment begins a long form alone its chords stay to the end, as the
   melody does elsewhere. */

#ifndef YEOUN_COMPOSE_PLAN_LAYERS_H
#define YEOUN_COMPOSE_PLAN_LAYERS_H

#include <stdint.h>

#include "music/score.h"
#include "phrases.h"

#define YEOUN_LAYER_BARS 64
#define YEOUN_STOPS 160

/** A moment in which nothing sounds. */
struct yeoun_stop {
  int32_t from, to; /**< felt ticks */
};

struct yeoun_layers {
  uint8_t scored[YEOUN_PLAN_PHRASES]; /**< set of lanes that have something to
                                           say in each phrase, whoever is let
                                           play */
  uint8_t lanes[YEOUN_LAYER_BARS];    /**< set of lanes (1 << lane) of each felt
                                           bar */
  uint8_t stops;
  struct yeoun_stop stop[YEOUN_STOPS];
};

struct yeoun_plan;

/** Decide who plays: by the variation's own draw, the arc of its phrases, and
    then intensity and space, of which a step of .1 takes away or gives back at
    most one lane of one phrase; all are there from intensity .9 on when space
   is .3. To be called again when the poles of the bars are settled. Any thread.
 */
void
yeoun_layers_lay(struct yeoun_plan *plan);

/** Take away the notes of lanes that do not play, and end at a stop what would
    sound through it. The melody's jokes sound on. Any thread. */
void
yeoun_layers_keep(const struct yeoun_plan *plan, struct yeoun_score *score);

#endif
