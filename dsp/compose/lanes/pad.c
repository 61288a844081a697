// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "pad.h"

/* How much of the form the pad fills: with intensity and romance, not in comic
   music. */
static float
pad_presence(const struct yeoun_plan *plan)
{
  const struct yeoun_mood *const mood = &plan->request->mood;
  return 0.9f * mood->intensity + 0.3f * mood->weight[YEOUN_ROMANTIC] -
         0.9f * mood->weight[YEOUN_COMIC];
}

void
yeoun_pad_write(const struct yeoun_plan *plan,
                const struct yeoun_voicing *voicing,
                struct yeoun_score *score)
{
  const float presence = pad_presence(plan);
  /* Three voices, or only the upper two; a take goes on to the other. */
  struct yeoun_random fullness = yeoun_plan_stream(plan, "pad voices", 0);
  const unsigned thin =
    yeoun_random_below(&fullness, 3) / 2 + plan->request->take[YEOUN_LANE_PAD];
  const int lowest = 1 + (int)(thin % 2);
  for (int s = 0; s < score->spans && !plan->is_statement; ++s) {
    const struct yeoun_span *const span = &score->span[s];
    const struct yeoun_unit *const unit =
      yeoun_plan_unit(plan, (int)(span->start / plan->bar_ticks));
    struct yeoun_random random =
      yeoun_plan_lane_stream(plan, YEOUN_LANE_PAD, "pad", (uint32_t)unit->bar);
    const float shift = 0.3f * (yeoun_random_unit(&random) - 0.5f);
    /* A long form begins without it: the strings enter later. */
    const bool opens = plan->bars >= 8 && unit->bar == 0;
    if (opens || yeoun_plan_entry(plan, unit) + shift >= presence) {
      continue;
    }
    for (int v = lowest; v < YEOUN_VOICES_OF_CHORD; ++v) {
      if (v == lowest || voicing[s].pitch[v] != voicing[s].pitch[v - 1]) {
        yeoun_score_add(
          score,
          (struct yeoun_note){.start = span->start,
                              .length = span->length,
                              .pitch = voicing[s].pitch[v],
                              .lane = YEOUN_LANE_PAD,
                              .articulation = YEOUN_ARTICULATION_LEGATO,
                              .level_db = -6});
      }
    }
  }
}
