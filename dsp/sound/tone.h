// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* One sounding note: a string that is struck or plucked, or a tone that is
 * held. */

#ifndef YEOUN_SOUND_TONE_H
#define YEOUN_SOUND_TONE_H

#include <stdbool.h>
#include <stdint.h>

#include "../audio.h"
#include "model.h"

enum { YEOUN_PARTIALS = 24, YEOUN_STRING_FRAMES = 4096 };

/** How an instrument sounds: the parameters that a note is made from. */
struct yeoun_timbre {
  uint8_t kind;        /**< enum yeoun_kind */
  float attack_s;      /**< to full level */
  float decay_s;       /**< of the first partial at middle C, to -60 dB */
  float release_s;     /**< to -60 dB after the note ends */
  float bright;        /**< 0..1: how slowly the partials fall */
  float odd;           /**< 0 all partials .. 1 odd ones alone */
  float inharmonic;    /**< B of f_n = n f0 sqrt(1 + B n^2), Fletcher 1964 */
  float noise;         /**< breath or bow against the tone */
  float vibrato_cents; /**< of a long note */
  float gain;          /**< so that all are equally loud */
};

enum yeoun_kind {
  YEOUN_KIND_STRUCK,  /**< partials that die away, the high ones first */
  YEOUN_KIND_PLUCKED, /**< Karplus and Strong 1983 */
  YEOUN_KIND_HELD,    /**< partials that last, with noise and vibrato */
  YEOUN_KIND_BAR,     /**< modes of a bar: 1, 2.756, 5.404, 8.933 */
  YEOUN_KIND_DRUM,    /**< a low mode and a burst of noise */
};

struct yeoun_tone {
  const struct yeoun_timbre *timbre;
  float rate;
  float frequency;     /* Hz */
  float level, target; /* envelope, and where it goes */
  float attack_step, release_factor;
  bool is_released;
  float velocity; /* 0..1 */
  float age_s;
  uint32_t noise; /* state of the noise */
  int partials;
  float phase[YEOUN_PARTIALS]; /* turns */
  float ratio[YEOUN_PARTIALS]; /* of the first partial's frequency */
  float amp[YEOUN_PARTIALS], fade[YEOUN_PARTIALS];
  /* the string of a plucked note */
  int delay;
  float tune, tune_state, damp_state, loop_gain, damp;
  int write;
  float string[YEOUN_STRING_FRAMES];
};

extern const struct yeoun_model yeoun_tone_model;

#endif
