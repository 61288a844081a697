// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* What every kind of instrument is to the mixer: a state of fixed size that is
   started, touched, let go and rendered. One model a file. */

#ifndef YEOUN_SOUND_MODEL_H
#define YEOUN_SOUND_MODEL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "music/audio.h"

/** Bytes that a voice keeps for the state of any model. */
#define YEOUN_MODEL_BYTES 4096

/** Frames of the longest stretch that is rendered at once. */
#define YEOUN_MODEL_FRAMES 32

struct yeoun_bank;

/** How a note begins. */
struct yeoun_onset {
  const struct yeoun_bank *bank; /**< waves at this rate */
  float rate;                    /**< frames a second */
  float velocity;                /**< 0..1 */
  uint32_t seed;                 /**< makes each note a little different */
  uint8_t instrument;            /**< enum yeoun_instrument */
  uint8_t key;                   /**< MIDI key */
  uint8_t articulation;          /**< enum yeoun_articulation */
  float glide_cents; /**< way from the note that is bound to this one; 0: this
                          one is struck or bowed anew */
  bool is_straight;  /**< without the instrument's own vibrato */
  bool is_open;      /**< the pedal is down: other strings answer */
};

/** What the hand does to a note while it sounds; holds for one stretch. */
struct yeoun_touch {
  float cents; /**< off the key: bends, glides */
  float level; /**< against that at its beginning: the swell of what is held */
};

struct yeoun_model {
  size_t size; /**< of the state, at most YEOUN_MODEL_BYTES */

  /** Begin. The state holds what another note left there. Audio thread. */
  void (*start)(void *state, const struct yeoun_onset *onset);

  /** Let go: damper, end of the bow stroke or breath. Audio thread. */
  void (*release)(void *state);

  /** Add at most YEOUN_MODEL_FRAMES frames; false when the note has died away.
      Audio thread. */
  bool (*render)(void *state,
                 const struct yeoun_touch *touch,
                 float *left,
                 float *right,
                 uint32_t frames);
};

/** The model of an instrument (enum yeoun_instrument). Never NULL. Any thread.
 */
const struct yeoun_model *
yeoun_model_of(unsigned instrument);

#endif
