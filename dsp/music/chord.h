// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* Chord symbols: read, spell, and compare them. */

#ifndef YEOUN_MUSIC_CHORD_H
#define YEOUN_MUSIC_CHORD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "audio.h"
#include "pitch_name.h"
#include "status.h"

/** Chord types, in the order of the `type_N` ports: only ever append. */
enum yeoun_chord_type {
  YEOUN_CHORD_MAJ,
  YEOUN_CHORD_MIN,
  YEOUN_CHORD_DIM,
  YEOUN_CHORD_AUG,
  YEOUN_CHORD_SUS2,
  YEOUN_CHORD_SUS4,
  YEOUN_CHORD_5,
  YEOUN_CHORD_6,
  YEOUN_CHORD_M6,
  YEOUN_CHORD_7,
  YEOUN_CHORD_MAJ7,
  YEOUN_CHORD_M7,
  YEOUN_CHORD_MMAJ7,
  YEOUN_CHORD_M7B5,
  YEOUN_CHORD_DIM7,
  YEOUN_CHORD_7B9,
  YEOUN_CHORD_7S9,
  YEOUN_CHORD_7B5,
  YEOUN_CHORD_7S5,
  YEOUN_CHORD_9,
  YEOUN_CHORD_MAJ9,
  YEOUN_CHORD_M9,
  YEOUN_CHORD_69,
  YEOUN_CHORD_11,
  YEOUN_CHORD_13,
  YEOUN_CHORD_ADD9,
  YEOUN_CHORD_MADD9,
  YEOUN_CHORD_7SUS4,
  YEOUN_CHORD_9SUS4,
  YEOUN_CHORD_13SUS,
  YEOUN_CHORD_M11,
  YEOUN_CHORD_MAJ7S5,
  YEOUN_CHORD_TYPES
};

/** What a chord symbol means. Pitch classes: 0 is C, 11 is B. */
struct yeoun_chord {
  uint16_t tones; /**< set of pitch classes, bit 0 is C; bass not added */
  uint8_t root;   /**< 0..11 */
  uint8_t type;   /**< enum yeoun_chord_type */
  uint8_t bass;   /**< 0..11; equals root unless written with a slash */
  uint8_t root_letter : 4; /**< enum yeoun_letter: how the root is spelt */
  uint8_t bass_letter : 4; /**< how the bass is spelt */
};

/** The chord of a root, a type and a bass, spelt by habit. Any thread.
    @param root 0..11, taken modulo 12
    @param type below YEOUN_CHORD_TYPES, else YEOUN_CHORD_MAJ
    @param bass 0..11, taken modulo 12 */
struct yeoun_chord
yeoun_chord_make(unsigned root, unsigned type, unsigned bass);

/** Set of semitones above the root, bit 0 always set. Any thread. */
uint16_t
yeoun_chord_intervals(enum yeoun_chord_type type);

/** The usual suffix: "" for major, "m7b5", ... Any thread. */
const char *
yeoun_chord_suffix(enum yeoun_chord_type type);

/** Transpose root, bass and tones by places on the line of fifths, any sign: 1
    is C to G, 7 C to C#, -5 C to Db. Any thread. */
struct yeoun_chord
yeoun_chord_transpose(struct yeoun_chord chord, int fifths);

/** The letter of a chord's bass: that of the root, of the tone of the chord
   that it is, or of the interval that a foreign black key makes. Any thread. */
unsigned
yeoun_chord_bass_letter(struct yeoun_chord chord);

/** Whether root, type, bass, tones and spelling are the same. Any thread. */
YEOUN_AUDIO bool
yeoun_chord_equal(const struct yeoun_chord *a, const struct yeoun_chord *b);

/**
   Read one chord symbol, such as "Am7/G", "F#m7b5", "Csus4", "E5".

   Kinds as charts write them are understood (chord_kind.h); what has no type of
   its own ("C7alt", "Fmaj7#11") is read as the nearest.

   @param text  ends where yeoun_chord_ends() says so
   @param[out] chord  written only on success
   @return status and the offset after the symbol, or of the first letter that
           was not understood (YEOUN_EXPECTED_ROOT, _B, _TYPE, _BASS)

   Any thread.
*/
struct yeoun_reading
yeoun_chord_read(const char *text, struct yeoun_chord *chord);

/** The same, and whether there is a type with just the tones that were written.
    Any thread.
    @param[out] is_exact  written only on success */
struct yeoun_reading
yeoun_chord_read_near(const char *text,
                      struct yeoun_chord *chord,
                      bool *is_exact);

/** Write the symbol, such as "Bbm7/F". Returns the length without the final
    zero; cuts at size. 16 bytes are enough. Any thread. */
size_t
yeoun_chord_write(struct yeoun_chord chord, char *text, size_t size);

#endif
