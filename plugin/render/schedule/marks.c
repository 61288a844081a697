// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "marks.h"

#include <math.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

static void __attribute__((format(printf, 5, 6))) add(struct yeoun_marks *marks,
                                                      int32_t tick,
                                                      double at_s,
                                                      bool is_bar,
                                                      const char *format,
                                                      ...)
{
  struct yeoun_place_mark *const mark = &marks->mark[marks->count];
  va_list arguments;
  if (marks->count < YEOUN_MARKS) {
    *mark =
      (struct yeoun_place_mark){.tick = tick, .at_s = at_s, .is_bar = is_bar};
    va_start(arguments, format);
    vsnprintf(mark->name, sizeof(mark->name), format, arguments);
    va_end(arguments);
    ++marks->count;
  }
}

/** By tick; of one tick, what says more first. */
static int
compare(const void *a, const void *b)
{
  const struct yeoun_place_mark *const x = (const struct yeoun_place_mark *)a;
  const struct yeoun_place_mark *const y = (const struct yeoun_place_mark *)b;
  return x->tick != y->tick ? (x->tick > y->tick) - (x->tick < y->tick)
                            : x->is_bar - y->is_bar;
}

static bool
is_phrase(const struct yeoun_composed *composed, int32_t tick)
{
  for (unsigned i = 0; i < composed->phrases; ++i) {
    if (composed->phrase[i] == tick) {
      return true;
    }
  }
  return false;
}

void
yeoun_marks_make(const struct yeoun_render_plan *plan,
                 const struct yeoun_composed *composed,
                 struct yeoun_marks *marks)
{
  const int32_t bar = yeoun_bar_ticks(plan->meter);
  marks->count = 0;
  for (unsigned i = 0; i < plan->bars; ++i) {
    const int32_t tick = (int32_t)i * bar;
    const double at_s = yeoun_tempo_seconds(&plan->tempo, tick);
    if (is_phrase(composed, tick)) {
      add(marks, tick, at_s, false, "phrase, bar %u", i + 1);
    } else {
      add(marks, tick, at_s, true, "bar %u", i + 1);
    }
  }
  for (unsigned i = 0; i < plan->cue->hits; ++i) {
    const double at_s = plan->cue->hit_s[i];
    const double tick = yeoun_tempo_tick(&plan->tempo, at_s);
    add(marks, (int32_t)lround(tick), at_s, false, "hit %.2f s", at_s);
  }
  add(marks,
      yeoun_render_plan_ticks(plan),
      yeoun_render_plan_seconds(plan),
      false,
      "end %.2f s",
      yeoun_render_plan_seconds(plan));
  qsort(marks->mark, marks->count, sizeof(marks->mark[0]), compare);
}
