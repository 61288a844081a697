// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* Keeps a strip at or below full scale, so that a stem can be written to a file
   as it is. It acts seldom: when faders are up, or very many voices sound at
   once. It falls at once and rises slowly; what is louder than all strips
   together may be is the limiter's concern. */

#ifndef YEOUN_SOUND_CEILING_H
#define YEOUN_SOUND_CEILING_H

#include <stdint.h>

#include "music/audio.h"

struct yeoun_ceiling {
  float release; /**< share of the way back in a frame */
  float gain;    /**< 0..1 */
};

/** Any thread but audio. @param rate  frames a second */
void
yeoun_ceiling_init(struct yeoun_ceiling *ceiling, double rate);

/** Nothing is held down. Audio thread. */
YEOUN_AUDIO void
yeoun_ceiling_reset(struct yeoun_ceiling *ceiling);

/** Hold down both sides alike, in place. Audio thread. */
YEOUN_AUDIO void
yeoun_ceiling_render(struct yeoun_ceiling *ceiling,
                     float *left,
                     float *right,
                     uint32_t frames);

#endif
