// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* Finding a line: the pitches for given onsets that cost least, looking ahead
   over the whole phrase. Beam search over scale degrees. */

#ifndef YEOUN_COMPOSE_MELODY_PITCH_SEARCH_H
#define YEOUN_COMPOSE_MELODY_PITCH_SEARCH_H

#include <stdbool.h>
#include <stdint.h>

#include "music/scale.h"

#define YEOUN_LINE_POINTS 192
#define YEOUN_LINE_DEGREES 36

/** What makes an interval dear. Costs are like negative logarithms of how
    often it should be heard. */
struct yeoun_line_style {
  int low, high; /**< MIDI keys */
  float unison, step, third, fourth,
    wide;         /**< 0, 1-2, 3-4, 5-7, 8+ semitones */
  float reversal; /**< cost of not stepping back after a leap */
  float turning;  /**< cost of turning back after a step */
  float contour;  /**< cost for each semitone off the target */
  float shun;     /**< cost of a shunned degree */
  float noise;    /**< size of the draw, 0 = none */
};

/** How the line came to a degree: what the next step has to answer. */
enum yeoun_line_arrival {
  YEOUN_LINE_PLAIN,
  YEOUN_LINE_ROSE,
  YEOUN_LINE_FELL,
  YEOUN_LINE_LEAPT_UP,
  YEOUN_LINE_LEAPT_DOWN,
  YEOUN_LINE_HELD_UP,   /**< rose, then repeated */
  YEOUN_LINE_HELD_DOWN, /**< fell, then repeated */
  YEOUN_LINE_REPEATED,
  YEOUN_LINE_ARRIVALS
};

/** Intervals from -YEOUN_LINE_WIDEST to YEOUN_LINE_WIDEST semitones have a
    row. */
#define YEOUN_LINE_WIDEST 64

/** A style made ready: what each interval costs after each arrival; from a
    chord tone (0), from a dissonance (1), where a leap is asked for (2), and
    before a rest (3). */
struct yeoun_line_manner {
  struct yeoun_line_style style;
  float move[4][YEOUN_LINE_ARRIVALS][2 * YEOUN_LINE_WIDEST + 1];
  uint8_t arrival[2 * YEOUN_LINE_WIDEST + 1]; /**< but of a repetition */
};

/** Make a style ready. Any thread. */
void
yeoun_line_prepare(const struct yeoun_line_style *style,
                   struct yeoun_line_manner *manner);

/** One note to be given a pitch. */
struct yeoun_line_point {
  const struct yeoun_line_manner *manner; /**< of this note */
  const struct yeoun_scale *scale;        /**< that holds here */
  uint16_t chord;                         /**< pitch classes of the chord */
  uint16_t wanted;    /**< pitch classes that are asked for; 0 = any */
  int8_t weight;      /**< metrical, 0..3 */
  int8_t length;      /**< slots, at most 64 */
  int16_t fixed;      /**< degree number that is given; -1 = free */
  int16_t attraction; /**< degree number to stay near; -1 = none */
  float pull;         /**< cost for each step away from the attraction */
  int ceiling;        /**< MIDI key that is not to be passed */
  float target;       /**< MIDI key of the contour */
  uint64_t noise;     /**< seed of the draw that rhyming points share */
  uint64_t detail;    /**< seed of the draw of this point alone */
  int8_t shift;       /**< degrees of the draw are counted from here */
  uint8_t shunned;    /**< set of degrees (modulo 7) that the mode leaves out */
  bool is_leap;       /**< a sixth or an octave up into it is asked for */
  bool is_last;       /**< a rest follows: a leap into it has no answer */
  bool is_after_rest; /**< the interval before it does not count */
};

/**
   Find the line.

   @param points  1..YEOUN_LINE_POINTS, in order of time
   @param[out] degree  one degree number for each

   Chord tones on strong beats, dissonances reached and left by step, leaps
   answered (Huron 2001), no more than three equal notes in a row.
   Any thread.
*/
void
yeoun_line_find(const struct yeoun_line_point *points,
                int count,
                int16_t *degree);

#endif
