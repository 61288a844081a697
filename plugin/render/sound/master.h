// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* Bring a take to the level at which it is delivered. */

#ifndef YEOUN_RENDER_SOUND_MASTER_H
#define YEOUN_RENDER_SOUND_MASTER_H

#include <stdbool.h>

#include "render/host/take.h"

/** Where music goes. */
enum yeoun_target {
  YEOUN_TARGET_NONE, /**< as it was played, but never above full scale */
  YEOUN_TARGET_STREAMING,
  YEOUN_TARGET_CINEMA,
  YEOUN_TARGET_BROADCAST,
  YEOUN_TARGETS
};

/** "none", ...; NULL for a number out of range. */
const char *
yeoun_target_name(unsigned target);

/** The target of a name, or YEOUN_TARGETS. */
unsigned
yeoun_target_find(const char *name);

/** The loudness that a target asks for in LUFS; 0 for none. */
double
yeoun_target_lufs(unsigned target);

/** The highest true peak of a target, dB of full scale. */
double
yeoun_target_peak_db(unsigned target);

/** Bring a take to its target by one gain, if no peak asks for the limiter.
   Says what is wrong.
    @param[out] is_enough  false: nothing was done */
bool
yeoun_master_plainly(struct yeoun_take *take, unsigned target, bool *is_enough);

/** Bring the mix to its target; its stems get the same gain at every moment, so
    that they still add up to it. Says what is wrong. */
bool
yeoun_master(struct yeoun_take *take, unsigned target);

#endif
