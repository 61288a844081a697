// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "cycle.h"

static int32_t
next_power_of_two(int32_t bars)
{
  int32_t power = 1;
  while (power < bars) {
    power *= 2;
  }
  return power;
}

/* A chord of four quarter notes means a bar in any metre. */
static void
take_lengths(const struct yeoun_plan *plan, struct yeoun_cycle *cycle)
{
  const struct yeoun_analysis *const analysis = &plan->analysis;
  cycle->total = cycle->once_more = 0;
  for (int i = 0; i < analysis->chords; ++i) {
    const int64_t scaled =
      (int64_t)analysis->length[i] * plan->bar_ticks / (4 * YEOUN_BEAT);
    const int32_t length = (int32_t)(scaled / YEOUN_SLOT * YEOUN_SLOT);
    cycle->length[i] = length < YEOUN_SLOT ? YEOUN_SLOT : length;
    cycle->total += cycle->length[i];
  }
}

/* Squeeze to a length, in whole slots; what rounding leaves over goes to the
   last chord. */
static void
scale_cycle(struct yeoun_cycle *cycle, int chords, int32_t total)
{
  int32_t sum = 0;
  for (int i = 0; i < chords; ++i) {
    const int64_t scaled = (int64_t)cycle->length[i] * total / cycle->total;
    cycle->length[i] = (int32_t)(scaled / YEOUN_SLOT * YEOUN_SLOT);
    sum += cycle->length[i];
  }
  cycle->length[chords - 1] += total - sum;
  cycle->total = total;
}

/* Whole bars that chords first..last need to fill a length go to them one by
   one, from the last back. */
static int32_t
fill_half(const struct yeoun_plan *plan,
          int first,
          int last,
          int32_t length,
          struct yeoun_cycle *cycle)
{
  int32_t missing = length;
  for (int i = first; i <= last; ++i) {
    missing -= cycle->length[i];
  }
  for (int i = last; missing >= plan->bar_ticks; i = i > first ? i - 1 : last) {
    cycle->length[i] += plan->bar_ticks;
    missing -= plan->bar_ticks;
  }
  return missing;
}

/* What is missing to the rounded cycle is the last chord's in a loop of up to
   four; a longer one has two halves that begin and hold alike: C D E E F F G G.
 */
static void
hold_chords(const struct yeoun_plan *plan,
            int32_t total,
            struct yeoun_cycle *cycle)
{
  const int chords = plan->analysis.chords;
  const int middle = (chords + 1) / 2;
  int32_t first = 0;
  for (int i = 0; i < middle; ++i) {
    first += cycle->length[i];
  }
  const bool halves = chords > 4 && total >= 2 * plan->bar_ticks &&
                      2 * first <= total && 2 * (cycle->total - first) <= total;
  if (halves) {
    cycle->length[middle - 1] +=
      fill_half(plan, 0, middle - 1, total / 2, cycle);
    cycle->length[chords - 1] +=
      fill_half(plan, middle, chords - 1, total / 2, cycle);
  } else {
    cycle->length[chords - 1] += total - cycle->total;
  }
  cycle->total = total;
}

/* A chord held for more than three bars stands still: instead, the last two
   come once more in the time that it was held for. */
static void
move_on(const struct yeoun_plan *plan, struct yeoun_cycle *cycle)
{
  const int32_t bar = plan->bar_ticks;
  const int chords = plan->analysis.chords;
  if (chords < 3 || cycle->length[chords - 1] < 4 * bar) {
    return;
  }
  cycle->once_more = cycle->length[chords - 1] / 2 / bar * bar;
  cycle->length[chords - 1] -= cycle->once_more;
  cycle->total -= cycle->once_more;
}

struct yeoun_cycle
yeoun_cycle_lay(const struct yeoun_plan *plan)
{
  struct yeoun_cycle cycle;
  take_lengths(plan, &cycle);
  const int32_t bars = (cycle.total + plan->bar_ticks - 1) / plan->bar_ticks;
  int32_t rounded = next_power_of_two(bars);
  if (rounded > plan->bars) {
    rounded = plan->bars;
    scale_cycle(&cycle, plan->analysis.chords, rounded * plan->bar_ticks);
  }
  hold_chords(plan, rounded * plan->bar_ticks, &cycle);
  move_on(plan, &cycle);
  return cycle;
}
