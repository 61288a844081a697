// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* The tones of a chord as a ladder to be climbed. */

#ifndef YEOUN_COMPOSE_LANES_LADDER_H
#define YEOUN_COMPOSE_LANES_LADDER_H

#include "figure.h"

#define YEOUN_RUNGS 8

struct yeoun_ladder {
  int rungs; /**< 2..YEOUN_RUNGS */
  uint8_t pitch[YEOUN_RUNGS];
};

/** The ladder under a pen: the voices, then octaves of them above, as far as
    the tune lets it, and below where it would have fewer than `rungs`; at most
    as many. Any thread. */
struct yeoun_ladder
yeoun_ladder_make(const struct yeoun_pen *pen, int rungs);

/** The rung on which one stands after so many steps up from the lowest and,
    from the highest, down again: no rung twice in a row. Any thread. */
int
yeoun_ladder_climb(const struct yeoun_ladder *ladder, int step);

#endif
