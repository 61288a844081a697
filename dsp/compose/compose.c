// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "compose.h"

#include <string.h>

#include "compose/harmony/harmony.h"
#include "compose/lanes/lanes.h"
#include "compose/melody/blend.h"
#include "compose/melody/jokes.h"
#include "compose/melody/korean.h"
#include "compose/melody/melody.h"
#include "compose/melody/ornament.h"
#include "compose/melody/romantic_line.h"
#include "compose/plan/plan.h"
#include "compose/report/compass.h"
#include "compose/report/describe.h"
#include "compose/report/identity.h"
#include "compose/report/marks.h"
#include "compose/scratch.h"

/* Share of the pairs of notes that a romantic line dots. */
#define DOTTED 0.6f

/* Quarter notes a minute, of felt time. */
static float
felt_tempo(const struct yeoun_plan *plan)
{
  return plan->pulses_per_second * 60.0f *
         (float)yeoun_pulse_ticks(plan->meter) / YEOUN_BEAT;
}

static void
open_score(const struct yeoun_plan *plan, struct yeoun_score *score)
{
  score->meter = plan->meter;
  score->length = plan->bars * plan->bar_ticks;
  score->tempo_bpm = felt_tempo(plan);
  score->identity = 0.0f;
  score->key = plan->analysis.key;
  score->has_ending = plan->request->has_ending;
  score->traits = (struct yeoun_traits){0};
  score->notes = score->spans = score->phrases = 0;
  score->description[0] = '\0';
  for (int lane = 0; lane < YEOUN_LANES; ++lane) {
    score->instrument[lane] = plan->instrument[lane];
  }
}

static void
add_phrase(struct yeoun_score *score,
           int32_t from,
           int32_t to,
           float turn,
           uint8_t level)
{
  if (score->phrases < YEOUN_PHRASES_MAX) {
    score->phrase[score->phrases++] =
      (struct yeoun_phrase){.start = from,
                            .turn = from + (int32_t)(turn * (float)(to - from)),
                            .end = to,
                            .level = level};
  }
}

static void
write_phrases(const struct yeoun_plan *plan, struct yeoun_score *score)
{
  const float turn = plan->feature[YEOUN_FEATURE_PEAK];
  const int32_t bar = plan->bar_ticks;
  add_phrase(score, 0, score->length, turn, 5);
  int32_t phrase = 0;
  for (int u = 0; u < plan->units; ++u) {
    const struct yeoun_unit *const unit = &plan->unit[u];
    const int32_t end = (unit->bar + unit->bars) * bar;
    add_phrase(score, unit->bar * bar, end, turn, 7);
    if (unit->ends_phrase) {
      add_phrase(score, phrase, end, turn, 6);
      phrase = end;
    }
  }
}

static float
stretch_tempo(float tempo_bpm, int doubling)
{
  const float up = doubling < 0 ? 2.0f : 1.0f;
  const float down = doubling > 0 ? 2.0f : 1.0f;
  return tempo_bpm * up / down;
}

/* Felt time to the host's: half or double. */
static void
stretch_time(struct yeoun_score *score, int doubling)
{
  if (doubling == 0) {
    return;
  }
  const int32_t up = doubling < 0 ? 2 : 1;
  const int32_t down = doubling > 0 ? 2 : 1;
  score->length = score->length * up / down;
  score->tempo_bpm = stretch_tempo(score->tempo_bpm, doubling);
  for (int i = 0; i < score->spans; ++i) {
    score->span[i].start = score->span[i].start * up / down;
    score->span[i].length = score->span[i].length * up / down;
  }
  for (int i = 0; i < score->phrases; ++i) {
    score->phrase[i].start = score->phrase[i].start * up / down;
    score->phrase[i].turn = score->phrase[i].turn * up / down;
    score->phrase[i].end = score->phrase[i].end * up / down;
  }
  for (int i = 0; i < score->notes; ++i) {
    score->note[i].start = score->note[i].start * up / down;
    score->note[i].length = score->note[i].length * up / down;
  }
}

/* Harmony and melody as each pole that has weight has them; the melodies are of
   the take that the plan's request asks for. Returns how many. */
static int
make_versions(struct yeoun_compose_scratch *scratch, struct yeoun_score *score)
{
  struct yeoun_plan *const plan = &scratch->plan;
  struct yeoun_harmony *const harmony = &scratch->harmony;
  int versions = 0;
  for (unsigned pole = 0; pole < YEOUN_POLES; ++pole) {
    struct yeoun_version *const own = &scratch->version[pole];
    own->is_made = plan->request->mood.weight[pole] > 0.0f;
    if (!own->is_made) {
      continue;
    }
    ++versions;
    yeoun_plan_speak(plan, pole);
    yeoun_harmony_write(plan, pole, score, harmony);
    yeoun_version_keep(own, score);
    yeoun_melody_vary(
      plan, score, harmony, &scratch->statement, &scratch->melody, &own->tune);
    yeoun_jokes_play(plan, score, harmony, &own->tune);
    if (pole == YEOUN_ROMANTIC) {
      yeoun_tune_dot(plan, score, DOTTED, &own->tune);
      yeoun_tune_soar(plan, score, &own->tune);
    }
    yeoun_ornament_tune(plan, score, harmony, &own->tune);
  }
  return versions;
}

/* Harmony and melody of the variation: of its one version, or a blend of
   several. What the other lanes go by is its first take, which `heard` is: so
   that they stay as they are when the melody is rolled again. */
static void
vary(struct yeoun_compose_scratch *scratch, struct yeoun_score *score)
{
  struct yeoun_plan *const plan = &scratch->plan;
  struct yeoun_version *const version = scratch->version;
  struct yeoun_harmony *const harmony = &scratch->harmony;
  struct yeoun_tune *const heard = &scratch->heard;
  struct yeoun_tune *const tune = &scratch->tune;
  const struct yeoun_request *const request = plan->request;
  struct yeoun_request first = *request;
  first.take[YEOUN_LANE_MELODY] = 0;
  plan->request = &first;
  if (make_versions(scratch, score) > 1) {
    yeoun_blend_choose(plan, version);
  }
  yeoun_blend_splice(plan, version, score, heard);
  plan->request = request;
  *tune = *heard;
  if (request->take[YEOUN_LANE_MELODY]) {
    uint8_t poles[YEOUN_UNITS];
    memcpy(poles, plan->pole_of_bar, sizeof(poles));
    make_versions(scratch, score);
    memcpy(plan->pole_of_bar, poles, sizeof(poles));
    yeoun_blend_splice(plan, version, score, tune);
  }
  yeoun_harmony_scale(plan, score, harmony);
}

/* All notes, whoever is let play. */
static void
write_all(const struct yeoun_request *request,
          struct yeoun_compose_scratch *scratch,
          struct yeoun_score *score)
{
  struct yeoun_plan *const plan = &scratch->plan;
  struct yeoun_harmony *const harmony = &scratch->harmony;
  struct yeoun_tune *const statement = &scratch->statement;
  yeoun_plan_make(request, plan);
  open_score(plan, score);
  yeoun_harmony_state(plan, score, harmony);
  yeoun_melody_state(plan, score, harmony, &scratch->melody, statement);
  yeoun_version_keep(&scratch->stated, score);
  scratch->stated.tune = *statement;
  if (plan->is_statement) {
    scratch->tune = *statement;
    if (plan->request->mood.weight[YEOUN_ROMANTIC] > 0.5f) {
      /* A romantic statement leans on its tones, in all takes alike. */
      struct yeoun_request first = *request;
      first.take[YEOUN_LANE_MELODY] = 0;
      plan->request = &first;
      yeoun_tune_dot(plan, score, DOTTED, &scratch->tune);
      yeoun_ornament_tune(plan, score, harmony, &scratch->tune);
      plan->request = request;
    }
    scratch->heard = scratch->tune;
  } else {
    vary(scratch, score);
  }
  yeoun_critic_calm(plan, &scratch->heard, &scratch->lanes.critic.report);
  yeoun_critic_calm(plan, &scratch->tune, &scratch->lanes.critic.report);
  yeoun_tune_write(&scratch->tune, score);
  score->identity = plan->is_statement
                      ? 1.0f
                      : yeoun_identity_measure(plan, &scratch->stated, score);
  if (!plan->is_statement) {
    yeoun_ornament_graces(plan, score);
  }
  yeoun_layers_lay(plan);
  yeoun_lanes_write(
    plan, statement, &scratch->heard, harmony, score, &scratch->lanes);
  yeoun_jokes_write(plan, &scratch->tune, score);
  write_phrases(plan, score);
  yeoun_korean_grid(plan, score);
}

/* Intensity and space: they take away of what is written, and come last. */
static void
take_away(struct yeoun_compose_scratch *scratch, struct yeoun_score *score)
{
  struct yeoun_plan *const plan = &scratch->plan;
  yeoun_layers_keep(plan, score);
  yeoun_score_sort(score);
  yeoun_compass_keep(score);
  yeoun_marks_set(score);
  yeoun_describe(plan, &scratch->stated, score);
  yeoun_korean_bend(plan, YEOUN_LANE_MELODY, score);
  yeoun_korean_bend(plan, YEOUN_LANE_COUNTER, score);
  stretch_time(score, plan->doubling);
}

/* All stages, once through. */
static void
compose_whole(const struct yeoun_request *request,
              struct yeoun_compose_scratch *scratch,
              struct yeoun_score *score)
{
  write_all(request, scratch, score);
  scratch->all = *score;
  take_away(scratch, score);
}

static bool
is_within(const struct yeoun_note *note,
          const struct yeoun_bar_range *range,
          int32_t bar)
{
  return note->lane == range->lane && note->start >= range->first * bar &&
         note->start < (range->first + range->bars) * bar;
}

/* Bars of one lane as another take has them; all else stays note for note. What
   would ring beyond its bars ends with them. */
static void
replace_bars(const struct yeoun_score *other,
             const struct yeoun_bar_range *range,
             struct yeoun_score *score)
{
  const int32_t bar = yeoun_bar_ticks(score->meter);
  const int32_t end = (range->first + range->bars) * bar;
  int kept = 0;
  for (int i = 0; i < score->notes; ++i) {
    if (!is_within(&score->note[i], range, bar)) {
      score->note[kept++] = score->note[i];
    }
  }
  score->notes = (uint16_t)kept;
  for (int i = 0; i < other->notes; ++i) {
    struct yeoun_note note = other->note[i];
    if (is_within(&note, range, bar)) {
      note.length =
        note.start + note.length > end ? end - note.start : note.length;
      yeoun_score_add(score, note);
    }
  }
}

float
yeoun_compose_tempo(const struct yeoun_request *request)
{
  struct yeoun_plan plan;
  yeoun_plan_begin(request, &plan);
  return stretch_tempo(felt_tempo(&plan), plan.doubling);
}

void
yeoun_compose(const struct yeoun_request *request,
              struct yeoun_compose_scratch *scratch,
              struct yeoun_score *score)
{
  struct yeoun_request other = *request;
  compose_whole(request, scratch, score);
  const unsigned ranges =
    request->ranges < YEOUN_RANGES ? request->ranges : YEOUN_RANGES;
  for (unsigned i = 0; i < ranges; ++i) {
    const struct yeoun_bar_range *const range = &request->range[i];
    if (range->lane < YEOUN_LANES) {
      memcpy(other.take, request->take, sizeof(other.take));
      other.take[range->lane] = range->take;
      compose_whole(&other, scratch, &scratch->other);
      replace_bars(&scratch->other, range, score);
    }
  }
  if (ranges) {
    yeoun_score_sort(score);
  }
}

void
yeoun_compose_again(const struct yeoun_request *request,
                    struct yeoun_compose_scratch *scratch,
                    struct yeoun_score *score)
{
  scratch->plan.request = request;
  *score = scratch->all;
  yeoun_layers_lay(&scratch->plan);
  take_away(scratch, score);
}
