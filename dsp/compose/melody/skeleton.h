// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* The frame of a melody: where its notes fall, which of them are the motif's,
   and where it breathes. Pitches of free notes are found later. */

#ifndef YEOUN_COMPOSE_MELODY_SKELETON_H
#define YEOUN_COMPOSE_MELODY_SKELETON_H

#include "compose/harmony/harmony.h"
#include "compose/plan/plan.h"
#include "music/score.h"

/** 64 bars of 4/4; longer metres take fewer. */
#define YEOUN_FRAME_SLOTS 2048

struct yeoun_place {
  bool is_onset;
  bool is_rest;      /**< silence begins or lasts here */
  bool leads_in;     /**< anacrusis: belongs to the phrase that follows */
  int16_t fixed;     /**< degree number of a motif note; -1 = free */
  int8_t accidental; /**< semitones off that degree */
  int8_t shift;      /**< scale steps by which its unit is moved: a rhyme */
};

struct yeoun_frame {
  int slots;
  struct yeoun_place place[YEOUN_FRAME_SLOTS];
};

/**
   Lay the frame.

   @param statement  true: the plain theme, the same in every variation of it
   @param centre  MIDI key around which the motif is placed in the units of each
                  pole

   Any thread.
*/
void
yeoun_frame_lay(const struct yeoun_plan *plan,
                const struct yeoun_score *score,
                const struct yeoun_harmony *harmony,
                bool statement,
                const float centre[YEOUN_POLES],
                struct yeoun_frame *frame);

#endif
