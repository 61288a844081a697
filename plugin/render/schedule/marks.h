// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* Places in a cue that an editor looks for: bars, phrases, hits, the end. */

#ifndef YEOUN_RENDER_SCHEDULE_MARKS_H
#define YEOUN_RENDER_SCHEDULE_MARKS_H

#include "composed.h"
#include "render_plan.h"

#define YEOUN_MARKS (2 * YEOUN_BARS + YEOUN_HITS + 1)

struct yeoun_place_mark {
  int32_t tick;
  double at_s; /**< exactly, where a hit was asked for between two ticks */
  bool is_bar; /**< nothing but a bar line */
  char name[28];
};

struct yeoun_marks {
  unsigned count;
  struct yeoun_place_mark mark[YEOUN_MARKS]; /**< by tick */
};

/** Find all marks. */
void
yeoun_marks_make(const struct yeoun_render_plan *plan,
                 const struct yeoun_composed *composed,
                 struct yeoun_marks *marks);

#endif
