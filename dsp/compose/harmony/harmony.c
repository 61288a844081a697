// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "harmony.h"

#include "mixture.h"
#include "music/key.h"
#include "reharmonise.h"
#include "substitution.h"

/* Once through the theme's chords. */
struct cycle {
  int32_t length[YEOUN_THEME_CHORDS];
  int32_t total;     /* of those */
  int32_t once_more; /* then the last two again, so long together; or 0 */
};

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
take_lengths(const struct yeoun_plan *plan, struct cycle *cycle)
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

/* Squeeze or stretch to a length, in whole slots; what rounding leaves over
   goes to the last chord. */
static void
scale_cycle(struct cycle *cycle, int chords, int32_t total)
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

/* Twice as fast or as slow, where whole bars still fit. */
static void
pace_cycle(const struct yeoun_plan *plan, unsigned pace, struct cycle *cycle)
{
  const int chords = plan->analysis.chords;
  const int32_t whole = plan->bars * plan->bar_ticks;
  if (pace == YEOUN_PACE_QUICK && cycle->total >= chords * plan->bar_ticks) {
    scale_cycle(cycle, chords, cycle->total / 2);
  } else if (pace == YEOUN_PACE_SLOW && 2 * cycle->total <= whole &&
             2 * cycle->total <= 8 * plan->bar_ticks) {
    scale_cycle(cycle, chords, 2 * cycle->total);
  }
}

/* A chord held for more than three bars stands still: instead, the last two
   come once more in the time that it was held for. */
static void
move_on(const struct yeoun_plan *plan, int held, struct cycle *cycle)
{
  const int32_t bar = plan->bar_ticks;
  const int chords = plan->analysis.chords;
  if (chords < 3 || cycle->length[held] < 4 * bar) {
    return;
  }
  cycle->once_more = cycle->length[held] / 2 / bar * bar;
  cycle->length[held] -= cycle->once_more;
  cycle->total -= cycle->once_more;
}

/* The first chord gives to the last, or takes from it, so that all changes come
   early or late, as long as each keeps half a bar. */
static void
shift_cycle(const struct yeoun_plan *plan, int quarters, struct cycle *cycle)
{
  const int last = plan->analysis.chords - 1;
  const int32_t by = quarters * plan->bar_ticks / 4 / YEOUN_SLOT * YEOUN_SLOT;
  const int32_t least = plan->bar_ticks / 2;
  if (last > 0 && cycle->length[0] + by >= least &&
      cycle->length[last] - by >= least) {
    cycle->length[0] += by;
    cycle->length[last] -= by;
  }
}

/* The cycle is rounded up to 1, 2, 4, 8 ... bars by holding a chord, as players
   do with a loop of three; a cycle longer than the form is squeezed into it. */
static struct cycle
lay_cycle(const struct yeoun_plan *plan, struct yeoun_layout layout)
{
  const int chords = plan->analysis.chords;
  struct cycle cycle;
  take_lengths(plan, &cycle);
  const int32_t bars = (cycle.total + plan->bar_ticks - 1) / plan->bar_ticks;
  int32_t rounded = next_power_of_two(bars);
  if (rounded > plan->bars) {
    rounded = plan->bars;
    scale_cycle(&cycle, chords, rounded * plan->bar_ticks);
  }
  const int held = layout.held == 0                 ? chords - 1
                   : layout.held == 2 && chords > 2 ? 1
                                                    : 0;
  cycle.length[held] += rounded * plan->bar_ticks - cycle.total;
  cycle.total = rounded * plan->bar_ticks;
  pace_cycle(plan, layout.pace, &cycle);
  move_on(plan, held, &cycle);
  shift_cycle(plan, layout.shift, &cycle);
  return cycle;
}

static void
add_span(struct yeoun_score *score, struct yeoun_span span)
{
  if (score->spans < YEOUN_SPANS_MAX && span.length > 0) {
    score->span[score->spans++] = span;
  }
}

static void
lay_chords(const struct yeoun_plan *plan,
           struct yeoun_layout layout,
           struct yeoun_score *score)
{
  const struct cycle cycle = lay_cycle(plan, layout);
  const int chords = plan->analysis.chords;
  const int32_t length = plan->bars * plan->bar_ticks;
  const int steps = cycle.once_more ? chords + 2 : chords;
  score->spans = 0;
  int32_t at = 0;
  for (int i = 0; at < length; i = (i + 1) % steps) {
    const int slot = i < chords ? i : i - 2;
    const int32_t own = i < chords ? cycle.length[i] : cycle.once_more / 2;
    const int32_t left = length - at;
    add_span(score,
             (struct yeoun_span){.start = at,
                                 .length = own < left ? own : left,
                                 .chord = plan->analysis.chord[slot],
                                 .slot = (int8_t)slot});
    at += own;
  }
}

void
yeoun_harmony_scale(const struct yeoun_plan *plan,
                    const struct yeoun_score *score,
                    struct yeoun_harmony *harmony)
{
  for (int s = 0; s < score->spans; ++s) {
    const struct yeoun_span *const span = &score->span[s];
    const struct yeoun_scale home =
      yeoun_replace_is_parallel(plan, (int)(span->start / plan->bar_ticks))
        ? yeoun_scale_of_key(yeoun_key_parallel(plan->analysis.key))
        : plan->analysis.scale;
    harmony->scale[s] = yeoun_scale_under(home, span->chord);
  }
}

void
yeoun_harmony_state(const struct yeoun_plan *plan,
                    struct yeoun_score *score,
                    struct yeoun_harmony *harmony)
{
  lay_chords(plan, (struct yeoun_layout){0}, score);
  for (int s = 0; s < score->spans; ++s) {
    harmony->scale[s] =
      yeoun_scale_under(plan->analysis.scale, score->span[s].chord);
  }
}

void
yeoun_harmony_write(const struct yeoun_plan *plan,
                    unsigned pole,
                    float stated,
                    struct yeoun_score *score,
                    struct yeoun_harmony *harmony)
{
  lay_chords(plan, plan->layout, score);
  yeoun_reharmonise(plan, pole, stated, score);
  yeoun_harmony_scale(plan, score, harmony);
}

int
yeoun_harmony_index(const struct yeoun_score *score, int32_t tick)
{
  int low = 0;
  int high = score->spans - 1;
  while (low < high) {
    const int middle = (low + high + 1) / 2;
    if (score->span[middle].start <= tick) {
      low = middle;
    } else {
      high = middle - 1;
    }
  }
  return low;
}

const struct yeoun_span *
yeoun_harmony_at(const struct yeoun_score *score, int32_t tick)
{
  return &score->span[yeoun_harmony_index(score, tick)];
}
