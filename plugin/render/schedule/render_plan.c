// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "render_plan.h"

#include <stdio.h>

#include "render/file.h"

int32_t
yeoun_render_plan_ticks(const struct yeoun_render_plan *plan)
{
  return (int32_t)plan->bars * yeoun_bar_ticks(plan->meter);
}

double
yeoun_render_plan_seconds(const struct yeoun_render_plan *plan)
{
  return yeoun_tempo_seconds(&plan->tempo, yeoun_render_plan_ticks(plan));
}

void
yeoun_render_plan_path(const struct yeoun_render_plan *plan,
                       const char *end,
                       char *path)
{
  snprintf(path, YEOUN_PATH, "%s/%s%s", plan->out, plan->cue->name, end);
}
