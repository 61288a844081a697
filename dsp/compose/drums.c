// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "drums.h"

#include "../palette.h"

static void
hit(struct yeoun_score *score, uint8_t drum, int32_t at, int level_db)
{
  yeoun_score_add(score,
                  (struct yeoun_note){.start = at,
                                      .length = YEOUN_BEAT / 4,
                                      .pitch = drum,
                                      .lane = YEOUN_LANE_DRUMS,
                                      .level_db = (int8_t)level_db});
}

/* Woodblock on the beat and its half, a triangle to open the phrase. */
static void
write_comic_bar(const struct yeoun_plan *plan,
                struct yeoun_score *score,
                const struct yeoun_unit *unit,
                int bar)
{
  const int32_t begin = bar * plan->bar_ticks;
  const int32_t pulse = yeoun_pulse_ticks(plan->meter);
  struct yeoun_random random =
    yeoun_plan_lane_stream(plan, YEOUN_LANE_DRUMS, "comic", unit->role);
  const bool is_even = yeoun_random_chance(&random, 0.5f);
  if (bar == unit->bar && unit->role == YEOUN_ROLE_IDEA) {
    hit(score, YEOUN_DRUM_TRIANGLE, begin, -6);
  }
  for (int32_t at = 0; at < plan->bar_ticks; at += pulse) {
    const bool is_strong = (at / pulse) % 2 == 0;
    hit(score,
        is_strong == is_even ? YEOUN_DRUM_WOODBLOCK_LOW
                             : YEOUN_DRUM_WOODBLOCK_HIGH,
        begin + at,
        is_strong ? -4 : -8);
  }
}

void
yeoun_drums_write(const struct yeoun_plan *plan, struct yeoun_score *score)
{
  if (plan->is_statement) {
    return;
  }
  for (int bar = 0; bar < plan->bars; ++bar) {
    const struct yeoun_unit *const unit = yeoun_plan_unit(plan, bar);
    if (unit->rank < plan->request->mood.weight[2] - 0.25f) {
      write_comic_bar(plan, score, unit, bar);
    }
  }
}
