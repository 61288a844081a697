// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "plan_cue.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "composed.h"
#include "fit.h"
#include "music/key.h"
#include "music/number.h"
#include "render/host/answer.h"
#include "render/host/host_controls.h"
#include "render/host/set_cue.h"
#include "render/say.h"

/* A change is made so long before the bar that it is meant for. */
#define BEFORE (YEOUN_BEAT / 4)

/** The metre of the host: that of the control "meter" when it is set. */
static struct yeoun_meter
find_meter(const struct yeoun_host *host, const struct yeoun_music_cue *cue)
{
  unsigned beats = 0;
  unsigned unit = 0;
  char *const label = yeoun_host_label(host, "meter");
  const bool is_told = label && sscanf(label, "%u/%u", &beats, &unit) == 2;
  free(label);
  return is_told ? (struct yeoun_meter){(uint8_t)beats, (uint8_t)unit}
                 : cue->meter;
}

/** The value of a curve; flat before its first point and after its last. */
static double
read_curve(const struct yeoun_music_cue *cue, double at_s)
{
  const struct yeoun_point *const p = cue->point;
  unsigned i = 0;
  while (i < cue->points && p[i].at_s <= at_s) {
    ++i;
  }
  if (!i || i == cue->points) {
    return p[i ? i - 1 : 0].value;
  }
  const double share = (at_s - p[i - 1].at_s) / (p[i].at_s - p[i - 1].at_s);
  return p[i - 1].value + share * (p[i].value - p[i - 1].value);
}

static void
add_change(struct yeoun_render_plan *plan,
           int32_t tick,
           const char *symbol,
           float value)
{
  if (plan->changes < YEOUN_CHANGES) {
    plan->change[plan->changes++] =
      (struct yeoun_change){yeoun_max_i(tick, 0), symbol, value};
  }
}

static int
by_tick(const void *a, const void *b)
{
  const struct yeoun_change *const x = (const struct yeoun_change *)a;
  const struct yeoun_change *const y = (const struct yeoun_change *)b;
  return (x->tick > y->tick) - (x->tick < y->tick);
}

/** Each two bars have the intensity of their middle, in steps that are heard:
    every change breaks off what sounds. The last round alone has the ending. */
static void
plan_changes(struct yeoun_host *host, struct yeoun_render_plan *plan)
{
  const struct yeoun_music_cue *const cue = plan->cue;
  const int32_t bar = yeoun_bar_ticks(plan->meter);
  float before = -1;
  plan->changes = 0;
  for (unsigned i = 0; cue->points && i < plan->bars; i += 2) {
    const double middle =
      yeoun_tempo_seconds(&plan->tempo, ((double)i + 1) * bar);
    const float value = (float)(round(read_curve(cue, middle) * 16) / 16);
    if (value != before) {
      add_change(plan, (int32_t)i * bar - BEFORE, "intensity", value);
    }
    before = value;
  }
  const unsigned rest = plan->bars - plan->round_bars;
  if (cue->has_ending && rest) {
    add_change(plan, 0, "ending", 0);
    add_change(plan, (int32_t)rest * bar - BEFORE, "ending", 1);
  }
  if (rest && yeoun_host_get(host, "advance") == 0) {
    yeoun_host_set(host, "advance", 1);
  }
  if (plan->changes) {
    yeoun_host_choose(host, "apply", "bar");
    qsort(plan->change, plan->changes, sizeof(plan->change[0]), by_tick);
  }
}

/** The music is written for one tempo, though hits bend it: a phrase that goes
    on over one of them is not begun anew. Quarter notes a minute. */
static float
mean_tempo(const struct yeoun_render_plan *plan)
{
  const double beats = (double)yeoun_render_plan_ticks(plan) / YEOUN_BEAT;
  return (float)(60 * beats / yeoun_render_plan_seconds(plan));
}

/** Bend the tempo so that hits fall where something is heard. A curve that
   moves with the bars may change what is: a second look. */
static bool
meet_hits(struct yeoun_host *host,
          double tempo_bpm,
          struct yeoun_render_plan *plan)
{
  for (unsigned looks = plan->cue->points ? 2 : 1; looks; --looks) {
    struct yeoun_composed composed;
    if (!yeoun_composed_make(host, plan, &composed)) {
      return false;
    }
    yeoun_fit_again(&composed, tempo_bpm, plan);
    yeoun_composed_free(&composed);
    plan_changes(host, plan);
  }
  return true;
}

/** Set the controls, and find bars and tempo.
    @param[out] tempo_bpm  that the music would like */
static bool
begin(struct yeoun_host *host,
      const struct yeoun_music_cue *cue,
      struct yeoun_render_plan *plan,
      double *tempo_bpm)
{
  if (!yeoun_host_set_cue(host, cue)) {
    return false;
  }
  plan->meter = find_meter(host, cue);
  plan->key = yeoun_key_infer(&cue->theme);
  *tempo_bpm =
    cue->tempo_bpm > 0 ? cue->tempo_bpm : yeoun_composed_tempo(host, plan);
  return yeoun_fit(cue, plan->meter, *tempo_bpm, plan);
}

bool
yeoun_render_plan_check(struct yeoun_host *host,
                        const struct yeoun_music_cue *cue)
{
  static struct yeoun_render_plan plan;
  double tempo_bpm = 0;
  plan = (struct yeoun_render_plan){.cue = cue};
  return (!cue->hits && !(cue->bars && cue->seconds > 0)) ||
         begin(host, cue, &plan, &tempo_bpm);
}

bool
yeoun_render_plan_make(struct yeoun_host *host,
                       const struct yeoun_music_cue *cue,
                       const char *out,
                       struct yeoun_render_plan *plan)
{
  double tempo = 0;
  *plan = (struct yeoun_render_plan){.cue = cue, .out = out};
  if (!begin(host, cue, plan, &tempo)) {
    return false;
  }
  for (unsigned i = 0; i < cue->hits; ++i) {
    if (plan->weak_hits >> i & 1) {
      yeoun_say("the hit at %g s falls on a weak beat", cue->hit_s[i]);
    }
  }
  yeoun_host_set(host, "bars", (float)plan->round_bars);
  if (yeoun_host_get(host, "tempo") <= 0) {
    yeoun_host_set(host, "tempo", mean_tempo(plan));
  }
  plan_changes(host, plan);
  if (cue->hits && !meet_hits(host, tempo, plan)) {
    return false;
  }
  for (unsigned i = 0; i < plan->changes && !plan->change[i].tick; ++i) {
    yeoun_host_set(host, plan->change[i].symbol, plan->change[i].value);
  }
  const double first_bpm = yeoun_tempo_bpm(&plan->tempo, 0);
  return yeoun_host_ask(host, cue->rate, plan->meter, first_bpm, &plan->answer);
}
