// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* Where each lane sits: how it is panned, and which walls it hears first. Two
   who sit apart share no reflection, so that they part in width and depth. */

#ifndef YEOUN_SOUND_STAGE_H
#define YEOUN_SOUND_STAGE_H

#include <stdint.h>

#include "music/audio.h"
#include "music/score.h"

enum {
  YEOUN_STAGE_FRAMES = 32,  /* at once */
  YEOUN_STAGE_RING = 16384, /* a reflection of 50 ms at 192 kHz fits */
  YEOUN_STAGE_WALLS = 4,    /* reflections to each side */
};

struct yeoun_stage {
  uint32_t at;
  uint32_t back[YEOUN_LANES][2][YEOUN_STAGE_WALLS]; /* frames */
  uint32_t silent[YEOUN_LANES]; /* frames since something came in */
  float gain[YEOUN_LANES];      /* of reflections, where the last block ended */
  float ring[YEOUN_LANES][YEOUN_STAGE_RING];
};

/** Walls at a rate, and silence. Any thread but audio. */
void
yeoun_stage_init(struct yeoun_stage *stage, double rate);

/** Silence. Audio thread. */
YEOUN_AUDIO void
yeoun_stage_reset(struct yeoun_stage *stage);

/** Seat of a lane in a palette (enum yeoun_palette), left -1 .. right +1. Any
    thread. */
YEOUN_AUDIO float
yeoun_stage_seat(unsigned palette, unsigned lane);

/** Add the first reflections of a lane to YEOUN_STAGE_FRAMES frames.
    @param gain  0 none .. 1 as strong as the sound itself
    Audio thread. */
YEOUN_AUDIO void
yeoun_stage_reflect(struct yeoun_stage *stage,
                    unsigned lane,
                    float gain,
                    float *left,
                    float *right);

/** All lanes are done: the next frames. Audio thread. */
YEOUN_AUDIO void
yeoun_stage_advance(struct yeoun_stage *stage);

#endif
