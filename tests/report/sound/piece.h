// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* A whole variation as its stems add up: the mix before the limiter. */

#ifndef YEOUN_TESTS_REPORT_SOUND_PIECE_H
#define YEOUN_TESTS_REPORT_SOUND_PIECE_H

#include <stdint.h>

#define PIECE_RATE 48000

struct piece {
  unsigned palette, pole; /**< enum yeoun_palette; lyrical, romantic, comic */
  uint16_t variation;
  uint8_t bars;
  double seconds;
  double depth;   /**< of the stage */
  unsigned stems; /**< a bit each; 0: all */
};

/** Play one from its beginning, over and over, into seconds * PIECE_RATE frames
    of each side. */
void
piece_play(const struct piece *piece, float *left, float *right);

#endif
