// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* Four-part voicings of the chords: the smoothest way round the closed loop. */

#ifndef YEOUN_COMPOSE_LANES_VOICING_H
#define YEOUN_COMPOSE_LANES_VOICING_H

#include "music/score.h"

#define YEOUN_VOICES_OF_CHORD 4

struct yeoun_voicing {
  uint8_t pitch[YEOUN_VOICES_OF_CHORD]; /**< MIDI keys, ascending */
};

/**
   Voice all spans of a score.

   Least sum of moves over the whole loop, its end leading into its beginning;
   no parallel fifths or octaves while another voicing exists; voices within
   F2..G5, wider apart below (Huron 2001).

   @param centre  MIDI key around which the voices lie
   @param seed  breaks ties, so that takes differ
   @param[out] voicing  one for each span

   Any thread.
*/
void
yeoun_voicing_find(const struct yeoun_score *score,
                   float centre,
                   uint64_t seed,
                   struct yeoun_voicing *voicing);

#endif
