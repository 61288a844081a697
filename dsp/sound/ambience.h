// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* The room: a feedback delay network. Jot and Chaigne 1991. */

#ifndef YEOUN_SOUND_AMBIENCE_H
#define YEOUN_SOUND_AMBIENCE_H

#include <stdint.h>

#include "../audio.h"

enum { YEOUN_AMBIENCE_LINES = 8 };

struct yeoun_ambience {
  float *line[YEOUN_AMBIENCE_LINES]; /* all in one block of memory */
  uint32_t length[YEOUN_AMBIENCE_LINES], at[YEOUN_AMBIENCE_LINES];
  float gain[YEOUN_AMBIENCE_LINES], low[YEOUN_AMBIENCE_LINES];
  float damp;
  float rate;
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

/** Time in which 60 dB are lost. Audio thread. */
YEOUN_AUDIO void
yeoun_ambience_set_time(struct yeoun_ambience *ambience, float seconds);

/** Write the room's answer to a mono signal. Audio thread. */
YEOUN_AUDIO void
yeoun_ambience_render(struct yeoun_ambience *ambience,
                      const float *in,
                      float *left,
                      float *right,
                      uint32_t frames);

#endif
