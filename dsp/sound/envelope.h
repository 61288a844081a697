// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* How a held tone comes, swells and goes. */

#ifndef YEOUN_SOUND_ENVELOPE_H
#define YEOUN_SOUND_ENVELOPE_H

#include <stdbool.h>
#include <stdint.h>

#include "model.h"
#include "sustained_facts.h"

struct yeoun_envelope {
  float rate;
  float rise, rise_s; /**< 0..1 of the attack; its length */
  float swell;        /**< share of the level that comes late */
  float fade;         /**< a frame, after its end */
  float age_s;
  float level; /**< 0..1, where the last stretch ended */
  bool is_released;
};

/** Begin: strong, short and bound notes speak sooner.
    @param chance  about 1, for this note
    Audio thread. */
void
yeoun_envelope_start(struct yeoun_envelope *envelope,
                     const struct yeoun_sustained_motion *motion,
                     const struct yeoun_onset *onset,
                     float chance);

/** Go on by a stretch; the level where it ends. Audio thread. */
float
yeoun_envelope_step(struct yeoun_envelope *envelope, uint32_t frames);

/** Whether an articulation is struck with the bow, or tongued. Any thread. */
bool
yeoun_onset_is_hard(const struct yeoun_onset *onset);

#endif
