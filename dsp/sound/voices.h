// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* The notes that sound: which voice plays which, how one ends when its key is
   up, the pedal too, when it is struck again, bound to the next, or taken. */

#ifndef YEOUN_SOUND_VOICES_H
#define YEOUN_SOUND_VOICES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "model.h"
#include "music/audio.h"
#include "music/bend.h"
#include "music/message.h"
#include "music/score.h"
#include "music/swell.h"

enum { YEOUN_POLYPHONY = 96 };

struct yeoun_voice {
  bool is_on;
  bool is_held;     /* its key is down */
  bool is_pedalled; /* its key is up, the pedal holds it */
  uint32_t id;
  uint32_t number; /* of the notes begun */
  uint8_t lane, instrument, key;
  uint32_t age, ended; /* frames since it began, since its key was up */
  float gain, fall;    /* 1, until it is taken away: less every frame */
  struct yeoun_bending bending;
  struct yeoun_swell swell;
  float length_s; /* 0: unknown */
  const struct yeoun_model *model;
  max_align_t state[YEOUN_MODEL_BYTES / sizeof(max_align_t)];
};

struct yeoun_voices {
  float rate;
  const struct yeoun_bank *bank;
  uint32_t notes; /* begun so far */
  uint8_t program[YEOUN_LANES];
  bool is_pedal_down[YEOUN_LANES];
  struct yeoun_voice voice[YEOUN_POLYPHONY];
};

/** Silence at once. Audio thread. */
YEOUN_AUDIO void
yeoun_voices_reset(struct yeoun_voices *voices);

/** What holds from the next frame on. Audio thread. */
YEOUN_AUDIO void
yeoun_voices_message(struct yeoun_voices *voices,
                     const struct yeoun_message *message);

/** Add at most YEOUN_MODEL_FRAMES frames of each lane, from the pointers on.
    Audio thread. */
YEOUN_AUDIO void
yeoun_voices_render(struct yeoun_voices *voices,
                    float *const left[YEOUN_LANES],
                    float *const right[YEOUN_LANES],
                    uint32_t frames);

#endif
