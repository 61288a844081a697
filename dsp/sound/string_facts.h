// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* The facts of each instrument whose strings are struck or plucked. */

#ifndef YEOUN_SOUND_STRING_FACTS_H
#define YEOUN_SOUND_STRING_FACTS_H

#include <stdbool.h>
#include <stdint.h>

#include "body.h"

/** The string. What depends on the key is given at middle C. */
struct yeoun_string_wire {
  float seconds;   /**< in which the first partial loses 60 dB */
  float lower;     /**< that time grows with the period to this power */
  float loss;      /**< more of it, nepers a second a kHz squared */
  float stiffness; /**< B of f_n = n f0 sqrt(1 + B n^2), Fletcher 1964 */
  float stiffer;   /**< B grows with the frequency to this power */
  float soon;      /**< share that moves as the bridge does and dies soon */
  float sooner;    /**< so many times sooner */
  float beating;   /**< Hz by which it is off at most, at middle C: strings of a
                        choir, planes; grows with the root of the frequency */
};

/** What moves it. */
struct yeoun_string_blow {
  bool is_plucked;
  float place;            /**< share of the string, from its end */
  float soft_ms, hard_ms; /**< contact of the softest and the hardest blow at
                               middle C */
  float steep;            /**< power of the contact's low-pass, in halves of 12
                               dB an octave */
  float colour;           /**< from silent to hardest, so many times 6 dB an
                               octave more for upper partials */
};

/** What is heard of hammer, key or finger. */
struct yeoun_string_knock {
  float level;
  float hertz, quality;
  float milliseconds; /**< in which it loses 60 dB */
};

/** What stays of it in body and soundboard, under the note. */
struct yeoun_string_bed {
  float level; /**< RMS at first, of the note's */
  float hertz, quality;
  float seconds; /**< in which it loses 60 dB */
};

/** What the left hand does to a string that rings (nonghyeon). */
struct yeoun_string_press {
  float hertz, cents; /**< 0: no hand is there */
  float delay_s;      /**< it begins late, and grows */
};

struct yeoun_string_facts {
  struct yeoun_string_wire wire;
  struct yeoun_string_blow blow;
  struct yeoun_string_knock knock;
  struct yeoun_string_bed bed;
  struct yeoun_body body;
  float answer;     /**< of other strings when the pedal is down */
  float damper_s;   /**< 60 dB after its end, at middle C */
  uint8_t open_key; /**< from this key on there is no damper */
  struct yeoun_string_press press;
  float spread; /**< how far low keys stand left and high ones right */
  float gain;   /**< so that all are equally loud */
};

/** Of a string instrument (enum yeoun_instrument); the felt piano for all
    others. Any thread. */
const struct yeoun_string_facts *
yeoun_string_facts(unsigned instrument);

#endif
