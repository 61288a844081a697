// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* Rhythms as families: one order in which the places of a bar are filled, so
   that more notes means the same rhythm, subdivided, not another one. */

#ifndef YEOUN_COMPOSE_PLAN_RHYTHM_H
#define YEOUN_COMPOSE_PLAN_RHYTHM_H

#include <stdint.h>

#include "music/beats.h"

/** A slot is a sixteenth note in every metre. */
#define YEOUN_SLOT (YEOUN_BEAT / 4)

/** A bar has at most this many slots; longer metres are cut. */
#define YEOUN_BAR_SLOTS 32

/** Number of rhythm families to choose from in every metre: first those that
    sing, then as many that play. */
#define YEOUN_RHYTHM_FAMILIES 8
#define YEOUN_RHYTHM_SINGING 4

/** The playing family of dotted skips. */
#define YEOUN_RHYTHM_SKIPPING 5

/** Slots of one bar, 2..YEOUN_BAR_SLOTS. Any thread. */
int
yeoun_rhythm_slots(struct yeoun_meter meter);

/**
   Onsets of one bar.

   @param meter  of the bar
   @param family  0..YEOUN_RHYTHM_FAMILIES-1
   @param notes  how many onsets are wanted, 1..slots
   @return set of slots, bit 0 is the first; fewer than wanted, or one more,
           where a bar of several stretches shares them out

   Any thread.
*/
uint32_t
yeoun_rhythm_bar(struct yeoun_meter meter, unsigned family, int notes);

/** Metrical weight of a slot: 3 the downbeat, 2 a half bar or pulse that
   carries weight, 1 another pulse, 0 between. Any thread. */
int
yeoun_rhythm_weight(struct yeoun_meter meter, int slot);

#endif
