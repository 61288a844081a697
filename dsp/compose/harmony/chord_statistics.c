// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "compose/harmony/chord_statistics.h"

#include "compose/harmony/chord_tables.h"

#define QUALITY(name) (1u << YEOUN_QUALITY_##name)

static bool
is_any(int state, int root, unsigned qualities)
{
  return yeoun_state_root(state) == root &&
         (qualities >> yeoun_state_quality(state) & 1u) != 0;
}

static bool
is_tonic(int state)
{
  return is_any(state,
                0,
                QUALITY(MAJ) | QUALITY(MIN) | QUALITY(MAJ7) | QUALITY(M7) |
                  QUALITY(5));
}

static bool
is_dominant(int state)
{
  return is_any(state,
                7,
                QUALITY(MAJ) | QUALITY(7) | QUALITY(SUS) | QUALITY(5) |
                  QUALITY(AUG));
}

static bool
is_leading(int state)
{
  return is_any(state, 11, QUALITY(DIM) | QUALITY(M7B5) | QUALITY(DIM7));
}

static bool
is_plagal(int state)
{
  return yeoun_state_root(state) == 5 ||
         is_any(state,
                2,
                QUALITY(MIN) | QUALITY(M7) | QUALITY(M7B5) | QUALITY(DIM)) ||
         is_any(state, 10, QUALITY(MAJ) | QUALITY(7) | QUALITY(MAJ7));
}

static bool
is_deceptive(int state)
{
  return is_any(state, 9, QUALITY(MIN) | QUALITY(M7)) ||
         is_any(state, 8, QUALITY(MAJ) | QUALITY(MAJ7));
}

static bool
closes_so(enum yeoun_close close, int penultimate, int last)
{
  switch (close) {
    case YEOUN_CLOSE_PERFECT:
      return is_dominant(penultimate) && is_tonic(last);
    case YEOUN_CLOSE_IMPERFECT:
      return (is_dominant(penultimate) || is_leading(penultimate)) &&
             is_tonic(last);
    case YEOUN_CLOSE_HALF:
      return yeoun_state_root(penultimate) != 7 && is_dominant(last) &&
             yeoun_state_quality(last) != YEOUN_QUALITY_AUG;
    case YEOUN_CLOSE_PLAGAL:
      return is_plagal(penultimate) && is_tonic(last);
    case YEOUN_CLOSE_DECEPTIVE:
      return is_dominant(penultimate) && is_deceptive(last);
    case YEOUN_CLOSE_OPEN:
    case YEOUN_CLOSES:
      break;
  }
  return penultimate != last;
}

int
yeoun_chord_cost(bool is_minor, int state)
{
  return yeoun_chord_costs[is_minor][state];
}

int
yeoun_chord_move_cost(bool is_minor, int from, int to)
{
  return yeoun_move_costs[is_minor][from][to];
}

int
yeoun_chord_triple_cost(bool is_minor, int a, int b, int c)
{
  if (b == c) {
    return 0;
  }
  const uint16_t *first = yeoun_triple_first[is_minor];
  int back = 0;
  for (int i = first[a]; i < first[a + 1]; ++i) {
    const struct yeoun_triple_context *context = &yeoun_triple_contexts[i];
    if (context->second != b) {
      continue;
    }
    const struct yeoun_triple *triple = &yeoun_triples[context->first];
    for (int j = 0; j < context->triples; ++j) {
      if (triple[j].third == c) {
        return triple[j].cost;
      }
    }
    back = context->back;
  }
  return back + yeoun_move_costs[is_minor][b][c];
}

int
yeoun_chord_close_cost(bool is_minor,
                       enum yeoun_close close,
                       int penultimate,
                       int last)
{
  if (!closes_so(close, penultimate, last)) {
    return YEOUN_COST_NEVER;
  }
  for (int i = 0; i < yeoun_close_row_count; ++i) {
    const struct yeoun_close_row *row = &yeoun_close_rows[i];
    if (row->is_minor == is_minor && row->kind == (int)close &&
        row->penultimate == penultimate && row->last == last) {
      return row->cost;
    }
  }
  const int cost = yeoun_close_rest[is_minor][close] +
                   yeoun_chord_costs[is_minor][penultimate] +
                   yeoun_move_costs[is_minor][penultimate][last];
  return cost > 0 ? cost : 0;
}

int
yeoun_chord_end_cost(bool is_minor, enum yeoun_end end, int last)
{
  return yeoun_end_cost[is_minor][end][last];
}

int
yeoun_chord_insert_cost(bool is_minor, int a, int x, int b)
{
  for (int i = 0; i < yeoun_insert_row_count; ++i) {
    const struct yeoun_insert_row *row = &yeoun_insert_rows[i];
    if (row->is_minor == is_minor && row->before == a && row->between == x &&
        row->after == b) {
      return row->cost;
    }
  }
  /* Bayes, the way from a to b over any chord being about as likely as b. */
  const int cost = yeoun_chord_move_cost(is_minor, a, x) +
                   yeoun_chord_triple_cost(is_minor, a, x, b) -
                   yeoun_chord_cost(is_minor, b);
  return (cost > 0 ? cost : 0) + yeoun_chord_goal_cost(is_minor, x, b);
}

/* The counted metre that is nearest. */
static int
metre_row(struct yeoun_meter meter)
{
  enum { FOUR, THREE, TWO, SIX_EIGHT, TWELVE_EIGHT };
  const int pulses = yeoun_bar_ticks(meter) / yeoun_pulse_ticks(meter);
  const bool is_compound =
    meter.unit == 8 && meter.beats % 3 == 0 && meter.beats > 3;
  if (is_compound && pulses != 3) {
    return pulses == 2 ? SIX_EIGHT : TWELVE_EIGHT;
  }
  return pulses <= 2 ? TWO : pulses == 3 ? THREE : FOUR;
}

int
yeoun_chord_change_cost(struct yeoun_meter meter, int beat, bool changes)
{
  const int row = metre_row(meter);
  static const int beats[] = {4, 3, 2, 2, 4};
  const int place = beat < beats[row] ? beat : beats[row] - 1;
  return yeoun_change_cost[row][place > 0 ? place : 0][changes];
}

int
yeoun_chord_count_cost(struct yeoun_meter meter, int chords)
{
  const int count = chords < 0 ? 0 : chords > 4 ? 4 : chords;
  return yeoun_new_chords_cost[metre_row(meter)][count];
}
