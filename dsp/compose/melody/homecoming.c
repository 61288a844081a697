// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "homecoming.h"

void
yeoun_homecoming_land(const struct yeoun_phrase_context *context,
                      struct yeoun_phrase_rhythm *rhythm)
{
  const struct yeoun_plan *const plan = context->plan;
  const struct yeoun_score *const score = context->score;
  const struct yeoun_span *const span = &score->span[score->spans - 1];
  const int bar = (plan->bars - 1) * plan->slots;
  const int slot = span->start / YEOUN_SLOT - bar;
  if (slot > 0 && slot < plan->slots &&
      span->chord.root == plan->analysis.key.tonic) {
    uint32_t *const onset = &rhythm->onset[rhythm->bars - 1];
    const int led = score->spans > 1 ? span[-1].start / YEOUN_SLOT - bar : 0;
    const uint32_t lead = led > 0 ? 1U << led : 0U;
    *onset = (*onset & ((1U << slot) - 1U)) | lead | 1U << slot;
    rhythm->end = plan->slots;
  }
}

void
yeoun_homecoming_free(const struct yeoun_phrase_context *context)
{
  const struct yeoun_plan *const plan = context->plan;
  struct yeoun_line_task *const task = &context->scratch->task;
  const int bar = (plan->bars - 1) * plan->slots;
  for (int i = 0; i + 1 < task->count; ++i) {
    struct yeoun_line_spot *const spot = &task->spot[i];
    if (spot->slot >= bar && spot->model >= 0) {
      const bool is_home = spot->model % 12 == plan->analysis.key.tonic;
      spot->model_pull *= is_home ? 0.0f : 0.5f;
    }
  }
}
