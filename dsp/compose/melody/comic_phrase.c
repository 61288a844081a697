// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "comic_phrase.h"

#include "compose/plan/jokes.h"
#include "compose/plan/rhythm.h"

/* Onsets from a slot of the bar on, and before it. */
static uint32_t
from_slot(uint32_t onsets, int slot)
{
  return onsets & ~((1U << slot) - 1U);
}

static uint32_t
before_slot(uint32_t onsets, int slot)
{
  return onsets & ((1U << slot) - 1U);
}

static int
middle_of(const struct yeoun_plan *plan)
{
  const int pulse = yeoun_pulse_ticks(plan->meter) / YEOUN_SLOT;
  const int middle = plan->slots / 2 / pulse * pulse;
  return middle > 0 ? middle : plan->slots / 2;
}

/* The idea: at most six notes, and nothing in the last pulse but an upbeat to
   what follows. A short one is answered once, on the beat. */
static uint32_t
idea_of(const struct yeoun_plan *plan, uint32_t onsets, float draw)
{
  enum { MOST = 6 };
  const int pulse = yeoun_pulse_ticks(plan->meter) / YEOUN_SLOT;
  const int middle = middle_of(plan);
  for (int slot = plan->slots - 1; slot > 0; --slot) {
    const bool is_weak = yeoun_rhythm_weight(plan->meter, slot) == 0;
    if (__builtin_popcount(onsets) > MOST && is_weak) {
      onsets &= ~(1U << slot);
    }
  }
  const bool is_short = !from_slot(onsets, middle);
  if (is_short) {
    onsets |= draw < 0.7f ? 1U << middle : 0U;
    onsets |= draw < 0.35f && middle + pulse < plan->slots
                ? 1U << (middle + pulse)
                : 0U;
  }
  return onsets | 1U;
}

/* The third time: its head twice, or all of it hurried along in halves of the
   pulse, or once more as it was. */
static uint32_t
change(const struct yeoun_plan *plan, uint32_t idea, float draw)
{
  const int pulse = yeoun_pulse_ticks(plan->meter) / YEOUN_SLOT;
  const int middle = middle_of(plan);
  const uint32_t head = before_slot(idea, plan->slots - middle);
  if (draw < 0.45f) {
    return head | (before_slot(head, plan->slots - middle) << middle);
  }
  if (draw < 0.65f) {
    uint32_t run = 0;
    for (int slot = 0; slot<plan->slots; slot += pulse> 1 ? pulse / 2 : 1) {
      run |= 1U << slot;
    }
    return run;
  }
  return idea;
}

void
yeoun_comic_phrase(const struct yeoun_plan *plan,
                   int p,
                   const float draw[2],
                   struct yeoun_phrase_rhythm *rhythm)
{
  const int last = rhythm->bars - 1;
  const bool is_new = plan->phrase[p].material != 0;
  if (last < 1) {
    return;
  }
  const uint32_t idea =
    idea_of(plan, rhythm->onset[0], is_new ? 1.0f - draw[0] : draw[0]);
  for (int b = 0; b < last; ++b) {
    const bool is_third = b > 1 && b == last - 1;
    const bool is_idea = b % 4 == 0 && !is_third;
    rhythm->onset[b] = is_third ? change(plan, idea, draw[1]) : idea;
    rhythm->echoed[b] = (int8_t)(b - b % 4);
    if (!is_idea) {
      rhythm->saying[b] = is_third && rhythm->onset[b] != idea
                            ? YEOUN_SAYING_FREE
                            : YEOUN_SAYING_ECHO;
    } else if (b > 0) {
      rhythm->saying[b] = YEOUN_SAYING_ECHO;
      rhythm->echoed[b] = 0;
    }
  }
}

void
yeoun_comic_close(const struct yeoun_plan *plan,
                  int p,
                  float draw,
                  struct yeoun_phrase_rhythm *rhythm)
{
  const int last = rhythm->bars - 1;
  const int pulse = yeoun_pulse_ticks(plan->meter) / YEOUN_SLOT;
  const int middle = middle_of(plan);
  const struct yeoun_stage stage = yeoun_joke_stage(plan, p);
  if (last < 1) {
    return;
  }
  rhythm->saying[last] = YEOUN_SAYING_CLOSE;
  rhythm->onset[last] = 1U;
  if (!stage.is_set) {
    rhythm->onset[last] |= draw < 0.6f ? 1U << middle : 0U;
    rhythm->onset[last] |= draw < 0.3f && middle > pulse ? 1U << pulse : 0U;
  }
  const int landed = 31 - __builtin_clz(rhythm->onset[last]);
  rhythm->end = landed + pulse < plan->slots ? landed + pulse : plan->slots;
  const int hush = (stage.hush - stage.close) / YEOUN_SLOT + plan->slots;
  if (hush < plan->slots && hush > 0) {
    rhythm->onset[last - 1] = before_slot(rhythm->onset[last - 1], hush) | 1U;
  }
}
