// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* Instruments and all that is known of them. Told to the composer, who writes
   for them, to the performer, to the sound, which plays them, and to whoever
   writes their parts down. */

#ifndef YEOUN_MUSIC_INSTRUMENT_H
#define YEOUN_MUSIC_INSTRUMENT_H

#include <stdbool.h>
#include <stdint.h>

#include "audio.h"

/** YEOUN_INSTRUMENT_AUTO, YEOUN_FELT_PIANO, ... in the order of
    instrument_list.h. */
enum yeoun_instrument {
#define INSTRUMENT(ID, ...) YEOUN_##ID,
#include "instrument_list.h"
#undef INSTRUMENT
  YEOUN_INSTRUMENTS
};

/** What makes its sound. */
enum yeoun_sound_model {
  YEOUN_MODEL_STRING,   /**< plucked or struck strings */
  YEOUN_MODEL_SOLO,     /**< one who bows or blows; a synthesised bass */
  YEOUN_MODEL_SECTION,  /**< many who bow or sing; pads */
  YEOUN_MODEL_MALLET,   /**< struck bars */
  YEOUN_MODEL_ELECTRIC, /**< struck tines before a pickup */
  YEOUN_MODEL_DRUM,
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
  uint8_t model;                 /**< enum yeoun_sound_model */
  uint8_t sustain;               /**< enum yeoun_sustain */
  uint8_t low, high;             /**< MIDI keys that it can play */
  uint8_t sweet_low, sweet_high; /**< MIDI keys where it sings */
  uint8_t polyphony; /**< notes at once that sound natural; 1 = solo */
  uint8_t program;   /**< General MIDI program, 0..127 */
  int8_t written;    /**< semitones that its part is written above its sound */
  bool is_pedalled;  /**< has a sustaining pedal */
  uint8_t roll_ms; /**< between the notes of a chord; 0 = as its lane has it */
};

/** Never NULL; the facts of the felt piano for a number out of range.
    Any thread. */
YEOUN_AUDIO const struct yeoun_instrument_facts *
yeoun_instrument_facts(unsigned instrument);

#endif
