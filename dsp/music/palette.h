// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* Instruments: their names, ranges and General MIDI stand-ins; and palettes:
   which of them play together. Known to the composer, who writes for them, and
   to the sound, which plays them. */

#ifndef YEOUN_MUSIC_PALETTE_H
#define YEOUN_MUSIC_PALETTE_H

#include <stdint.h>

#include "audio.h"
#include "random.h"
#include "score.h"

/** Instruments, in the order of the lane instrument ports after "auto" = 0:
    only ever append. */
enum yeoun_instrument {
  YEOUN_INSTRUMENT_AUTO,
  YEOUN_FELT_PIANO,
  YEOUN_GRAND_PIANO,
  YEOUN_VIOLIN,
  YEOUN_CELLO,
  YEOUN_STRINGS,
  YEOUN_PIZZICATO,
  YEOUN_HARP,
  YEOUN_NYLON_GUITAR,
  YEOUN_GAYAGEUM,
  YEOUN_DAEGEUM,
  YEOUN_FLUTE,
  YEOUN_CLARINET,
  YEOUN_BASSOON,
  YEOUN_CELESTA,
  YEOUN_GLOCKENSPIEL,
  YEOUN_MUSIC_BOX,
  YEOUN_VIBRAPHONE,
  YEOUN_ELECTRIC_PIANO,
  YEOUN_WARM_PAD,
  YEOUN_GLASS_PAD,
  YEOUN_VOICES,
  YEOUN_UPRIGHT_BASS,
  YEOUN_SYNTH_BASS,
  YEOUN_KIT,
  YEOUN_INSTRUMENTS
};

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

/** How an instrument holds a note. */
enum yeoun_sustain {
  YEOUN_SUSTAIN_HELD,  /**< as long as it is blown or bowed */
  YEOUN_SUSTAIN_DECAY, /**< plucked or struck: dies away, damped at the end */
  YEOUN_SUSTAIN_FREE,  /**< struck and never damped (bells, drums) */
};

/** Facts of one instrument. */
struct yeoun_instrument_facts {
  const char *name;              /**< "solo cello" */
  uint8_t low, high;             /**< MIDI keys that it can play */
  uint8_t sweet_low, sweet_high; /**< MIDI keys where it sings */
  uint8_t program;               /**< General MIDI program, 0..127 */
  uint8_t sustain;               /**< enum yeoun_sustain */
  uint8_t polyphony; /**< notes at once that sound natural; 1 = solo */
};

/** Never NULL; the facts of the felt piano for a number out of range.
    Any thread. */
const struct yeoun_instrument_facts *
yeoun_instrument_facts(unsigned instrument);

/** "chamber", ... Any thread. */
const char *
yeoun_palette_name(unsigned palette);

/** The palette of a name in whatever letters, or YEOUN_PALETTES; "auto" is
   none. Any thread. */
unsigned
yeoun_palette_find(const char *name);

/** What a palette gives a lane in one of the three moods: enum
   yeoun_instrument. Any thread, audio too. */
YEOUN_AUDIO uint8_t
yeoun_palette_instrument(unsigned palette, unsigned lane, unsigned pole);

/**
   Choose an instrument for each lane.

   @param palette  enum yeoun_palette, not auto
   @param weight  mood weights lyrical, romantic, comic; sum 1
   @param warmth  -1 cold .. +1 warm
   @param random  the choice among equals
   @param[out] instrument  one of enum yeoun_instrument for each lane

   Any thread.
*/
void
yeoun_palette_choose(unsigned palette,
                     const float weight[3],
                     float warmth,
                     struct yeoun_random *random,
                     uint8_t instrument[YEOUN_LANES]);

#endif
