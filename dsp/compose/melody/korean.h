// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* The Korean layer: modes over a Western loop, sigimsae, jangdan. */

#ifndef YEOUN_COMPOSE_MELODY_KOREAN_H
#define YEOUN_COMPOSE_MELODY_KOREAN_H

#include "melody.h"

/** How much of the layer sounds, 0..1: the control, and all of it in the gugak
    palette. Any thread. */
float
yeoun_korean_amount(const struct yeoun_plan *plan);

/**
   Scale degrees that the mode leaves out, as a set: bit 0 is the key's tonic.

   Minor keys: gyemyeonjo, la = the tonic: mi la do, si only below do. Major and
   the other bright modes: pyeongjo and ujo, do re mi sol la (National Gugak
   Center; Kim 2017). Any thread.
*/
uint8_t
yeoun_korean_shunned(const struct yeoun_plan *plan);

/**
   Give the notes of a lane their sigimsae: mi shaken, la plain, do broken to
   si, long tones pushed into and let fall. Needs the notes of the score in
   order. Any thread.
*/
void
yeoun_korean_bend(const struct yeoun_plan *plan,
                  enum yeoun_lane lane,
                  struct yeoun_score *score);

/** Write one bar of janggu in the jangdan that fits metre and tempo. The layer
    must be on. Any thread. */
void
yeoun_korean_drum(const struct yeoun_plan *plan,
                  int bar,
                  struct yeoun_score *score);

#endif
