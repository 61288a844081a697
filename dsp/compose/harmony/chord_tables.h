// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* The tables behind chord_statistics.h. First index: 0 major, 1 minor. */

#ifndef YEOUN_COMPOSE_HARMONY_CHORD_TABLES_H
#define YEOUN_COMPOSE_HARMONY_CHORD_TABLES_H

#include <stdint.h>

#include "compose/harmony/chord_state.h"

/** Two chords after which thirds were counted; the first is the index into
    yeoun_triple_first. */
struct yeoun_triple_context {
  uint8_t second;  /**< state */
  uint8_t back;    /**< added to the cost of the move when none is listed */
  uint8_t triples; /**< listed */
  uint16_t first;  /**< index of the first of them */
};

struct yeoun_triple {
  uint8_t third, cost;
};

struct yeoun_close_row {
  uint8_t is_minor, kind, penultimate, last, cost;
};

struct yeoun_insert_row {
  uint8_t is_minor, before, between, after, cost;
};

extern const uint8_t yeoun_chord_costs[2][YEOUN_STATES];
extern const uint8_t yeoun_move_costs[2][YEOUN_STATES][YEOUN_STATES];
extern const struct yeoun_triple_context yeoun_triple_contexts[];
extern const uint16_t yeoun_triple_first[2][YEOUN_STATES + 1];
extern const struct yeoun_triple yeoun_triples[];
extern const struct yeoun_close_row yeoun_close_rows[];
extern const int yeoun_close_row_count;
/** Added to chord and move of a pair that closes so but was not counted. */
extern const int16_t yeoun_close_rest[2][6];
extern const uint8_t yeoun_end_cost[2][3][YEOUN_STATES];
extern const struct yeoun_insert_row yeoun_insert_rows[];
extern const int yeoun_insert_row_count;
/** By metre 4/4 3/4 2/4 6/8 12/8, beat, whether it changes. */
extern const uint8_t yeoun_change_cost[5][4][2];
extern const uint8_t yeoun_new_chords_cost[5][5];

#endif
