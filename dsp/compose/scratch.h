// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* Where the stages of composing leave what they make: some 300 KB that no
   thread's stack should have to hold. Whoever composes owns one. */

#ifndef YEOUN_COMPOSE_SCRATCH_H
#define YEOUN_COMPOSE_SCRATCH_H

#include "compose/compose.h"
#include "compose/harmony/harmony.h"
#include "compose/lanes/lanes.h"
#include "compose/melody/blend.h"
#include "compose/melody/melody_line.h"
#include "compose/plan/plan.h"

struct yeoun_compose_scratch {
  struct yeoun_plan plan;
  struct yeoun_harmony harmony;
  struct yeoun_lanes lanes;
  struct yeoun_melody_scratch melody;
  struct yeoun_tune statement;
  struct yeoun_version stated; /**< spans and tune of the statement */
  struct yeoun_tune heard;     /**< the variation's first take */
  struct yeoun_tune tune;      /**< the variation's own */
  struct yeoun_version version[YEOUN_POLES];
  struct yeoun_score all;   /**< before intensity and space take away */
  struct yeoun_score other; /**< from which bars of a lane are taken */
};

#endif
