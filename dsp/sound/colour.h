// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* The colour of a strip: cold and glassy .. warm as the golden hour, and the
   worn tape of the lo-fi palette. Every stem has one of its own, so that they
   still add up to the mix. */

#ifndef YEOUN_SOUND_COLOUR_H
#define YEOUN_SOUND_COLOUR_H

#include <stdint.h>

#include "music/audio.h"

enum {
  YEOUN_TAPE_FRAMES = 2048,
  YEOUN_COLOUR_FRAMES = 32, /* at once */
};

/** What holds for all strips in one block. */
struct yeoun_tint {
  float pivot;     /* one-pole factor of the tilt's middle */
  float low, high; /* gains below and above it */
  float drive;     /* of the soft bend; 0: straight */
  float dull;      /* one-pole factor of the tape's top */
  float tape;      /* 0..1, how much of the tape is heard */
  /* where each frame is read from the tape: so far back, with these weights */
  uint32_t back[YEOUN_COLOUR_FRAMES];
  float weight[4][YEOUN_COLOUR_FRAMES]; /* the oldest neighbour first */
};

struct yeoun_colour {
  float low[2], dull[2];     /* filter states, left and right */
  float gain_low, gain_high; /* of the tilt, where the last block ended */
  uint32_t at;
  uint32_t silent; /* frames since something came in */
  float tape[2][YEOUN_TAPE_FRAMES];
};

/** The tint for a warmth of -1..1 and a share of tape, of the block that begins
    so many seconds on. Rates to 192 kHz. Audio thread. */
YEOUN_AUDIO void
yeoun_tint_set(struct yeoun_tint *tint,
               float warmth,
               float tape,
               double rate,
               double seconds);

/** Colour YEOUN_COLOUR_FRAMES frames in place. Audio thread. */
YEOUN_AUDIO void
yeoun_colour_render(struct yeoun_colour *colour,
                    const struct yeoun_tint *tint,
                    float *left,
                    float *right);

#endif
