// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* What stands above and below the notes: tempo, words, letters, hits, dynamics,
   pedal. */

#ifndef YEOUN_RENDER_SCORE_MUSICXML_DIRECTION_H
#define YEOUN_RENDER_SCORE_MUSICXML_DIRECTION_H

#include <stdbool.h>
#include <stdio.h>

#include "render/schedule/composed.h"
#include "render/schedule/render_plan.h"

/** One bar of one part. */
struct yeoun_bar_of_part {
  const struct yeoun_render_plan *plan;
  const struct yeoun_composed *composed;
  unsigned lane;
  int32_t from, to; /**< ticks */
  bool has_two_staves;
  bool is_top; /**< what concerns all players stands over the top part */
};

/** Write all directions that begin or end in a bar. */
void
yeoun_directions_write(FILE *file, const struct yeoun_bar_of_part *bar);

#endif
