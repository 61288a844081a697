// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* How expected the next note of a melody is.

   A model of melodies that people wrote: the moves before (orders 0 to 3 with
   back-off), the degree, metrical weight and chord membership of the note that
   is left, its distance from the middle of the line, the weight and the chord
   that are arrived at, the place in the phrase. Views are multiplied (Conklin
   and Witten 1995; Pearce and Wiggins 2004) and made to sum to one. Counted in
   OpenScore lieder and OpenEWLD lead sheets (expectation_tables.c).

   Costs in 1/16 bit; 16 = one bit = half as likely. Held against tunes it was
   not made of, no chords given: 2,164 German folk songs (Essen) cost 2.48 bits
   a note (5 and 95
   %: 2.11, 2.92), 922 Chinese ones 2.90 (2.51, 3.44), with their pitches in
   random order 3.61 and 3.89. Chords known take off half a bit more. Nothing
   here calls libm. Any thread. */

#ifndef YEOUN_COMPOSE_MELODY_EXPECTATION_H
#define YEOUN_COMPOSE_MELODY_EXPECTATION_H

#include <stdbool.h>
#include <stdint.h>

#include "music/beats.h"
#include "music/chord.h"

/** Where the note that is asked for stands. */
enum yeoun_expectation_place {
  YEOUN_EXPECT_INSIDE,
  YEOUN_EXPECT_FIRST,  /**< first of a phrase */
  YEOUN_EXPECT_SECOND, /**< second of a phrase */
  YEOUN_EXPECT_LAST,   /**< last of a phrase inside */
  YEOUN_EXPECT_FINAL,  /**< last of all */
};

/** What the next note is expected from. */
struct yeoun_expectation_context {
  bool is_minor;   /**< third of the tonic */
  uint8_t tonic;   /**< 0..11 */
  uint8_t median;  /**< MIDI key, the middle of the line (not of the phrase) */
  uint8_t place;   /**< enum yeoun_expectation_place, of the next note */
  uint8_t notes;   /**< how many of `last` there are, 0..4; the moves between
                        them count within a phrase only, so: notes since it
                        began, or 1 across phrases, 0 at the very start */
  uint8_t last[4]; /**< MIDI keys, the latest first */
  uint8_t weight;  /**< 0..3 of the note left, yeoun_metrical_weight() */
  bool was_chord_tone; /**< the note left was in its chord */
  uint8_t weight_to;   /**< 0..3 of the next note */
  uint8_t root;        /**< of the chord under the next note, 0..11 */
  uint16_t tones;      /**< of that chord; 0 = not known */
};

/** All next notes at once: a context looked at. */
struct yeoun_expectation {
  int16_t cost[27]; /**< of pitches base - 13 .. base + 13; ends = beyond */
  uint8_t base; /**< MIDI key: the note left, at the very start the median */
};

/** Metrical weight of a place in a bar: 0 first beat, 1 the middle of the bar
    (4/4 beat 3, 2/4 beat 2, 6/8 second half), 2 other beats, 3 off the beat.
    @param ticks from the start of the bar, any */
int
yeoun_metrical_weight(struct yeoun_meter meter, int32_t ticks);

/** Look at a context: what every next pitch costs, in about 0.1 us. A search
    looks once and asks for each of its candidates. The probabilities of all
    pitches sum to one, within rounding. */
struct yeoun_expectation
yeoun_expectation_look(const struct yeoun_expectation_context *context);

/** Cost of a pitch, a look-up. Beyond an octave each semitone costs a bit. */
int
yeoun_expectation_of(const struct yeoun_expectation *expectation, int pitch);

/** Both at once, for one note. */
int
yeoun_expectation_cost(const struct yeoun_expectation_context *context,
                       int pitch);

/** A note as the model sees it. */
struct yeoun_expected_note {
  uint8_t pitch;
  uint8_t weight;       /**< 0..3 */
  bool is_phrase_start; /**< first of its phrase; the first note always is */
  uint8_t root;         /**< of its chord */
  uint16_t tones;       /**< of its chord; 0 = not known */
};

/** The context of note i of a line: what yeoun_expectation_look() wants.
    @param notes length of the line @param i 0..notes - 1
    @param median of the line's pitches */
struct yeoun_expectation_context
yeoun_expectation_at(const struct yeoun_expected_note *line,
                     int notes,
                     int i,
                     bool is_minor,
                     int tonic,
                     int median);

/** Mean surprise of a line in bits a note, its median found; 0 of none. */
float
yeoun_expectation_mean(const struct yeoun_expected_note *line,
                       int notes,
                       bool is_minor,
                       int tonic);

#endif
