// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "contour.h"

/* Two half parabolas that meet at the peak: 0 at both ends, 1 at the peak. */
static float
arch(float x, float peak)
{
  const float off = x < peak ? (peak - x) / peak : (x - peak) / (1.0f - peak);
  return 1.0f - off * off;
}

/* First and last bar of the stretch of units that belong together. */
static void
stretch_of(const struct yeoun_plan *plan,
           int bar,
           bool by_block,
           int *from,
           int *to)
{
  int u = 0;
  while (u + 1 < plan->units && plan->unit[u + 1].bar <= bar) {
    ++u;
  }
  int first = u;
  while (first > 0 && !(by_block ? plan->unit[first - 1].ends_block
                                 : plan->unit[first - 1].ends_phrase)) {
    --first;
  }
  int last = u;
  while (last + 1 < plan->units && !(by_block ? plan->unit[last].ends_block
                                              : plan->unit[last].ends_phrase)) {
    ++last;
  }
  *from = plan->unit[first].bar;
  *to = plan->unit[last].bar + plan->unit[last].bars;
}

static float
part_of(const struct yeoun_plan *plan, int slot, bool by_block)
{
  int from = 0;
  int to = 1;
  stretch_of(plan, slot / plan->slots, by_block, &from, &to);
  return (float)(slot - from * plan->slots) /
         (float)((to - from) * plan->slots);
}

float
yeoun_contour_at(const struct yeoun_plan *plan, int slot, bool statement)
{
  const float *const cue = yeoun_plan_cues(plan, slot / plan->slots);
  const float peak = statement ? 0.5f : cue[YEOUN_CUE_PEAK];
  const float range = statement ? 9.0f : cue[YEOUN_CUE_RANGE];
  const float phrase = arch(part_of(plan, slot, false), peak);
  const float block = arch(part_of(plan, slot, true), peak);
  /* A romantic block climbs: its climax lies above all that came before. */
  const bool climbs =
    !statement && plan->pole_of_bar[slot / plan->slots] == YEOUN_ROMANTIC;
  return range * (0.55f * phrase + (climbs ? 0.6f : 0.35f) * block -
                  (climbs ? 0.6f : 0.5f));
}
