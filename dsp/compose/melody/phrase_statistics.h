// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* What phrases are like: length, upbeat, range, peak, end, and how later bars
   and phrases take up earlier ones. Counted in 23,383 phrases of OpenScore
   lieder and OpenEWLD lead sheets (phrase_tables.c). Costs in 1/16 bit. */

#ifndef YEOUN_COMPOSE_MELODY_PHRASE_STATISTICS_H
#define YEOUN_COMPOSE_MELODY_PHRASE_STATISTICS_H

/** What was counted of a phrase, and the values it has. */
enum yeoun_phrase_feature {
  YEOUN_PHRASE_LENGTH, /**< half bars less one, 0..15 */
  YEOUN_PHRASE_START,  /**< 0 on the bar, 1 in the second half of a bar (an
                            upbeat), 2 after the beat but before that */
  YEOUN_PHRASE_UPBEAT, /**< quarter beats less one, 0..7, of an upbeat */
  YEOUN_PHRASE_WEIGHT_INSIDE, /**< weight 0..3 of a last note inside */
  YEOUN_PHRASE_WEIGHT_FINAL,  /**< weight 0..3 of the last note of all */
  YEOUN_PHRASE_REST,          /**< half beats of rest after it, 0..8 */
  YEOUN_PHRASE_RANGE,         /**< semitones, 0..24 */
  YEOUN_PHRASE_PEAK_TENTH,    /**< where its highest note begins, 0..9 */
  YEOUN_PHRASE_PEAK_TIMES,    /**< how often it sounds less one, 0..3 */
  YEOUN_PHRASE_CONTOUR,       /**< enum yeoun_contour_class */
  YEOUN_PHRASE_NOTES,         /**< 0..24 */
};

/** First note, mean of the middle, last note (Huron 1996). */
enum yeoun_contour_class {
  YEOUN_CONTOUR_LEVEL,
  YEOUN_CONTOUR_ASCENDING,
  YEOUN_CONTOUR_DESCENDING,
  YEOUN_CONTOUR_CONVEX, /**< an arch */
  YEOUN_CONTOUR_CONCAVE,
  YEOUN_CONTOUR_LEVEL_ASCENDING,
  YEOUN_CONTOUR_LEVEL_DESCENDING,
  YEOUN_CONTOUR_ASCENDING_LEVEL,
  YEOUN_CONTOUR_DESCENDING_LEVEL,
};

/** How a bar or phrase takes up an earlier one. */
enum yeoun_relation {
  YEOUN_RELATION_NEW,
  YEOUN_RELATION_EXACT,
  YEOUN_RELATION_ENDING,    /**< with another ending */
  YEOUN_RELATION_BEGINNING, /**< with another beginning */
  YEOUN_RELATION_VARIED,    /**< some pitches are others */
  YEOUN_RELATION_SEQUENCE,  /**< moved within the scale */
  YEOUN_RELATION_SEQUENCE_ENDING,
  YEOUN_RELATION_RHYTHM,        /**< the rhythm alone */
  YEOUN_RELATION_RHYTHM_NEARLY, /**< three onsets of four */
  YEOUN_RELATIONS
};

/** Cost of a value; sums to one over the values of a feature, less what was too
    rare to count. Out of range costs 255. Any thread. */
int
yeoun_phrase_cost(enum yeoun_phrase_feature feature, int value);

/** Cost of a bar's relation to the bar so many before: 1, 2, 4, 8 were counted,
    others go by the nearest below. Any thread. */
int
yeoun_echo_cost(int bars_before, enum yeoun_relation relation);

/** Cost of a phrase's best relation to any earlier phrase, by the quarter 0..3
    of the piece it stands in: what is new is spent early. Any thread. */
int
yeoun_return_cost(int quarter, enum yeoun_relation relation);

#endif
