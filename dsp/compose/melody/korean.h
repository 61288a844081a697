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

/** All pitch classes: no mode holds. */
#define YEOUN_KOREAN_ANY 0xFFF

/** Whether the layer sounds in a bar: it reaches the units of the form in the
    order of their rank. Never in the statement. Any thread. */
bool
yeoun_korean_holds(const struct yeoun_plan *plan, int bar);

/**
   Pitch classes of the mode in a bar, YEOUN_KOREAN_ANY where the layer is
   silent.

   Minor keys: gyemyeonjo, la = the tonic: mi la do re, si only below do. Major
   and the other bright modes: pyeongjo and ujo, do re mi sol la (National Gugak
   Center; Kim 2017). Any thread.
*/
uint16_t
yeoun_korean_tones(const struct yeoun_plan *plan, int bar);

/** Lay the beats of a lane on the jangdan's triplets where the layer sounds:
    the second eighth of a pulse comes on its last third, and of four sixteenths
    one gives way. Leaves the score sorted. Any thread. */
void
yeoun_korean_grid(const struct yeoun_plan *plan, struct yeoun_score *score);

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
