// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* The tables behind rhythm_cells.h and phrase_statistics.h. */

#ifndef YEOUN_COMPOSE_MELODY_PHRASE_TABLES_H
#define YEOUN_COMPOSE_MELODY_PHRASE_TABLES_H

#include <stdint.h>

#include "compose/melody/phrase_statistics.h"
#include "compose/melody/rhythm_cells.h"

#define YEOUN_PHRASE_VALUES 25

extern const struct yeoun_rhythm_cell *const yeoun_rhythm_cell_tables[4];
extern const int yeoun_rhythm_cell_counts[4];
/** By enum yeoun_phrase_feature. */
extern const uint8_t yeoun_phrase_costs[][YEOUN_PHRASE_VALUES];
/** By distance 1, 2, 4, 8 bars. */
extern const uint8_t yeoun_echo_costs[4][YEOUN_RELATIONS];
/** By quarter of the piece. */
extern const uint8_t yeoun_return_costs[4][YEOUN_RELATIONS];

#endif
