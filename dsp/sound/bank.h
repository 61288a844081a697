// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* All waves of the held instruments at one rate, made once and shared by all
   who play at it: nothing is built when a note begins. */

#ifndef YEOUN_SOUND_BANK_H
#define YEOUN_SOUND_BANK_H

#include "crowd.h"
#include "music/audio.h"
#include "wave.h"

struct yeoun_bank;

/** The bank of a rate, made if there is none; NULL when memory fails. Any
   thread but audio. */
struct yeoun_bank *
yeoun_bank_take(float rate);

/** No longer needed. NULL is fine. Any thread but audio. */
void
yeoun_bank_give(struct yeoun_bank *bank);

/** The wave of a solo instrument (enum yeoun_instrument) near a key: that of
   the violin for others. Audio thread. */
YEOUN_AUDIO struct yeoun_wave
yeoun_bank_wave(const struct yeoun_bank *bank,
                unsigned instrument,
                unsigned key);

/** The record of a section near a key: that of the strings for others. Audio
    thread. */
YEOUN_AUDIO struct yeoun_crowd
yeoun_bank_crowd(const struct yeoun_bank *bank,
                 unsigned instrument,
                 unsigned key);

#endif
