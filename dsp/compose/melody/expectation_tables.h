// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* The tables behind expectation.h. First index: 0 major, 1 minor. Moves: 0
   below an octave down, 1..25 -12..+12 semitones, 26 above an octave up. Costs
   and lifts in 1/16 bit; a lift is added to a cost. */

#ifndef YEOUN_COMPOSE_MELODY_EXPECTATION_TABLES_H
#define YEOUN_COMPOSE_MELODY_EXPECTATION_TABLES_H

#include <stdint.h>

#define YEOUN_MOVES 27
#define YEOUN_MOVE_REPEAT 13

struct yeoun_after_three {
  uint8_t is_minor, last, before, first; /**< moves, the last first */
  uint16_t row;                          /**< of yeoun_after_cost */
};

/** A row for each context of moves before; the four below find it. */
extern const uint8_t yeoun_after_cost[][YEOUN_MOVES];
extern const uint16_t yeoun_after_none[2];
extern const uint16_t yeoun_after_one[2]; /**< first of 27, by the last move */
/** By the last move and the one before; 0 when not counted. */
extern const uint16_t yeoun_after_two[2][YEOUN_MOVES][YEOUN_MOVES];
extern const struct yeoun_after_three yeoun_after_threes[];
extern const int yeoun_after_three_count;

/** By degree, weight, and whether it is a chord tone: the note left. */
extern const int8_t yeoun_degree_lift[2][12][4][2][YEOUN_MOVES];
/** By the last move and whether the note left is a chord tone. */
extern const int8_t yeoun_left_lift[2][YEOUN_MOVES][2][YEOUN_MOVES];
/** By the distance of the note left from the median, in threes from -12. */
extern const int8_t yeoun_register_lift[2][9][YEOUN_MOVES];
/** A note by its distance from the median. */
extern const uint8_t yeoun_register_cost[2][YEOUN_MOVES];
/** By the weight left and the weight arrived at. */
extern const int8_t yeoun_metre_lift[2][4][4][YEOUN_MOVES];
/** First and last move of a phrase, by the degree left. */
extern const int8_t yeoun_first_lift[2][12][YEOUN_MOVES];
extern const int8_t yeoun_last_lift[2][12][YEOUN_MOVES];
/** From the end of a phrase to the next, by the degree left. */
extern const uint8_t yeoun_across_cost[2][12][YEOUN_MOVES];
/** First of all, first of a phrase, last of a phrase, last of all; by degree.
 */
extern const int8_t yeoun_end_degree_lift[2][4][12];
/** By the weight arrived at and whether the note is a chord tone. */
extern const int8_t yeoun_tone_lift[2][4][2];
/** Last of a phrase, last of all; root, third, fifth, other. */
extern const int8_t yeoun_member_lift[2][2][4];

#endif
