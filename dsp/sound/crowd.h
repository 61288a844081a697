// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* A section: many players recorded once, as a second of sound that closes upon
   itself. Each has a pitch, a vibrato, a level and a body of his own, and noise
   of his bow or breath. A voice reads it from a place by chance, twice, left
   and right: as wide and as alive as many voices, for the price of two. */

#ifndef YEOUN_SOUND_CROWD_H
#define YEOUN_SOUND_CROWD_H

#include <stdint.h>

#include "sustained_facts.h"
#include "wave.h"

#define YEOUN_CROWD_BITS 15
#define YEOUN_CROWD_FRAMES (1 << YEOUN_CROWD_BITS)
#define YEOUN_CROWD_RATE 32000.0f
/** Around them, so that four neighbours can be read anywhere. */
#define YEOUN_CROWD_PADDED (YEOUN_CROWD_FRAMES + 3)
/** RMS of a record. */
#define YEOUN_CROWD_RMS 6000.0f

struct yeoun_crowd {
  const int16_t *frames; /**< YEOUN_CROWD_PADDED, from one before the first */
  float hertz;           /**< its pitch */
};

/** The nearest pitch that closes. Any thread. */
float
yeoun_crowd_hertz(float hertz);

/** Record a section.
    @param wave  of one player at yeoun_crowd_hertz()
    @param upper  of one an octave up, for sections that have such
    @param room  YEOUN_CROWD_FRAMES floats to work in
    @param[out] frames  YEOUN_CROWD_PADDED
    Any thread but audio. */
void
yeoun_crowd_record(const struct yeoun_sustained_facts *facts,
                   const struct yeoun_wave *wave,
                   const struct yeoun_wave *upper,
                   float *room,
                   int16_t *frames);

#endif
