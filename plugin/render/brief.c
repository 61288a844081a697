// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "brief.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "compose/key.h"
#include "file.h"
#include "fit.h"
#include "say.h"
#include "transport.h"
#include "written.h"

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
add_change(struct yeoun_brief *brief,
           int32_t tick,
           const char *symbol,
           float value)
{
  if (brief->changes < YEOUN_CHANGES) {
    brief->change[brief->changes++] =
      (struct yeoun_change){tick > 0 ? tick : 0, symbol, value};
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
plan_changes(struct yeoun_host *host, struct yeoun_brief *brief)
{
  const struct yeoun_music_cue *const cue = brief->cue;
  const int32_t bar = yeoun_bar_ticks(brief->meter);
  float before = -1;
  brief->changes = 0;
  for (unsigned i = 0; cue->points && i < brief->bars; i += 2) {
    const double middle =
      yeoun_tempo_seconds(&brief->tempo, ((double)i + 1) * bar);
    const float value = (float)(round(read_curve(cue, middle) * 16) / 16);
    if (value != before) {
      add_change(brief, (int32_t)i * bar - BEFORE, "intensity", value);
    }
    before = value;
  }
  const unsigned rest = brief->bars - brief->round_bars;
  if (cue->has_ending && rest) {
    add_change(brief, 0, "ending", 0);
    add_change(brief, (int32_t)rest * bar - BEFORE, "ending", 1);
  }
  if (rest && yeoun_host_get(host, "advance") == 0) {
    yeoun_host_set(host, "advance", 1);
  }
  if (brief->changes) {
    yeoun_host_choose(host, "apply", "bar");
    qsort(brief->change, brief->changes, sizeof(brief->change[0]), by_tick);
  }
}

/** The music is written for one tempo, though hits bend it: a phrase that goes
    on over one of them is not begun anew. Quarter notes a minute. */
static float
mean_tempo(const struct yeoun_brief *brief)
{
  const double beats = (double)yeoun_brief_ticks(brief) / YEOUN_BEAT;
  return (float)(60 * beats / yeoun_brief_seconds(brief));
}

/** Bend the tempo so that hits fall where something is heard. A curve that
   moves with the bars may change what is: a second look. */
static bool
meet_hits(struct yeoun_host *host, double tempo_bpm, struct yeoun_brief *brief)
{
  for (unsigned looks = brief->cue->points ? 2 : 1; looks; --looks) {
    struct yeoun_written written;
    if (!yeoun_written_make(host, brief, &written)) {
      return false;
    }
    yeoun_fit_again(&written, tempo_bpm, brief);
    yeoun_written_free(&written);
    plan_changes(host, brief);
  }
  return true;
}

bool
yeoun_brief_make(struct yeoun_host *host,
                 const struct yeoun_music_cue *cue,
                 const char *out,
                 struct yeoun_brief *brief)
{
  *brief = (struct yeoun_brief){.cue = cue, .out = out};
  if (!yeoun_cue_set(host, cue)) {
    return false;
  }
  brief->meter = find_meter(host, cue);
  brief->key = yeoun_key_infer(&cue->theme);
  double tempo = cue->tempo_bpm;
  if (!(tempo > 0) && !yeoun_transport_ask(host, brief, 0, &tempo)) {
    return false;
  }
  if (!yeoun_fit(cue, brief->meter, tempo, brief)) {
    return false;
  }
  yeoun_host_set(host, "bars", (float)brief->round_bars);
  if (yeoun_host_get(host, "tempo") <= 0) {
    yeoun_host_set(host, "tempo", mean_tempo(brief));
  }
  plan_changes(host, brief);
  if (cue->hits && !meet_hits(host, tempo, brief)) {
    return false;
  }
  for (unsigned i = 0; i < brief->changes && !brief->change[i].tick; ++i) {
    yeoun_host_set(host, brief->change[i].symbol, brief->change[i].value);
  }
  return yeoun_transport_ask(
    host, brief, yeoun_tempo_bpm(&brief->tempo, 0), &tempo);
}

int32_t
yeoun_brief_ticks(const struct yeoun_brief *brief)
{
  return (int32_t)brief->bars * yeoun_bar_ticks(brief->meter);
}

double
yeoun_brief_seconds(const struct yeoun_brief *brief)
{
  return yeoun_tempo_seconds(&brief->tempo, yeoun_brief_ticks(brief));
}

void
yeoun_brief_path(const struct yeoun_brief *brief, const char *end, char *path)
{
  snprintf(path, YEOUN_PATH, "%s/%s%s", brief->out, brief->cue->name, end);
}
