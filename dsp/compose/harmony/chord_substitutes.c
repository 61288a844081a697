// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* Which chord stands in for which. */

#include <stddef.h>

#include "compose/harmony/chord_statistics.h"

/* What sets of variations put in a chord's place, in 1/16 bit among the
   substitutes. The shares are single figures of TAVERN (Devaney, Arthur,
   Condit-Schultz and Nisula 2015; variation in the theme's mode): I stays in
   88 % and gives way to V 3.2, V7 2.1, vi 1.4, IV 1.0; V stays in 70, V7 13.7,
   I 7, ii 2.4, vi 1.4; IV stays in 55, I 16.2, ii 14.2, ii7 4.2, V 3.2, vi 2.6;
   ii stays in 57, IV 11.5, ii7 8.7, V 5, V7 4.7, V/V 2; V/V stays in 55, V7/V
   24.5; vi stays in 61, I 21.3. I in place of V and the like are passing; they
   are left to the move costs here, but I for IV, a pedal, stands. Rows of minor
   are those of major with the chords of minor (sets in minor are few). */
struct exchange {
  uint8_t was, now, cost;
};

static const struct exchange major[] = {
  {YEOUN_STATE(0, MAJ), YEOUN_STATE(9, MIN), 25},
  {YEOUN_STATE(0, MAJ), YEOUN_STATE(9, M7), 33},
  {YEOUN_STATE(0, MAJ), YEOUN_STATE(4, MIN), 45},
  {YEOUN_STATE(0, MAJ), YEOUN_STATE(5, MAJ), 52},
  {YEOUN_STATE(7, MAJ), YEOUN_STATE(7, 7), 18},
  {YEOUN_STATE(7, 7), YEOUN_STATE(7, MAJ), 20},
  {YEOUN_STATE(7, 7), YEOUN_STATE(11, DIM), 54},
  {YEOUN_STATE(5, MAJ), YEOUN_STATE(0, MAJ), 24},
  {YEOUN_STATE(5, MAJ), YEOUN_STATE(2, MIN), 26},
  {YEOUN_STATE(5, MAJ), YEOUN_STATE(2, M7), 42},
  {YEOUN_STATE(5, MAJ), YEOUN_STATE(9, MIN), 58},
  {YEOUN_STATE(2, MIN), YEOUN_STATE(5, MAJ), 31},
  {YEOUN_STATE(2, MIN), YEOUN_STATE(2, M7), 37},
  {YEOUN_STATE(2, MIN), YEOUN_STATE(2, MAJ), 60},
  {YEOUN_STATE(2, MAJ), YEOUN_STATE(2, 7), 14},
  {YEOUN_STATE(2, 7), YEOUN_STATE(2, MAJ), 18},
  {YEOUN_STATE(2, 7), YEOUN_STATE(6, DIM), 42},
  {YEOUN_STATE(9, MIN), YEOUN_STATE(0, MAJ), 17},
  {YEOUN_STATE(4, MIN), YEOUN_STATE(0, MAJ), 30},
  {YEOUN_STATE(4, MIN), YEOUN_STATE(9, MIN), 45},
  {YEOUN_STATE(11, DIM), YEOUN_STATE(7, 7), 12},
};

static const struct exchange minor[] = {
  {YEOUN_STATE(0, MIN), YEOUN_STATE(8, MAJ), 25},
  {YEOUN_STATE(0, MIN), YEOUN_STATE(8, MAJ7), 33},
  {YEOUN_STATE(0, MIN), YEOUN_STATE(3, MAJ), 45},
  {YEOUN_STATE(7, MAJ), YEOUN_STATE(7, 7), 18},
  {YEOUN_STATE(7, 7), YEOUN_STATE(7, MAJ), 20},
  {YEOUN_STATE(7, 7), YEOUN_STATE(11, DIM7), 50},
  {YEOUN_STATE(7, MIN), YEOUN_STATE(7, MAJ), 20},
  {YEOUN_STATE(7, MIN), YEOUN_STATE(10, MAJ), 40},
  {YEOUN_STATE(5, MIN), YEOUN_STATE(2, M7B5), 30},
  {YEOUN_STATE(5, MIN), YEOUN_STATE(0, MIN), 28},
  {YEOUN_STATE(5, MIN), YEOUN_STATE(8, MAJ), 50},
  {YEOUN_STATE(2, M7B5), YEOUN_STATE(5, MIN), 28},
  {YEOUN_STATE(2, DIM), YEOUN_STATE(5, MIN), 24},
  {YEOUN_STATE(8, MAJ), YEOUN_STATE(0, MIN), 24},
  {YEOUN_STATE(8, MAJ), YEOUN_STATE(5, MIN), 34},
  {YEOUN_STATE(3, MAJ), YEOUN_STATE(0, MIN), 24},
  {YEOUN_STATE(3, MAJ), YEOUN_STATE(8, MAJ), 45},
  {YEOUN_STATE(10, MAJ), YEOUN_STATE(7, MIN), 40},
  {YEOUN_STATE(10, MAJ), YEOUN_STATE(5, MIN), 50},
  {YEOUN_STATE(11, DIM7), YEOUN_STATE(7, 7), 14},
};

static const struct exchange *
find(const struct exchange *table, size_t rows, int was, int now)
{
  for (size_t i = 0; i < rows; ++i) {
    if (table[i].was == was && table[i].now == now) {
      return &table[i];
    }
  }
  return NULL;
}

/* Whether two chords on one root differ by sevenths and suspensions alone: the
   third stays, so does a leading note. */
static bool
is_dressed(int was, int now)
{
  static const uint8_t third[YEOUN_QUALITIES] = {
    [YEOUN_QUALITY_MAJ] = 1,
    [YEOUN_QUALITY_7] = 1,
    [YEOUN_QUALITY_MAJ7] = 1,
    [YEOUN_QUALITY_MIN] = 2,
    [YEOUN_QUALITY_M7] = 2,
    [YEOUN_QUALITY_DIM] = 3,
    [YEOUN_QUALITY_DIM7] = 3,
    [YEOUN_QUALITY_M7B5] = 3,
    [YEOUN_QUALITY_AUG] = 4,
    [YEOUN_QUALITY_SUS] = 5,
    [YEOUN_QUALITY_5] = 6,
  };
  const int a = third[yeoun_state_quality(was)];
  const int b = third[yeoun_state_quality(now)];
  return yeoun_state_root(was) == yeoun_state_root(now) &&
         (a == b || a >= 5 || (a == 1 && b == 5));
}

/* 1 tonic, 2 subdominant, 3 dominant; 0 = none of the plain ones. */
static int
function_of(int state)
{
  static const uint8_t by_root[12] = {1, 0, 2, 1, 1, 2, 0, 3, 1, 1, 0, 3};
  const int root = yeoun_state_root(state);
  const int quality = yeoun_state_quality(state);
  const bool is_minor_third =
    quality == YEOUN_QUALITY_MIN || quality == YEOUN_QUALITY_M7;
  if ((quality == YEOUN_QUALITY_7 && root != 7 && root != 0) ||
      (root == 7 && is_minor_third)) {
    return 0; /* applied; without leading note */
  }
  return by_root[root];
}

static bool
shares_two_tones(int was, int now)
{
  const unsigned common =
    yeoun_state_chord(was, 0).tones & yeoun_state_chord(now, 0).tones;
  return (common & (common - 1)) != 0;
}

int
yeoun_chord_substitute_cost(bool is_minor, int was, int now)
{
  if (was == now) {
    return 0;
  }
  const struct exchange *row =
    is_minor ? find(minor, sizeof(minor) / sizeof(minor[0]), was, now)
             : find(major, sizeof(major) / sizeof(major[0]), was, now);
  if (row) {
    return row->cost;
  }
  if (is_dressed(was, now)) {
    return 28;
  }
  const bool is_same_function =
    function_of(was) != 0 && function_of(was) == function_of(now);
  const bool is_near = shares_two_tones(was, now);
  if (is_same_function && is_near) {
    return 64;
  }
  /* A dominant stays a dominant. */
  if (function_of(was) == 3 && function_of(now) != 3) {
    return YEOUN_COST_NEVER;
  }
  return is_same_function || is_near ? 96 : YEOUN_COST_NEVER;
}
