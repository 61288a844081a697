// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "plan.h"

#include "../palette.h"
#include "form.h"

/* The felt pulse should lie near the mood's own tempo: when the host is far
   off, the music goes in half or double time. The ratio is chosen where twice
   the distance is equal on both sides (geometric mean). */
static int
choose_doubling(float host_bpm, float own_bpm)
{
  if (!(host_bpm > 0.0f)) {
    return 0;
  }
  const float ratio = own_bpm / host_bpm;
  return ratio > 1.41421f ? 1 : ratio < 0.70711f ? -1 : 0;
}

static void
plan_time(struct yeoun_plan *plan)
{
  const struct yeoun_request *const request = plan->request;
  const struct yeoun_meter common = {4, 4};
  plan->meter =
    request->meter.beats && request->meter.unit ? request->meter : common;
  plan->bar_ticks = yeoun_bar_ticks(plan->meter);
  plan->slots = yeoun_rhythm_slots(plan->meter);
  const float pulse = (float)yeoun_pulse_ticks(plan->meter) / YEOUN_BEAT;
  const float own = plan->cue[YEOUN_CUE_TEMPO];
  const float host = request->host_tempo_bpm / pulse;
  plan->doubling = choose_doubling(host, own);
  plan->bars = request->bars < 1 ? 1 : request->bars > 64 ? 64 : request->bars;
  if (plan->doubling < 0 && plan->bars % 2) {
    plan->doubling = 0;
  }
  float felt = host > 0.0f ? host : own;
  if (plan->doubling > 0) {
    plan->bars *= 2;
    felt *= 2.0f;
  } else if (plan->doubling < 0) {
    plan->bars /= 2;
    felt *= 0.5f;
  }
  plan->pulses_per_second = felt / 60.0f;
  plan->slots_per_second = felt / 60.0f * pulse * 4.0f;
}

static void
plan_instruments(struct yeoun_plan *plan)
{
  const struct yeoun_request *const request = plan->request;
  struct yeoun_random random = yeoun_plan_stream(plan, "instruments", 0);
  const unsigned palette =
    request->palette ? request->palette : (unsigned)YEOUN_CHAMBER;
  yeoun_palette_choose(
    palette, request->mood.weight, request->warmth, &random, plan->instrument);
  for (int lane = 0; lane < YEOUN_LANES; ++lane) {
    if (request->instrument[lane] &&
        request->instrument[lane] < YEOUN_INSTRUMENTS) {
      plan->instrument[lane] = request->instrument[lane];
    }
  }
}

void
yeoun_plan_make(const struct yeoun_request *request, struct yeoun_plan *plan)
{
  *plan = (struct yeoun_plan){.request = request, .cue = request->mood.cue};
  plan_time(plan);
  yeoun_analyse(&request->theme, plan->meter, &plan->analysis);
  plan->is_statement = request->variation == 0;
  plan->seed = yeoun_random_mix(plan->analysis.seed, request->variation);
  plan->budget = yeoun_vary_budget(
    plan->seed, plan->analysis.seed, request->variation, request->distance);
  yeoun_form_lay(plan);
  plan_instruments(plan);
}

struct yeoun_random
yeoun_plan_stream(const struct yeoun_plan *plan,
                  const char *purpose,
                  uint32_t index)
{
  return yeoun_random_stream(plan->seed, purpose, index);
}

struct yeoun_random
yeoun_plan_lane_stream(const struct yeoun_plan *plan,
                       enum yeoun_lane lane,
                       const char *purpose,
                       uint32_t index)
{
  const uint64_t seed = yeoun_random_mix(
    plan->seed, 1000U * (unsigned)lane + plan->request->take[lane]);
  return yeoun_random_stream(seed, purpose, index);
}

const struct yeoun_unit *
yeoun_plan_unit(const struct yeoun_plan *plan, int bar)
{
  int u = 0;
  while (u + 1 < plan->units && plan->unit[u + 1].bar <= bar) {
    ++u;
  }
  return &plan->unit[u];
}
