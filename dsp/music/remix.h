// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* A remix: another palette plays the notes that were written for one, note for
   note, each lane by an instrument that has all of them. */

#ifndef YEOUN_MUSIC_REMIX_H
#define YEOUN_MUSIC_REMIX_H

#include "audio.h"
#include "palette.h"
#include "score.h"

struct yeoun_remix {
  uint8_t palette; /**< enum yeoun_palette; auto = as it was written */
  float weight[3]; /**< of the mood: lyrical, romantic, comic */
};

/** No note in any lane yet. Any thread. */
void
yeoun_reach_clear(struct yeoun_reach reach[YEOUN_LANES]);

/** Reach for one more key. Any thread. */
void
yeoun_reach_add(struct yeoun_reach reach[YEOUN_LANES],
                unsigned lane,
                uint8_t key);

/** Find the reach of all lanes of a performance. Any thread. */
void
yeoun_reach_measure(struct yeoun_performance *performance);

/** The instrument of the palette that plays a lane: that of the weightiest mood
    whose compass holds the lane, else any other of the palette that can;
    YEOUN_INSTRUMENT_AUTO when none has all keys. Drums stay drums. Any thread,
    audio too. */
YEOUN_AUDIO uint8_t
yeoun_remix_instrument(const struct yeoun_remix *remix,
                       unsigned lane,
                       struct yeoun_reach reach);

#endif
