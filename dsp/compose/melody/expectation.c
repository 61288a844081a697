// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "compose/melody/expectation.h"

#include <string.h>

#include "compose/melody/expectation_tables.h"

enum { LOWEST = 60 * 16 }; /* nothing is less likely than 2^-60 */

int
yeoun_metrical_weight(struct yeoun_meter meter, int32_t ticks)
{
  const int32_t bar = yeoun_bar_ticks(meter);
  const int32_t pulse = yeoun_pulse_ticks(meter);
  const int32_t place = ((ticks % bar) + bar) % bar;
  if (place == 0) {
    return 0;
  }
  if (place * 2 == bar && bar / pulse % 2 == 0) {
    return 1;
  }
  return place % pulse == 0 ? 2 : 3;
}

static int
move_index(int move)
{
  const int index = move + YEOUN_MOVE_REPEAT;
  return index < 0 ? 0 : index >= YEOUN_MOVES ? YEOUN_MOVES - 1 : index;
}

static int
degree_of(const struct yeoun_expectation_context *context, int pitch)
{
  return (pitch + 12 - context->tonic) % 12;
}

/* The row of the longest context of moves that was counted. */
static const uint8_t *
after(const struct yeoun_expectation_context *context)
{
  const bool m = context->is_minor;
  const uint8_t *last = context->last;
  if (context->notes < 2) {
    return yeoun_after_cost[yeoun_after_none[m]];
  }
  const int a = move_index(last[0] - last[1]);
  const int one = yeoun_after_one[m] + a;
  if (context->notes < 3) {
    return yeoun_after_cost[one];
  }
  const int b = move_index(last[1] - last[2]);
  const int two = yeoun_after_two[m][a][b];
  if (two == 0) {
    return yeoun_after_cost[one];
  }
  if (context->notes > 3) {
    const int c = move_index(last[2] - last[3]);
    for (int i = 0; i < yeoun_after_three_count; ++i) {
      const struct yeoun_after_three *three = &yeoun_after_threes[i];
      if (three->last == a && three->before == b && three->first == c &&
          three->is_minor == m) {
        return yeoun_after_cost[three->row];
      }
    }
  }
  return yeoun_after_cost[two];
}

static void
put(int16_t *cost, const uint8_t *row)
{
  for (int i = 0; i < YEOUN_MOVES; ++i) {
    cost[i] = row[i];
  }
}

static void
lift(int16_t *cost, const int8_t *row)
{
  for (int i = 0; i < YEOUN_MOVES; ++i) {
    cost[i] = (int16_t)(cost[i] + row[i]);
  }
}

/* What the note that is left says: moves, degree, register, place. */
static void
look_back(const struct yeoun_expectation_context *context, int16_t *cost)
{
  const bool m = context->is_minor;
  const int left = context->last[0];
  const int degree = degree_of(context, left);
  const int away = (left - context->median + 3 * 100 + 1) / 3 - 100;
  const int register_row = away < -4 ? 0 : away > 4 ? 8 : away + 4;
  if (context->place == YEOUN_EXPECT_FIRST) {
    put(cost, yeoun_across_cost[m][degree]);
    lift(cost, yeoun_register_lift[m][register_row]);
    return;
  }
  put(cost, after(context));
  lift(cost,
       yeoun_degree_lift[m][degree][context->weight][context->was_chord_tone]);
  if (context->notes > 1) {
    const int move = move_index(left - context->last[1]);
    lift(cost, yeoun_left_lift[m][move][context->was_chord_tone]);
  }
  lift(cost, yeoun_register_lift[m][register_row]);
  lift(cost, yeoun_metre_lift[m][context->weight][context->weight_to]);
  if (context->place == YEOUN_EXPECT_SECOND) {
    lift(cost, yeoun_first_lift[m][degree]);
  }
  if (context->place == YEOUN_EXPECT_LAST ||
      context->place == YEOUN_EXPECT_FINAL) {
    lift(cost, yeoun_last_lift[m][degree]);
  }
}

static int
member_of(const struct yeoun_expectation_context *context, int pitch_class)
{
  enum { ROOT, THIRD, FIFTH, OTHER };
  static const uint8_t member[12] = {ROOT,
                                     OTHER,
                                     OTHER,
                                     THIRD,
                                     THIRD,
                                     OTHER,
                                     FIFTH,
                                     FIFTH,
                                     FIFTH,
                                     OTHER,
                                     OTHER,
                                     OTHER};
  return (context->tones >> pitch_class & 1u) != 0
           ? member[(pitch_class + 12 - context->root) % 12]
           : OTHER;
}

/* What the note arrived at says, by its pitch class: the chord under it and the
   degrees that begin and end phrases. */
static void
look_ahead(const struct yeoun_expectation_context *context,
           int16_t by_class[12])
{
  const bool m = context->is_minor;
  const int last = context->place == YEOUN_EXPECT_LAST    ? 0
                   : context->place == YEOUN_EXPECT_FINAL ? 1
                                                          : -1;
  const int end = last >= 0                              ? 2 + last
                  : context->place != YEOUN_EXPECT_FIRST ? -1
                  : context->notes == 0                  ? 0
                                                         : 1;
  for (int i = 0; i < 12; ++i) {
    const bool is_tone = (context->tones >> i & 1u) != 0;
    int cost = 0;
    if (context->tones != 0) {
      cost = last >= 0 ? yeoun_member_lift[m][last][member_of(context, i)]
                       : yeoun_tone_lift[m][context->weight_to][is_tone];
    }
    if (end >= 0) {
      cost += yeoun_end_degree_lift[m][end][degree_of(context, i)];
    }
    by_class[i] = (int16_t)cost;
  }
}

/* -16 log2 of a sum of 2^20ths. */
static int
cost_of_sum(uint32_t sum)
{
  /* 16 log2(1 + i/32), rounded */
  static const uint8_t fraction[33] = {
    0,  1,  1,  2,  3,  3,  4,  5,  5,  6,  6,  7,  7,  8,  8,  9, 9,
    10, 10, 11, 11, 12, 12, 13, 13, 13, 14, 14, 15, 15, 15, 16, 16};
  int bits = 0;
  while (sum >> (bits + 1) != 0) {
    ++bits;
  }
  const uint32_t rest = bits >= 5 ? sum >> (bits - 5) : sum << (5 - bits);
  return 16 * (20 - bits) - fraction[rest & 31u];
}

/* Make the probabilities sum to one. */
static void
normalise(int16_t *cost)
{
  /* 2^(20 - i/16) */
  static const uint32_t power[16] = {1048576,
                                     1004120,
                                     961548,
                                     920782,
                                     881743,
                                     844360,
                                     808562,
                                     774282,
                                     741455,
                                     710019,
                                     679917,
                                     651090,
                                     623487,
                                     597053,
                                     571740,
                                     547500};
  int least = cost[0];
  for (int i = 1; i < YEOUN_MOVES; ++i) {
    least = cost[i] < least ? cost[i] : least;
  }
  uint32_t sum = 0;
  for (int i = 0; i < YEOUN_MOVES; ++i) {
    const int over = cost[i] - least;
    sum += over < 16 * 20 ? power[over & 15] >> (over >> 4) : 0;
  }
  const int shift = cost_of_sum(sum) + least;
  for (int i = 0; i < YEOUN_MOVES; ++i) {
    const int value = cost[i] - shift;
    cost[i] = (int16_t)(value < 0 ? 0 : value > LOWEST ? LOWEST : value);
  }
}

struct yeoun_expectation
yeoun_expectation_look(const struct yeoun_expectation_context *context)
{
  struct yeoun_expectation expectation;
  int16_t by_class[12];
  if (context->notes == 0) {
    expectation.base = context->median;
    put(expectation.cost, yeoun_register_cost[context->is_minor]);
  } else {
    expectation.base = context->last[0];
    look_back(context, expectation.cost);
  }
  look_ahead(context, by_class);
  int pitch_class = (expectation.base + 12 - 13 % 12) % 12;
  for (int i = 0; i < YEOUN_MOVES; ++i) {
    expectation.cost[i] =
      (int16_t)(expectation.cost[i] + by_class[pitch_class]);
    pitch_class = pitch_class == 11 ? 0 : pitch_class + 1;
  }
  normalise(expectation.cost);
  return expectation;
}

int
yeoun_expectation_of(const struct yeoun_expectation *expectation, int pitch)
{
  const int move = pitch - expectation->base;
  const int beyond = (move < 0 ? -move : move) - 12;
  return expectation->cost[move_index(move)] + (beyond > 0 ? 16 * beyond : 0);
}

int
yeoun_expectation_cost(const struct yeoun_expectation_context *context,
                       int pitch)
{
  const struct yeoun_expectation expectation = yeoun_expectation_look(context);
  return yeoun_expectation_of(&expectation, pitch);
}
