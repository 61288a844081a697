// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "motif_variant.h"

static struct yeoun_shape
as_given(const struct yeoun_motif *motif)
{
  struct yeoun_shape shape = {.notes = motif->notes};
  for (int i = 0; i < motif->notes; ++i) {
    shape.degree[i] = motif->degree[i];
    shape.accidental[i] = motif->accidental[i];
    shape.slot[i] = motif->slot[i];
    shape.length[i] = motif->length[i];
  }
  return shape;
}

static void
invert(struct yeoun_shape *shape)
{
  for (int i = 1; i < shape->notes; ++i) {
    shape->degree[i] = (int16_t)(2 * shape->degree[0] - shape->degree[i]);
    shape->accidental[i] = (int8_t)-shape->accidental[i];
  }
}

/* Backwards by pitch and by the time between onsets: the last note keeps its
   length, so that the motif still comes to rest. */
static void
reverse(struct yeoun_shape *shape)
{
  const struct yeoun_shape old = *shape;
  const int last = old.notes - 1;
  int at = old.slot[0];
  for (int i = 0; i <= last; ++i) {
    shape->degree[i] = old.degree[last - i];
    shape->accidental[i] = old.accidental[last - i];
    shape->length[i] = i < last ? old.length[last - 1 - i] : old.length[last];
    shape->slot[i] = (int16_t)at;
    at += shape->length[i];
  }
}

/* Twice as slow (2) or twice as fast (-2), when every value stays on a slot. */
static void
scale_time(struct yeoun_shape *shape, int factor)
{
  if (factor == -2) {
    for (int i = 0; i < shape->notes; ++i) {
      if (shape->slot[i] % 2 || shape->length[i] % 2) {
        return;
      }
    }
  }
  for (int i = 0; i < shape->notes; ++i) {
    shape->slot[i] =
      (int16_t)(factor > 0 ? 2 * shape->slot[i] : shape->slot[i] / 2);
    shape->length[i] =
      (int16_t)(factor > 0 ? 2 * shape->length[i] : shape->length[i] / 2);
  }
}

/* The head of the motif twice (fragmentation). */
static void
repeat_head(struct yeoun_shape *shape)
{
  const int head = shape->notes > 3 ? 3 : 2;
  if (shape->notes < 3 || 2 * head > YEOUN_THEME_NOTES) {
    return;
  }
  const int end = shape->slot[head - 1] + shape->length[head - 1];
  for (int i = 0; i < head; ++i) {
    shape->degree[head + i] = shape->degree[i];
    shape->accidental[head + i] = shape->accidental[i];
    shape->length[head + i] = shape->length[i];
    shape->slot[head + i] = (int16_t)(end + shape->slot[i]);
  }
  shape->notes = 2 * head;
}

/* How dense the mood wants the melody against the motif's own notes. */
static int
time_factor(const struct yeoun_plan *plan, const struct yeoun_unit *unit)
{
  const struct yeoun_motif *const motif = &plan->analysis.motif;
  const float own =
    (float)motif->notes / yeoun_plan_bar_seconds(plan, unit->bar);
  const float ratio =
    yeoun_plan_features(plan, unit->bar)[YEOUN_FEATURE_DENSITY] / own;
  const float shade = 0.7f + 0.6f * unit->rank;
  if (ratio * shade > 1.5f ||
      unit->rank < plan->budget.amount[YEOUN_TECHNIQUE_DIMINISH]) {
    return -2;
  }
  const float slow = plan->budget.amount[YEOUN_TECHNIQUE_AUGMENT];
  if (unit->bars >= 2 && (ratio * shade < 0.55f || unit->rank < slow)) {
    return 2;
  }
  return 1;
}

static uint32_t
draw_of(const struct yeoun_plan *plan,
        const struct yeoun_unit *unit,
        const char *purpose)
{
  struct yeoun_random random = yeoun_plan_lane_stream(
    plan, YEOUN_LANE_MELODY, purpose, yeoun_plan_rhyme(unit));
  return yeoun_random_next(&random);
}

/* One inner onset comes a little early or late: by a quarter of the shorter of
   its neighbours at most, so that the motif is still known by its rhythm. Three
   notes have too little of it to lose any where a phrase opens. */
static void
bend_rhythm(struct yeoun_shape *shape, bool opens, uint32_t draw)
{
  if (shape->notes < (opens ? 4 : 2)) {
    return;
  }
  const int i = 1 + (int)(draw % (unsigned)(shape->notes - 1));
  const int before = shape->length[i - 1];
  const int after = shape->length[i];
  const int shorter = before < after ? before : after;
  const int by = shorter / 4;
  const int shift = (draw >> 16) & 1 ? by : -by;
  shape->slot[i] = (int16_t)(shape->slot[i] + shift);
  shape->length[i - 1] = (int16_t)(before + shift);
  shape->length[i] = (int16_t)(after - shift);
}

/* Every interval one step wider, thirds and more two. */
static void
expand(struct yeoun_shape *shape)
{
  int16_t last = shape->degree[0];
  for (int i = 1; i < shape->notes; ++i) {
    const int step = shape->degree[i] - last;
    const int wider = step == 0               ? 0
                      : step > 2 || step < -2 ? step / 2
                      : step > 0              ? 1
                                              : -1;
    last = shape->degree[i];
    shape->degree[i] = (int16_t)(shape->degree[i - 1] + step + wider);
  }
}

/* One inner note goes a step further the way it went. */
static void
bend_interval(struct yeoun_shape *shape, uint32_t draw)
{
  const int i = 1 + (int)(draw % (unsigned)(shape->notes - 1));
  const int step = shape->degree[i] >= shape->degree[i - 1] ? 1 : -1;
  shape->degree[i] = (int16_t)(shape->degree[i] + step);
}

struct yeoun_shape
yeoun_shape_of(const struct yeoun_plan *plan,
               const struct yeoun_unit *unit,
               bool statement)
{
  struct yeoun_shape shape = as_given(&plan->analysis.motif);
  if (unit->role == YEOUN_ROLE_CONTRAST) {
    invert(&shape);
  }
  if (statement) {
    return shape;
  }
  const float *const amount = plan->budget.amount;
  if (unit->rank < amount[YEOUN_TECHNIQUE_INVERT]) {
    invert(&shape);
  }
  if (unit->rank < amount[YEOUN_TECHNIQUE_RETROGRADE]) {
    reverse(&shape);
  }
  const int factor = time_factor(plan, unit);
  if (factor != 1) {
    scale_time(&shape, factor);
  }
  const float distance = plan->request->distance;
  const bool keeps_meter = plan->budget.topic != YEOUN_TOPIC_WALTZ &&
                           plan->budget.topic != YEOUN_TOPIC_LULLABY;
  if (keeps_meter && unit->rank < 1.5f * (distance - 0.05f)) {
    bend_rhythm(&shape, unit->bar % 4 == 0, draw_of(plan, unit, "rhythm bend"));
  }
  const bool is_reminder = keeps_meter && unit->bar % 4 != 0;
  if (unit->rank <
      (is_reminder ? 1.5f * (distance - 0.3f) : 2.5f * (distance - 0.65f))) {
    bend_interval(&shape, draw_of(plan, unit, "interval bend"));
  }
  if (is_reminder && unit->rank < amount[YEOUN_TECHNIQUE_EXPAND]) {
    expand(&shape);
  }
  /* The head alone only where the whole has just been heard. */
  if (unit->role != YEOUN_ROLE_IDEA && unit->bar % 4 != 0 &&
      unit->rank < amount[YEOUN_TECHNIQUE_FRAGMENT]) {
    repeat_head(&shape);
  }
  return shape;
}

struct yeoun_shape
yeoun_shape_head(const struct yeoun_shape *shape)
{
  struct yeoun_shape head = *shape;
  head.notes = head.notes > 3 ? 3 : head.notes;
  return head;
}

int
yeoun_shape_end(const struct yeoun_shape *shape)
{
  const int last = shape->notes - 1;
  return last < 0 ? 0 : shape->slot[last] + shape->length[last];
}
