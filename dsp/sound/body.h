// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* The body of an instrument: how strongly it radiates at each frequency. What
   does not move is put into the amplitude of each partial when a note begins
   (commuted synthesis: Smith 1993; Karjalainen, Valimaki & Janosy 1993), so it
   costs nothing while the note sounds. */

#ifndef YEOUN_SOUND_BODY_H
#define YEOUN_SOUND_BODY_H

/** One resonance. */
struct yeoun_peak {
  float hertz;
  float quality; /**< middle over width */
  float gain;    /**< above the level around it, times */
};

struct yeoun_body {
  float low_hertz;    /**< below it radiation falls by 12 dB an octave */
  float high_hertz;   /**< above it, by 12 dB an octave */
  float ripple_hertz; /**< where modes are too dense to tell: their spacing */
  float ripple;       /**< and how far they move the level, as a share */
  const struct yeoun_peak *peaks; /**< ends with 0 Hz; NULL: none */
};

/** Gain of a body at a frequency. Any thread. */
float
yeoun_body_gain(const struct yeoun_body *body, float hertz);

#endif
