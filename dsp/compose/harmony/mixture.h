// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* The mood's mode, against the theme's own. */

#ifndef YEOUN_COMPOSE_HARMONY_MIXTURE_H
#define YEOUN_COMPOSE_HARMONY_MIXTURE_H

#include "compose/plan/plan.h"
#include "music/score.h"

/**
   Let major chords give way to minor ones where the mood is darker, minor ones
   to major where it is brighter, until as much of the time is bright as the
   mood asks for. Lyrical moods leave the theme as it is.

   @param pole  enum yeoun_pole: whose mode
   @param stated  brightness of the theme as it was stated
   Any thread.
*/
void
yeoun_shade_chords(const struct yeoun_plan *plan,
                   unsigned pole,
                   float stated,
                   struct yeoun_score *score);

/** -1 where all thirds above the roots are minor .. +1 where all are major.
    Any thread. */
float
yeoun_shade_brightness(const struct yeoun_score *score);

#endif
