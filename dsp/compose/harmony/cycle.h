// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* Once through the theme's chords, in bars. */

#ifndef YEOUN_COMPOSE_HARMONY_CYCLE_H
#define YEOUN_COMPOSE_HARMONY_CYCLE_H

#include "compose/plan/plan.h"

struct yeoun_cycle {
  int32_t length[YEOUN_THEME_CHORDS]; /**< ticks of each chord */
  int32_t total;                      /**< of those */
  int32_t once_more; /**< then the last two again, so long together; or 0 */
};

/** The theme's chords in their own rhythm. The cycle is rounded up to 1, 2, 4,
    8 ... bars by holding chords, as players do with a loop of three; a cycle
    longer than the form is squeezed into it. Any thread. */
struct yeoun_cycle
yeoun_cycle_lay(const struct yeoun_plan *plan);

#endif
