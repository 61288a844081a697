// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* Palettes: which instruments play together; and the keys of the drums. */

#ifndef YEOUN_MUSIC_PALETTE_H
#define YEOUN_MUSIC_PALETTE_H

#include <stdbool.h>
#include <stdint.h>

#include "audio.h"
#include "instrument.h"
#include "random.h"
#include "score.h"

enum yeoun_palette {
  YEOUN_PALETTE_AUTO, /**< as the mood has it */
  YEOUN_CHAMBER,
  YEOUN_ORCHESTRAL,
  YEOUN_BALLAD,
  YEOUN_JAZZ,
  YEOUN_LOFI,
  YEOUN_GUGAK,
  YEOUN_ELECTRONIC,
  YEOUN_PALETTES
};

/** Keys of the drum lane (General MIDI percussion where it has one). */
enum yeoun_drum {
  YEOUN_DRUM_KICK = 36,
  YEOUN_DRUM_BRUSH_TAP = 38,
  YEOUN_DRUM_BRUSH_SWEEP = 40,
  YEOUN_DRUM_FRAME_LOW = 41,
  YEOUN_DRUM_FRAME_HIGH = 45,
  YEOUN_DRUM_JANGGU_DEOK = 65, /**< right hand, stick on the thin head */
  YEOUN_DRUM_JANGGU_KUNG = 66, /**< left hand, on the thick head */
  YEOUN_DRUM_WOODBLOCK_HIGH = 76,
  YEOUN_DRUM_WOODBLOCK_LOW = 77,
  YEOUN_DRUM_TRIANGLE = 81,
  YEOUN_DRUM_SHAKER = 82,
};

/** "chamber", ... Any thread. */
const char *
yeoun_palette_name(unsigned palette);

/** The palette of a name in whatever letters, or YEOUN_PALETTES; "auto" is
   none. Any thread. */
unsigned
yeoun_palette_find(const char *name);

/** What a palette gives a lane in one of the three moods, its first singer to
   the melody: enum yeoun_instrument. Any thread, audio too. */
YEOUN_AUDIO uint8_t
yeoun_palette_instrument(unsigned palette, unsigned lane, unsigned pole);

/**
   Choose an instrument for each lane.

   @param palette  enum yeoun_palette, not auto
   @param weight  mood weights lyrical, romantic, comic; sum 1
   @param warmth  -1 cold .. +1 warm
   @param is_plain  the palette's first singer has the melody, not one drawn
   @param random  the choice among equals
   @param[out] instrument  one of enum yeoun_instrument for each lane

   Any thread.
*/
void
yeoun_palette_choose(unsigned palette,
                     const float weight[3],
                     float warmth,
                     bool is_plain,
                     struct yeoun_random *random,
                     uint8_t instrument[YEOUN_LANES]);

#endif
