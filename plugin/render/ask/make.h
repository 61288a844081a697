// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* What is made of a cue beside its mix. One more is a bit here, a row in make.c
   and its writer in library/deliver.c. */

#ifndef YEOUN_RENDER_ASK_MAKE_H
#define YEOUN_RENDER_ASK_MAKE_H

#include <stdbool.h>

/** Bits of a set. */
enum yeoun_make {
  YEOUN_MAKE_MIDI = 1,
  YEOUN_MAKE_STEMS = 2,
  YEOUN_MAKE_LOOP = 4,
  YEOUN_MAKE_SCORE = 8,    /**< lead sheet and score */
  YEOUN_MAKE_PICTURE = 16, /**< waveform and piano roll */
  YEOUN_MAKE_ALL = 31,     /**< what a sheet asks for unless it says so */
  YEOUN_MAKE_SESSION = 32  /**< of Ardour, with the stems in it */
};

/** "midi", ... of one bit; NULL when there is no such. */
const char *
yeoun_make_name(unsigned make);

/** "mix stems, loop": some of them -> a set. False when one is not known. */
bool
yeoun_makes_read(const char *text, unsigned *makes);

#endif
