// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* A theme played on a keyboard: chords, and single notes as its motif. */

#ifndef YEOUN_PLAY_LEARN_H
#define YEOUN_PLAY_LEARN_H

#include <stdbool.h>
#include <stdint.h>

#include "music/audio.h"
#include "music/beats.h"
#include "music/theme.h"

/** Keys of one gesture: held together. */
#define YEOUN_GESTURE_KEYS 12

struct yeoun_learn {
  /* What it is */
  double rate;

  /* What it gives */
  struct yeoun_theme learned; /**< the last whole theme; empty: none yet */

  /* What it remembers */
  struct yeoun_theme theme; /**< that is being played */
  uint8_t gesture[YEOUN_GESTURE_KEYS];
  uint8_t keys;     /**< of the gesture */
  uint64_t frame;   /**< now */
  uint64_t moved;   /**< frame of the last key that went down or up */
  uint32_t down[4]; /**< set of the keys that are down */
};

/** Any thread but audio. */
void
yeoun_learn_init(struct yeoun_learn *learn, double rate);

/** A MIDI message at the present frame. Audio thread. */
YEOUN_AUDIO void
yeoun_learn_receive(struct yeoun_learn *learn,
                    const uint8_t *bytes,
                    uint32_t size);

/** Let time pass: the theme ends when the hands rest.
    Audio thread. */
YEOUN_AUDIO void
yeoun_learn_advance(struct yeoun_learn *learn, uint32_t frames);

#endif
