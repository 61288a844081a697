// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "romantic_line.h"

#include "compose/harmony/harmony.h"
#include "compose/plan/rhythm.h"
#include "korean.h"

/* Whether two notes are a pair that may be dotted: equal, on a beat, free. */
static bool
is_pair(const struct yeoun_plan *plan,
        const struct yeoun_score *score,
        const struct yeoun_line_note *first,
        const struct yeoun_line_note *second)
{
  const int pulse = yeoun_pulse_ticks(plan->meter) / YEOUN_SLOT;
  const int at = first->slot % plan->slots;
  return first->length == second->length && first->length == pulse &&
         pulse % 2 == 0 && !second->marks && !second->leads_in &&
         !(first->marks & YEOUN_MARK_MOTIF) &&
         first->slot + first->length == second->slot &&
         yeoun_rhythm_weight(plan->meter, at) >= 1 &&
         yeoun_harmony_index(score, first->slot * YEOUN_SLOT) ==
           yeoun_harmony_index(score, second->slot * YEOUN_SLOT);
}

void
yeoun_tune_dot(const struct yeoun_plan *plan,
               const struct yeoun_score *score,
               float share,
               struct yeoun_tune *tune)
{
  for (int i = 0; i + 1 < tune->notes; ++i) {
    struct yeoun_line_note *const first = &tune->note[i];
    struct yeoun_line_note *const second = &tune->note[i + 1];
    const int bar = first->slot / plan->slots;
    const struct yeoun_phrase_plan *const phrase = yeoun_phrase_at(plan, bar);
    struct yeoun_random random =
      yeoun_random_stream(plan->analysis.seed,
                          "dotted",
                          (uint32_t)(first->slot - phrase->bar * plan->slots));
    const bool is_drawn = yeoun_random_unit(&random) < share;
    if (is_drawn && plan->pole_of_bar[bar] == YEOUN_ROMANTIC &&
        is_pair(plan, score, first, second)) {
      const int16_t half = (int16_t)(second->length / 2);
      first->length = (int16_t)(first->length + half);
      second->slot = (int16_t)(second->slot + half);
      second->length = (int16_t)(second->length - half);
      ++i;
    }
  }
}

/* The highest note that may soar in a phrase, -1 = none. */
static int
find_top(const struct yeoun_plan *plan, const struct yeoun_tune *tune, int p)
{
  const struct yeoun_phrase_plan *const phrase = &plan->phrase[p];
  const int from = (phrase->bar + 1) * plan->slots;
  const int to = (phrase->bar + phrase->bars - 1) * plan->slots;
  int top = -1;
  for (int i = 1; i + 1 < tune->notes; ++i) {
    const struct yeoun_line_note *const note = &tune->note[i];
    const bool is_free =
      note->slot >= from && note->slot < to && !note->marks &&
      !note->leads_in && note->length >= 2 &&
      yeoun_rhythm_weight(plan->meter, note->slot % plan->slots) < 2;
    if (is_free && (top < 0 || note->pitch >= tune->note[top].pitch)) {
      top = i;
    }
  }
  return top;
}

void
yeoun_tune_soar(const struct yeoun_plan *plan,
                const struct yeoun_score *score,
                struct yeoun_tune *tune)
{
  enum { SIXTH = 9, OCTAVE = 12 };
  for (int p = 0; p < plan->phrases; ++p) {
    const int top = find_top(plan, tune, p);
    if (top < 0 || plan->pole_of_bar[plan->phrase[p].bar] != YEOUN_ROMANTIC) {
      continue;
    }
    struct yeoun_line_note *const note = &tune->note[top];
    const int before = tune->note[top - 1].pitch;
    const int after = tune->note[top + 1].pitch;
    const uint16_t tones =
      yeoun_harmony_at(score, note->slot * YEOUN_SLOT)->chord.tones &
      yeoun_korean_tones(plan, note->slot / plan->slots);
    for (int up = 2; up <= 5; ++up) {
      const int key = note->pitch + up;
      if (yeoun_tones_hold(tones, key) && key - before <= SIXTH &&
          key - after < OCTAVE && key <= plan->high[YEOUN_ROMANTIC]) {
        note->pitch = (uint8_t)key;
        break;
      }
    }
  }
}
