// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "phrase_rhythm.h"

#include "compose/plan/rhythm.h"
#include "music/random.h"

/* What the bars of a phrase of four say: sentences of songs. */
static const struct pattern {
  uint8_t saying[4];
  int8_t echoed[4];
} patterns[2][5] = {
  /* a: it has the motif */
  {
    {{YEOUN_SAYING_MOTIF,
      YEOUN_SAYING_FREE,
      YEOUN_SAYING_MOTIF,
      YEOUN_SAYING_CLOSE},
     {0, 0, 0, 0}},
    {{YEOUN_SAYING_MOTIF,
      YEOUN_SAYING_MOTIF,
      YEOUN_SAYING_FREE,
      YEOUN_SAYING_CLOSE},
     {0, 0, 0, 0}},
    {{YEOUN_SAYING_MOTIF,
      YEOUN_SAYING_FREE,
      YEOUN_SAYING_FREE,
      YEOUN_SAYING_CLOSE},
     {0, 0, 0, 0}},
    {{YEOUN_SAYING_MOTIF,
      YEOUN_SAYING_FREE,
      YEOUN_SAYING_MOTIF,
      YEOUN_SAYING_CLOSE},
     {0, 0, 0, 0}},
    {{YEOUN_SAYING_MOTIF,
      YEOUN_SAYING_MOTIF,
      YEOUN_SAYING_MOTIF,
      YEOUN_SAYING_CLOSE},
     {0, 0, 0, 0}},
  },
  /* b, c: another thought, said twice */
  {
    {{YEOUN_SAYING_FREE,
      YEOUN_SAYING_ECHO,
      YEOUN_SAYING_FREE,
      YEOUN_SAYING_CLOSE},
     {0, 0, 0, 0}},
    {{YEOUN_SAYING_FREE,
      YEOUN_SAYING_FREE,
      YEOUN_SAYING_ECHO,
      YEOUN_SAYING_CLOSE},
     {0, 0, 0, 0}},
    {{YEOUN_SAYING_FREE,
      YEOUN_SAYING_ECHO,
      YEOUN_SAYING_ECHO,
      YEOUN_SAYING_CLOSE},
     {0, 0, 0, 0}},
    {{YEOUN_SAYING_FREE,
      YEOUN_SAYING_MOTIF,
      YEOUN_SAYING_ECHO,
      YEOUN_SAYING_CLOSE},
     {0, 0, 0, 0}},
    {{YEOUN_SAYING_FREE,
      YEOUN_SAYING_ECHO,
      YEOUN_SAYING_MOTIF,
      YEOUN_SAYING_CLOSE},
     {0, 0, 0, 0}},
  },
};

uint32_t
yeoun_phrase_rhythm_motif(const struct yeoun_plan *plan)
{
  const struct yeoun_motif *const motif = &plan->analysis.motif;
  uint32_t onsets = 0;
  for (int i = 0; i < motif->notes; ++i) {
    onsets |= motif->slot[i] < plan->slots ? 1U << motif->slot[i] : 0U;
  }
  return onsets ? onsets : 1U;
}

int
yeoun_phrase_rhythm_upbeat_slots(const struct yeoun_plan *plan)
{
  const int pulse = yeoun_pulse_ticks(plan->meter) / YEOUN_SLOT;
  return pulse < plan->slots ? pulse : plan->slots / 2;
}

/* A long note, alone or with a pick-up before the bar line: what a free bar is
   after a full one. */
static uint32_t
hold(const struct yeoun_plan *plan, bool picks_up)
{
  const int upbeat = yeoun_phrase_rhythm_upbeat_slots(plan);
  return picks_up ? 1U | 1U << (plan->slots - upbeat) : 1U;
}

/* A bar that goes on: after a busy bar one that sings, after a slow one a bar
   that moves. */
static uint32_t
go_on(const struct yeoun_plan *plan,
      struct yeoun_random *random,
      unsigned family,
      uint32_t before)
{
  const int pulses = plan->slots / 4 < 2 ? 2 : plan->slots / 4;
  const int had = __builtin_popcount(before);
  const float draw = yeoun_random_unit(random);
  if (had >= pulses && draw < 0.45f) {
    return hold(plan, draw < 0.3f);
  }
  const int most = pulses + (had >= pulses ? -1 : 1);
  const int notes =
    1 + pulses / 2 +
    (int)yeoun_random_below(
      random, (uint32_t)(most - pulses / 2 < 1 ? 1 : most - pulses / 2));
  return yeoun_rhythm_bar(plan->meter, family, notes);
}

void
yeoun_phrase_rhythm_close(const struct yeoun_plan *plan,
                          int p,
                          const float draw[2],
                          struct yeoun_phrase_rhythm *rhythm)
{
  const struct yeoun_phrase_plan *const phrase = &plan->phrase[p];
  const int slots = plan->slots;
  const int pulse = yeoun_phrase_rhythm_upbeat_slots(plan);
  const int last = rhythm->bars - 1;
  const bool is_followed =
    p + 1 < plan->phrases && plan->phrase[p + 1].has_upbeat;
  const int room = slots - (is_followed ? pulse : 0);
  /* A short bar, or a phrase of one bar, has room for nothing but its note. */
  const int middle = slots / 2 / pulse * pulse;
  const bool lands_late =
    draw[0] > 0.6f && middle > 0 && !phrase->is_last && room - middle >= pulse;
  uint32_t onset = 1U;
  if (lands_late) {
    onset |= 1U << middle;
    if (draw[0] > 0.8f && middle >= 2 * pulse) {
      onset |= 1U << (middle - pulse);
    }
  }
  rhythm->saying[last] = YEOUN_SAYING_CLOSE;
  rhythm->onset[last] = onset;
  const int from = lands_late ? middle : 0;
  const int breath = draw[1] < 0.3f ? 2 : pulse;
  rhythm->end = room - breath > from + 1 ? room - breath : room;
  if (phrase->is_last && plan->request->has_ending) {
    rhythm->end = slots;
  }
}

static uint32_t
draw_upbeat(const struct yeoun_plan *plan, struct yeoun_random *random)
{
  const int pulse = yeoun_phrase_rhythm_upbeat_slots(plan);
  const int from = plan->slots - pulse;
  const float draw = yeoun_random_unit(random);
  return draw < 0.5f                 ? 1U << from
         : draw < 0.75f && pulse > 2 ? 1U << (plan->slots - pulse / 2)
                                     : 1U << from | 1U << (from + pulse / 2);
}

void
yeoun_phrase_rhythm_new(const struct yeoun_plan *plan,
                        int p,
                        struct yeoun_phrase_rhythm *rhythm)
{
  const struct yeoun_phrase_plan *const phrase = &plan->phrase[p];
  struct yeoun_random random = yeoun_random_stream(
    plan->analysis.seed,
    "phrase rhythm",
    1000U * plan->request->theme_take + phrase->material * 100U);
  const struct pattern *const pattern =
    &patterns[phrase->material != 0][yeoun_random_below(&random, 5)];
  const unsigned family = yeoun_random_below(&random, YEOUN_RHYTHM_SINGING);
  const uint32_t motif = yeoun_phrase_rhythm_motif(plan);
  uint32_t before = 0;
  *rhythm = (struct yeoun_phrase_rhythm){.bars = phrase->bars};
  for (int b = 0; b < rhythm->bars; ++b) {
    /* Phrases of other lengths: the pattern's head, and its close at the end.
     */
    const int at = b == rhythm->bars - 1 && b > 0 ? 3 : b % 3;
    rhythm->saying[b] = pattern->saying[at];
    rhythm->echoed[b] = pattern->echoed[at];
    rhythm->onset[b] = rhythm->saying[b] == YEOUN_SAYING_MOTIF ? motif
                       : rhythm->saying[b] == YEOUN_SAYING_ECHO
                         ? rhythm->onset[rhythm->echoed[b]]
                         : go_on(plan, &random, family, before);
    before = rhythm->onset[b];
  }
  const float draw[2] = {yeoun_random_unit(&random),
                         yeoun_random_unit(&random)};
  rhythm->upbeat = phrase->has_upbeat ? draw_upbeat(plan, &random) : 0;
  if (rhythm->bars > 1) {
    yeoun_phrase_rhythm_close(plan, p, draw, rhythm);
  } else {
    rhythm->end = plan->slots;
  }
}
