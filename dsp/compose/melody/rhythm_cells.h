// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* The commonest rhythms of a bar of melody and how common they are, by place in
   the phrase. Counted in OpenScore lieder and OpenEWLD lead sheets
   (rhythm_cell_tables.c). Costs in 1/16 bit. */

#ifndef YEOUN_COMPOSE_MELODY_RHYTHM_CELLS_H
#define YEOUN_COMPOSE_MELODY_RHYTHM_CELLS_H

#include <stdint.h>

#include "music/beats.h"

#define YEOUN_CELL_LENGTHS 8
/** Units of a length in a quarter note. */
#define YEOUN_CELL_QUARTER 12

/** Where a bar stands in its phrase. */
enum yeoun_cell_place {
  YEOUN_CELL_ANYWHERE,
  YEOUN_CELL_FIRST,
  YEOUN_CELL_MIDDLE,
  YEOUN_CELL_LAST,
  YEOUN_CELL_PLACES
};

/** A bar of rhythm. */
struct yeoun_rhythm_cell {
  uint8_t lengths;     /**< 1..YEOUN_CELL_LENGTHS */
  uint8_t is_tied_in;  /**< its first length goes on from the bar before */
  uint8_t is_tied_out; /**< its last length goes on in the next bar */
  uint8_t cost[YEOUN_CELL_PLACES];   /**< among all bars that stand there */
  int8_t length[YEOUN_CELL_LENGTHS]; /**< twelfths of a quarter; a rest is
                                          negative */
};

/** The cells of a metre, the commonest first.

    Counted are 4/4, 3/4, 2/4 and 6/8; another metre gives the nearest of them:
    2/2 the cells of 4/4, 3/8 of 3/4, 12/8 (two bars of) 6/8, 9/8 6/8, 5/4 3/4.
    @param[out] cells how many
    @param[out] bar_length twelfths of a quarter in one cell: 48, 36, 24, 36;
                a caller whose bar is of another length stretches or joins
    @return never NULL. Any thread. */
const struct yeoun_rhythm_cell *
yeoun_rhythm_cells(struct yeoun_meter meter, int *cells, int *bar_length);

#endif
