// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "plan.h"

#include "compose/melody/motif.h"
#include "form.h"
#include "instrumentation.h"

/* The metre in which the theme is stated. */
static struct yeoun_meter
stated_meter(const struct yeoun_request *request)
{
  static const struct yeoun_meter common = {4, 4};
  return request->meter.beats && request->meter.unit ? request->meter : common;
}

static struct yeoun_meter
choose_meter(const struct yeoun_plan *plan)
{
  static const struct yeoun_meter waltz = {3, 4};
  static const struct yeoun_meter rocking = {6, 8};
  if (plan->request->meter.beats && plan->request->meter.unit) {
    return plan->request->meter;
  }
  return plan->budget.topic == YEOUN_TOPIC_WALTZ ? waltz
         : plan->budget.topic == YEOUN_TOPIC_LULLABY
           ? rocking
           : stated_meter(plan->request);
}

/* No march and no tango in a lyrical scene: a hymn instead, in the same metre.
 */
static bool
is_comic(const struct yeoun_plan *plan)
{
  const float *const weight = plan->request->mood.weight;
  return weight[YEOUN_COMIC] >= weight[YEOUN_LYRICAL] &&
         weight[YEOUN_COMIC] >= weight[YEOUN_ROMANTIC];
}

/* A waltz is a waltz in three only. */
static void
settle_topic(struct yeoun_plan *plan)
{
  if (plan->budget.topic == YEOUN_TOPIC_WALTZ && plan->meter.beats % 3) {
    plan->budget.topic = YEOUN_TOPIC_TANGO;
  } else if (plan->budget.topic == YEOUN_TOPIC_TANGO && plan->meter.beats % 2) {
    plan->budget.topic = YEOUN_TOPIC_WALTZ;
  }
  if (!is_comic(plan) && (plan->budget.topic == YEOUN_TOPIC_MARCH ||
                          plan->budget.topic == YEOUN_TOPIC_TANGO)) {
    plan->budget.topic = YEOUN_TOPIC_HYMN;
  }
}

static void
plan_time(struct yeoun_plan *plan)
{
  const struct yeoun_request *const request = plan->request;
  plan->meter = choose_meter(plan);
  plan->bar_ticks = yeoun_bar_ticks(plan->meter);
  plan->slots = yeoun_rhythm_slots(plan->meter);
  const float pulse = (float)yeoun_pulse_ticks(plan->meter) / YEOUN_BEAT;
  const float own = plan->feature[YEOUN_FEATURE_TEMPO];
  plan->doubling = request->doubling;
  plan->bars = request->bars < 1 ? 1 : request->bars > 64 ? 64 : request->bars;
  if (plan->doubling < 0 && plan->bars % 2) {
    plan->doubling = 0;
  }
  if (plan->doubling > 0) {
    plan->bars *= 2;
  } else if (plan->doubling < 0) {
    plan->bars /= 2;
  }
  plan->pulses_per_second = own / 60.0f;
  plan->slots_per_second = own / 60.0f * pulse * 4.0f;
}

static float
least(float a, float b)
{
  return a < b ? a : b;
}

/* A number 0..1 for each variation, spread so evenly that neighbours lie far
   apart (steps of an irrational part of the whole). */
static float
spread(const struct yeoun_plan *plan, const char *purpose, float step)
{
  struct yeoun_random random =
    yeoun_random_stream(plan->analysis.seed, purpose, 0);
  const float at =
    yeoun_random_unit(&random) + step * (float)plan->request->variation;
  return at - (float)(int)at;
}

/* What tells one variation from the next even where no technique is spent: its
   place in the register, its density. All within the card, and growing with the
   distance. */
static void
plan_shades(struct yeoun_plan *plan)
{
  const float distance = plan->request->distance;
  const float reach = least(1.0f, distance / 0.35f);
  plan->density_factor = 1.0f;
  if (plan->is_statement) {
    return;
  }
  const float height = spread(plan, "height", 0.618034f);
  const float thickness = spread(plan, "thickness", 0.414214f);
  plan->register_offset = reach * (6.0f * height - 4.0f);
  plan->density_factor = 1.0f + reach * 0.3f * (thickness - 0.5f);
}

/* Each pole's own features: its card, trimmed as the mood is. */
static void
plan_poles(struct yeoun_plan *plan)
{
  const float *const weight = plan->request->mood.weight;
  unsigned heaviest = 0;
  for (unsigned p = 1; p < YEOUN_POLES; ++p) {
    heaviest = weight[p] > weight[heaviest] ? p : heaviest;
  }
  yeoun_plan_speak(plan, heaviest);
  for (int c = 0; c < YEOUN_FEATURES; ++c) {
    const struct yeoun_feature_range *const card = yeoun_feature_facts(c)->pole;
    float blend = 0.0f;
    for (int p = 0; p < YEOUN_POLES; ++p) {
      blend += weight[p] * card[p].value;
    }
    for (int p = 0; p < YEOUN_POLES; ++p) {
      /* To a grid, so that a pole's own features are the same to the bit in
         every blend. */
      const float own = plan->feature[c] + (card[p].value - blend);
      plan->pole_feature[p][c] =
        (float)(int)(1024.0f * own + (own < 0.0f ? -0.5f : 0.5f)) / 1024.0f;
    }
  }
}

void
yeoun_plan_begin(const struct yeoun_request *request, struct yeoun_plan *plan)
{
  *plan =
    (struct yeoun_plan){.request = request, .feature = request->mood.feature};
  const uint64_t theme_seed = yeoun_analysis_seed(&request->theme);
  plan->is_statement = request->variation == 0;
  plan->seed = yeoun_random_mix(theme_seed, request->variation);
  plan->budget = yeoun_techniques_budget(
    plan->seed, theme_seed, request->variation, request->distance);
  plan_time(plan);
}

void
yeoun_plan_make(const struct yeoun_request *request, struct yeoun_plan *plan)
{
  yeoun_plan_begin(request, plan);
  settle_topic(plan);
  yeoun_analyse(&request->theme,
                stated_meter(request),
                request->theme_take,
                &plan->analysis);
  yeoun_motif_fit(&plan->analysis.motif,
                  yeoun_rhythm_slots(stated_meter(request)),
                  plan->slots);
  yeoun_form_lay(plan);
  yeoun_phrases_lay(plan);
  plan_poles(plan);
  plan_shades(plan);
  yeoun_instrumentation_choose(plan);
  yeoun_layers_lay(plan);
}

void
yeoun_plan_speak(struct yeoun_plan *plan, unsigned pole)
{
  for (int bar = 0; bar < YEOUN_UNITS; ++bar) {
    plan->pole_of_bar[bar] = (uint8_t)pole;
  }
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

unsigned
yeoun_plan_rhyme(const struct yeoun_unit *unit)
{
  return unit->role == YEOUN_ROLE_REPEAT ? YEOUN_ROLE_IDEA : unit->role;
}

/* Given to the tenor; a comic tune stays above its accompaniment. */
static bool
is_in_tenor(const struct yeoun_plan *plan, unsigned pole)
{
  return pole != YEOUN_COMIC &&
         plan->budget.amount[YEOUN_TECHNIQUE_REGISTER] > 0.3f;
}

float
yeoun_plan_register(const struct yeoun_plan *plan, unsigned pole)
{
  const float centre =
    plan->pole_feature[pole][YEOUN_FEATURE_REGISTER] + plan->register_offset;
  if (is_in_tenor(plan, pole)) {
    return centre - (centre > 74.0f ? 24.0f : 12.0f);
  }
  return plan->budget.topic == YEOUN_TOPIC_MUSIC_BOX ? centre + 7.0f : centre;
}

float
yeoun_plan_bar_seconds(const struct yeoun_plan *plan, int bar)
{
  const float seconds = (float)plan->slots / plan->slots_per_second;
  return seconds * plan->feature[YEOUN_FEATURE_TEMPO] /
         yeoun_plan_features(plan, bar)[YEOUN_FEATURE_TEMPO];
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
