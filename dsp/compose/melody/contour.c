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

/* A swell: slow to rise, so that the peak comes late; then down to 0. */
static float
swell(float x, float peak)
{
  const float part = x < peak ? x / peak : (1.0f - x) / (1.0f - peak);
  return part * part;
}

float
yeoun_contour_at(const struct yeoun_plan *plan, int slot, bool statement)
{
  const int bar = slot / plan->slots;
  const float *const feature = yeoun_plan_features(plan, bar);
  const float in_phrase = part_of(plan, slot, false);
  const float in_block = part_of(plan, slot, true);
  const float peak = statement ? 0.5f : feature[YEOUN_FEATURE_PEAK];
  const float range = statement ? 9.0f : feature[YEOUN_FEATURE_RANGE];
  /* A romantic block climbs: its climax lies above all that came before. */
  return !statement && plan->pole_of_bar[bar] == YEOUN_ROMANTIC
           ? range * (0.6f * swell(in_phrase, peak) +
                      0.5f * arch(in_block, peak) - 0.5f)
           : range * (0.55f * arch(in_phrase, peak) +
                      0.35f * arch(in_block, peak) - 0.5f);
}
