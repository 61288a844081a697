// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* Notes in ticks: what the composer writes (score) and the performer plays
   (performance). Plain data of fixed capacity, copied as one block. */

#ifndef YEOUN_MUSIC_SCORE_H
#define YEOUN_MUSIC_SCORE_H

#include <stdbool.h>
#include <stdint.h>

#include "beats.h"
#include "chord.h"
#include "lane.h"
#include "theme.h"

/** How a note is played. */
enum yeoun_articulation {
  YEOUN_ARTICULATION_PLAIN,    /**< as the mood's gate has it */
  YEOUN_ARTICULATION_LEGATO,   /**< bound to the next note */
  YEOUN_ARTICULATION_STACCATO, /**< short whatever the gate */
  YEOUN_ARTICULATION_MARCATO,  /**< accented */
  YEOUN_ARTICULATION_TENUTO,   /**< held for its full length */
  YEOUN_ARTICULATION_GRACE,    /**< before the note that follows, 60-90 ms */
  YEOUN_ARTICULATION_TREMOLO,  /**< repeated bow strokes */
};

/** How the pitch moves within a note: sigimsae and vibrato. */
enum yeoun_bend {
  YEOUN_BEND_NONE,     /**< the instrument's own habit */
  YEOUN_BEND_STRAIGHT, /**< no vibrato at all */
  YEOUN_BEND_SHAKE,    /**< tteoneun-eum: wide shake, 4-5 Hz, growing */
  YEOUN_BEND_BREAK, /**< kkeokneun-eum: falls fast to the note bend_cents off */
  YEOUN_BEND_PUSH,  /**< chuseong: comes up from below into the note */
  YEOUN_BEND_FALL,  /**< toeseong: sinks at the end */
};

/** What a note does in the phrase: marks for performer and tests. */
enum yeoun_mark {
  YEOUN_MARK_MOTIF = 1, /**< a note of the theme's own motif */
  YEOUN_MARK_PHRASE_START = 2,
  YEOUN_MARK_PHRASE_END = 4,
  YEOUN_MARK_SUSPENSION = 8,    /**< prepared dissonance */
  YEOUN_MARK_APPOGGIATURA = 16, /**< accented dissonance reached by leap */
  YEOUN_MARK_RESOLUTION = 32,   /**< of the dissonance just before */
  YEOUN_MARK_CLIMAX = 64,       /**< the highest point of the form */
  YEOUN_MARK_JOKE = 128,        /**< the punch of a comic device */
};

struct yeoun_note {
  int32_t start;        /**< ticks, 0 <= start < length of the score */
  int32_t length;       /**< ticks, > 0; may ring over the loop point */
  uint8_t pitch;        /**< MIDI key, or enum yeoun_drum */
  uint8_t lane;         /**< enum yeoun_lane */
  uint8_t articulation; /**< enum yeoun_articulation */
  uint8_t bend;         /**< enum yeoun_bend */
  int16_t bend_cents;   /**< size and direction of the bend */
  uint8_t marks;        /**< set of enum yeoun_mark */
  int8_t level_db;      /**< written dynamic of this note against its lane */
};

/** A stretch of harmony. */
struct yeoun_span {
  int32_t start, length; /**< ticks */
  struct yeoun_chord chord;
  int8_t slot;        /**< index of the theme chord it stands for; -1 for
                           one that was put between */
  bool is_substitute; /**< a declared substitute of that chord */
};

/** A phrase, for the performer's arch. Level 5 = whole form, 6 = sentence half
    or four bars, 7 = two bars (the numbers of the KTH phrase arch rule). */
struct yeoun_phrase {
  int32_t start, turn, end; /**< ticks; turn = where tension is highest */
  uint8_t level;            /**< 5..7 */
};

#define YEOUN_NOTES_MAX 4096
#define YEOUN_SPANS_MAX 192
#define YEOUN_PHRASES_MAX 64
#define YEOUN_DESCRIPTION_SIZE 192

/** What a variation does, as its description says it: for whoever says it in
    other words. */
struct yeoun_traits {
  uint32_t techniques; /**< set of enum yeoun_technique that its notes bear
                            out */
  uint8_t topic;       /**< enum yeoun_topic, if TOPIC is among them */
  uint8_t climax_bar;  /**< counted from 1 as the host counts, at most 99; 0:
                            none is told */
};

/** A variation, written. Notes are sorted by start, then lane, then pitch. */
struct yeoun_score {
  struct yeoun_meter meter;
  int32_t length;  /**< ticks, whole bars; the loop point */
  float tempo_bpm; /**< quarter notes a minute that the mood asks for */
  float identity;  /**< 0..1, how much of the theme is left */
  struct yeoun_key key;
  bool has_ending; /**< closes for good instead of leading back */
  uint8_t instrument[YEOUN_LANES]; /**< enum yeoun_instrument */
  struct yeoun_traits traits;      /**< all zero in a score that was unpacked */
  uint16_t notes, spans, phrases;
  struct yeoun_span span[YEOUN_SPANS_MAX];
  struct yeoun_phrase phrase[YEOUN_PHRASES_MAX];
  char description[YEOUN_DESCRIPTION_SIZE]; /**< one line in plain words */
  struct yeoun_note note[YEOUN_NOTES_MAX];
};

/** One note, performed. */
struct yeoun_performed {
  int32_t start;              /**< ticks, 0 <= start < length */
  int32_t end;                /**< ticks, > start; may lie beyond length */
  int32_t written;            /**< start in the score */
  uint8_t pitch, lane;        /**< as in the score */
  uint8_t velocity;           /**< 1..127 */
  uint8_t articulation, bend; /**< as in the score */
  uint8_t marks;
  int16_t bend_cents;
  /* Expression, in quarters of a decibel: */
  int8_t phrase_level; /**< of the phrase at its start, against the loudest
                            place that the lane reaches; <= 0 */
  int8_t crest_level;  /**< at its crest, against its start */
  int8_t end_level;    /**< at its end, the same */
  uint8_t crest_at;    /**< where the crest is, in 255ths of its length */
};

/** A stretch where the sustaining pedal is down. */
struct yeoun_pedal {
  int32_t start, end; /**< ticks */
  uint8_t lane;
};

/** The keys that a lane plays; none when low > high. */
struct yeoun_reach {
  uint8_t low, high;
};

/** A variation, performed: what the player plays. Sorted like the score. */
struct yeoun_performance {
  struct yeoun_meter meter;
  int32_t length; /**< ticks; the loop point */
  float tempo_bpm;
  float identity;
  struct yeoun_key key;
  bool has_ending;
  uint8_t instrument[YEOUN_LANES];
  struct yeoun_reach reach[YEOUN_LANES]; /**< of the notes below */
  uint16_t notes, pedals;
  struct yeoun_pedal pedal[YEOUN_SPANS_MAX];
  char description[YEOUN_DESCRIPTION_SIZE];
  struct yeoun_performed note[YEOUN_NOTES_MAX];
};

/** Put a note at the end; it is dropped, and false returned, when the score is
    full or the length is not positive. Any thread. */
bool
yeoun_score_add(struct yeoun_score *score, struct yeoun_note note);

/** Sort the notes by start, lane, pitch. Stable, no allocation. Any thread. */
void
yeoun_score_sort(struct yeoun_score *score);

#endif
