// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "ladder.h"

#include "lanes.h"
#include "spacing.h"

static bool
holds(const struct yeoun_ladder *ladder, int pitch)
{
  for (int i = 0; i < ladder->rungs; ++i) {
    if (ladder->pitch[i] == pitch) {
      return true;
    }
  }
  return false;
}

/* Put a rung in its place. */
static void
add_rung(struct yeoun_ladder *ladder, int pitch)
{
  if (ladder->rungs >= YEOUN_RUNGS || holds(ladder, pitch)) {
    return;
  }
  int at = ladder->rungs++;
  for (; at > 0 && ladder->pitch[at - 1] > pitch; --at) {
    ladder->pitch[at] = ladder->pitch[at - 1];
  }
  ladder->pitch[at] = (uint8_t)pitch;
}

/* Whether a low rung keeps its distance from the bass and from the next. */
static bool
fits_below(const struct yeoun_ladder *ladder, int bass, int pitch)
{
  return pitch >= bass + yeoun_least_gap(bass) &&
         ladder->pitch[0] >= pitch + yeoun_least_gap(pitch);
}

/* Under the tune, and where a second voice sings under that as well. */
static int
ceiling_of(const struct yeoun_pen *pen)
{
  enum { AIR = 3 };
  const struct yeoun_lanes *const lanes = pen->lanes;
  const struct yeoun_plan *const plan = lanes->plan;
  const int bar = (int)(pen->from / plan->bar_ticks);
  const int under_tune = yeoun_lanes_ceiling(lanes, pen->from, pen->to) - AIR;
  const int top = pen->voicing->pitch[pen->voicing->voices - 1];
  const bool is_shared = yeoun_lanes_play(lanes, YEOUN_LANE_COUNTER, bar) &&
                         plan->pole_of_bar[bar] != YEOUN_COMIC &&
                         !lanes->is_above;
  return is_shared && top < under_tune ? top : under_tune;
}

struct yeoun_ladder
yeoun_ladder_make(const struct yeoun_pen *pen, int rungs)
{
  enum { DEEPEST = 43 };
  const int bass =
    pen->lanes->bass[yeoun_harmony_index(pen->lanes->score, pen->from)];
  struct yeoun_ladder ladder = {0};
  const struct yeoun_voicing *const voicing = pen->voicing;
  const int ceiling = ceiling_of(pen);
  for (int v = 0; v < voicing->voices && ladder.rungs < rungs; ++v) {
    if (voicing->pitch[v] <= ceiling || ladder.rungs < 2) {
      add_rung(&ladder, voicing->pitch[v]);
    }
  }
  for (int v = 0; v < voicing->voices; ++v) {
    const int pitch = voicing->pitch[v] + 12;
    if (ladder.rungs < rungs && pitch <= ceiling) {
      add_rung(&ladder, pitch);
    }
  }
  for (int v = voicing->voices - 1; v >= 0; --v) {
    const int pitch = voicing->pitch[v] - 12;
    if (ladder.rungs < rungs && pitch >= DEEPEST &&
        fits_below(&ladder, bass, pitch)) {
      add_rung(&ladder, pitch);
    }
  }
  return ladder;
}

int
yeoun_ladder_climb(const struct yeoun_ladder *ladder, int step)
{
  const int round = 2 * (ladder->rungs - 1);
  if (round < 2) {
    return 0;
  }
  const int at = step % round;
  return at < ladder->rungs ? at : round - at;
}
