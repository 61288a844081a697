// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* Pitches for the notes of one phrase. A beam search over the scale tones that
   hold at each note; each hypothesis knows its last pitches, its highest note
   and how often that sounded, and what its last note still owes (a dissonance
   its resolution, a leap its place in the register), so that climax and cadence
   are part of the search and not mended after it.

   Costs are in bits: what is heard half as often costs one more. Intervals,
   directions and chord tones: counts of 1,307 Lieder and 466 lead sheets;
   register pulls back, not the leap (von Hippel and Huron 2000). */

#ifndef YEOUN_COMPOSE_MELODY_PHRASE_SEARCH_H
#define YEOUN_COMPOSE_MELODY_PHRASE_SEARCH_H

#include <stdbool.h>
#include <stdint.h>

#include "music/scale.h"

#define YEOUN_PHRASE_NOTES 160

/** What a mood's melody likes; bits. */
struct yeoun_line_taste {
  float repeat, step, third, fourth, sixth, octave, other;
  float dissonance;  /**< of a foreign note on the beat; more is stricter */
  float wideness;    /**< semitones from the centre that cost one bit */
  float temperature; /**< size of the draws */
  float tritone;
};

/** One note to be given a pitch. */
struct yeoun_line_spot {
  int16_t slot, length; /**< as it sounds */
  int8_t weight;        /**< metrical, 0..3 */
  bool is_on_beat;      /**< a pulse begins with it */
  bool is_after_rest;   /**< a breath lies before it */
  bool leads_in;        /**< anacrusis */
  bool is_last;         /**< of the phrase */
  bool is_motif;        /**< a note of the theme's motif */
  bool is_said;         /**< of a motif or an echo: it has intervals */
  int8_t accidental;    /**< semitones off the scale, of a given motif */
  int16_t motif_step;   /**< scale steps from the motif note before; only
                             where motif_pull > 0 */
  float motif_pull;     /**< bits for each step off */
  int16_t model;        /**< MIDI key to be near, -1 = none */
  float model_pull;     /**< bits for the first semitone off; more grow
                             slower */
  float target;         /**< MIDI key of the contour */
  uint16_t chord;       /**< pitch classes that hold where it begins */
  uint16_t chord_later; /**< and that hold till it ends */
  uint8_t root;         /**< of that chord */
  uint8_t beat_weight;  /**< yeoun_metrical_weight() */
  uint16_t wanted;      /**< pitch classes asked for; 0 = any */
  uint16_t mode;        /**< pitch classes that may be sung at all */
  const struct yeoun_scale *scale;
};

/** A phrase to be found. */
struct yeoun_line_task {
  const struct yeoun_line_taste *taste;
  int low, high; /**< MIDI keys */
  int ceiling;   /**< MIDI key that only a climax passes */
  int before;    /**< MIDI key of the note before the phrase, -1 = none */
  bool is_minor;
  uint8_t tonic;
  bool is_final;     /**< the last phrase of all */
  float centre;      /**< MIDI key to which the register pulls back */
  bool peak_matters; /**< its highest note sounds once */
  uint64_t seed;
  int count; /**< 1..YEOUN_PHRASE_NOTES */
  struct yeoun_line_spot spot[YEOUN_PHRASE_NOTES];
};

/** What was found. */
struct yeoun_line_found {
  uint8_t pitch[YEOUN_PHRASE_NOTES]; /**< MIDI keys */
  float cost;                        /**< bits a note, without the draws */
};

/** Memory of the search: the caller's, so that no stack is deep. */
struct yeoun_line_scratch;

/** Bytes of that memory. */
#define YEOUN_LINE_BEAM 12
#define YEOUN_LINE_CHOICES 22

struct yeoun_line_state {
  float cost, draws;            /* draws are not part of what is judged */
  int16_t pitch, before, third; /* the last three */
  int16_t peak;
  uint8_t repeats; /* of the last pitch */
  int16_t said;    /* degree of the last note that has intervals */
  bool owes;       /* the last note is foreign to its chord */
  uint8_t parent;
};

struct yeoun_line_scratch {
  struct yeoun_line_state state[YEOUN_PHRASE_NOTES][YEOUN_LINE_BEAM];
  uint8_t states[YEOUN_PHRASE_NOTES];
};

/** Find the pitches. Any thread. */
void
yeoun_phrase_search(const struct yeoun_line_task *task,
                    struct yeoun_line_scratch *scratch,
                    struct yeoun_line_found *found);

#endif
