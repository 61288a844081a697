// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* The room: first reflections, then a feedback delay network of sixteen lines
   with losses in each (Jot & Chaigne 1991; Stautner & Puckette 1982), mixed by
   a Hadamard matrix. The same at every rate. */

#ifndef YEOUN_SOUND_AMBIENCE_H
#define YEOUN_SOUND_AMBIENCE_H

#include <stdint.h>

#include "music/audio.h"

enum {
  YEOUN_AMBIENCE_LINES = 16,
  YEOUN_AMBIENCE_TAPS = 9,    /* first reflections to each side */
  YEOUN_AMBIENCE_FRAMES = 32, /* at once */
};

struct yeoun_ambience {
  float rate;
  float time_s; /* that is set */
  float *memory;
  float *line[YEOUN_AMBIENCE_LINES];
  uint32_t length[YEOUN_AMBIENCE_LINES], at[YEOUN_AMBIENCE_LINES];
  float low_gain[YEOUN_AMBIENCE_LINES], damp[YEOUN_AMBIENCE_LINES];
  float low[YEOUN_AMBIENCE_LINES];
  float *early[2]; /* what came from the left, from the right */
  uint32_t early_length, early_at;
  uint32_t tap[2][YEOUN_AMBIENCE_TAPS];
};

/** 0, or -1 when memory fails. Any thread but audio. */
int
yeoun_ambience_init(struct yeoun_ambience *ambience, double rate);

/** Any thread but audio. */
void
yeoun_ambience_free(struct yeoun_ambience *ambience);

/** Silence. Audio thread. */
YEOUN_AUDIO void
yeoun_ambience_reset(struct yeoun_ambience *ambience);

/** Time in which 60 dB are lost at 500 Hz; at 5 kHz it is less than half.
    Audio thread. */
YEOUN_AUDIO void
yeoun_ambience_set_time(struct yeoun_ambience *ambience, float seconds);

/** Write the room's answer to YEOUN_AMBIENCE_FRAMES frames. Audio thread. */
YEOUN_AUDIO void
yeoun_ambience_render(struct yeoun_ambience *ambience,
                      const float *in_left,
                      const float *in_right,
                      float *left,
                      float *right);

#endif
