// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "placing.h"

#include "contour.h"

/* A motif after its transformation, in slots from the beginning of the unit. */
struct figure {
  int notes;
  int16_t degree[YEOUN_THEME_NOTES];
  int8_t accidental[YEOUN_THEME_NOTES];
  int16_t slot[YEOUN_THEME_NOTES];
  int16_t length[YEOUN_THEME_NOTES];
};

static struct figure
as_given(const struct yeoun_motif *motif)
{
  struct figure figure = {.notes = motif->notes};
  for (int i = 0; i < motif->notes; ++i) {
    figure.degree[i] = motif->degree[i];
    figure.accidental[i] = motif->accidental[i];
    figure.slot[i] = motif->slot[i];
    figure.length[i] = motif->length[i];
  }
  return figure;
}

static void
invert(struct figure *figure)
{
  for (int i = 1; i < figure->notes; ++i) {
    figure->degree[i] = (int16_t)(2 * figure->degree[0] - figure->degree[i]);
    figure->accidental[i] = (int8_t)-figure->accidental[i];
  }
}

/* Backwards by pitch and by the time between onsets: the last note keeps its
   length, so that the motif still comes to rest. */
static void
reverse(struct figure *figure)
{
  const struct figure old = *figure;
  const int last = old.notes - 1;
  int at = old.slot[0];
  for (int i = 0; i <= last; ++i) {
    figure->degree[i] = old.degree[last - i];
    figure->accidental[i] = old.accidental[last - i];
    figure->length[i] = i < last ? old.length[last - 1 - i] : old.length[last];
    figure->slot[i] = (int16_t)at;
    at += figure->length[i];
  }
}

/* Twice as slow (2) or twice as fast (-2), when every value stays on a slot. */
static void
scale_time(struct figure *figure, int factor)
{
  if (factor == -2) {
    for (int i = 0; i < figure->notes; ++i) {
      if (figure->slot[i] % 2 || figure->length[i] < 2) {
        return;
      }
    }
  }
  for (int i = 0; i < figure->notes; ++i) {
    figure->slot[i] =
      (int16_t)(factor > 0 ? 2 * figure->slot[i] : figure->slot[i] / 2);
    figure->length[i] =
      (int16_t)(factor > 0 ? 2 * figure->length[i] : figure->length[i] / 2);
  }
}

/* The head of the motif twice (fragmentation). */
static void
repeat_head(struct figure *figure)
{
  const int head = figure->notes > 3 ? 3 : 2;
  if (figure->notes < 3 || 2 * head > YEOUN_THEME_NOTES) {
    return;
  }
  const int end = figure->slot[head - 1] + figure->length[head - 1];
  for (int i = 0; i < head; ++i) {
    figure->degree[head + i] = figure->degree[i];
    figure->accidental[head + i] = figure->accidental[i];
    figure->length[head + i] = figure->length[i];
    figure->slot[head + i] = (int16_t)(end + figure->slot[i]);
  }
  figure->notes = 2 * head;
}

/* How dense the mood wants the melody against the motif's own notes. */
static int
time_factor(const struct yeoun_plan *plan, const struct yeoun_unit *unit)
{
  const struct yeoun_motif *const motif = &plan->analysis.motif;
  const float own = (float)motif->notes / yeoun_plan_bar_seconds(plan, unit);
  const float ratio = yeoun_plan_cues(plan, unit)[YEOUN_CUE_DENSITY] / own;
  const float shade = 0.7f + 0.6f * unit->rank;
  if (ratio * shade > 1.5f) {
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
   its neighbours at most, so that the motif is still known by its rhythm. */
static void
bend_rhythm(struct figure *figure, uint32_t draw)
{
  if (figure->notes < 2) {
    return;
  }
  const int i = 1 + (int)(draw % (unsigned)(figure->notes - 1));
  const int before = figure->length[i - 1];
  const int after = figure->length[i];
  const int shorter = before < after ? before : after;
  const int by = shorter / 4;
  const int shift = (draw >> 16) & 1 ? by : -by;
  figure->slot[i] = (int16_t)(figure->slot[i] + shift);
  figure->length[i - 1] = (int16_t)(before + shift);
  figure->length[i] = (int16_t)(after - shift);
}

/* One inner note goes a step further the way it went. */
static void
bend_interval(struct figure *figure, uint32_t draw)
{
  const int i = 1 + (int)(draw % (unsigned)(figure->notes - 1));
  const int step = figure->degree[i] >= figure->degree[i - 1] ? 1 : -1;
  figure->degree[i] = (int16_t)(figure->degree[i] + step);
}

static struct figure
transform(const struct yeoun_plan *plan,
          const struct yeoun_unit *unit,
          bool statement)
{
  struct figure figure = as_given(&plan->analysis.motif);
  if (unit->role == YEOUN_ROLE_CONTRAST) {
    invert(&figure);
  }
  if (statement) {
    return figure;
  }
  const float *const amount = plan->budget.amount;
  if (unit->rank < amount[YEOUN_TECHNIQUE_INVERT]) {
    invert(&figure);
  }
  if (unit->rank < amount[YEOUN_TECHNIQUE_RETROGRADE]) {
    reverse(&figure);
  }
  const int factor = time_factor(plan, unit);
  if (factor != 1) {
    scale_time(&figure, factor);
  }
  const float distance = plan->request->distance;
  const bool keeps_meter = plan->budget.topic != YEOUN_TOPIC_WALTZ &&
                           plan->budget.topic != YEOUN_TOPIC_LULLABY;
  if (keeps_meter && unit->rank < 1.5f * (distance - 0.05f)) {
    bend_rhythm(&figure, draw_of(plan, unit, "rhythm bend"));
  }
  const bool is_reminder = keeps_meter && unit->bar % 4 != 0;
  if (unit->rank <
      (is_reminder ? 1.5f * (distance - 0.3f) : 2.5f * (distance - 0.65f))) {
    bend_interval(&figure, draw_of(plan, unit, "interval bend"));
  }
  /* The head alone only where the whole has just been heard. */
  if (unit->role != YEOUN_ROLE_IDEA && unit->bar % 4 != 0 &&
      unit->rank < amount[YEOUN_TECHNIQUE_FRAGMENT]) {
    repeat_head(&figure);
  }
  return figure;
}

static float
note_cost(const struct yeoun_score *score,
          const struct yeoun_plan *plan,
          const struct yeoun_harmony *harmony,
          int slot,
          int length,
          int degree)
{
  const int s = yeoun_harmony_index(score, slot * YEOUN_SLOT);
  if (yeoun_tones_hold(score->span[s].chord.tones,
                       yeoun_scale_pitch(&harmony->scale[s], degree))) {
    return 0.0f;
  }
  const int weight = yeoun_rhythm_weight(plan->meter, slot % plan->slots);
  return 0.5f + 0.8f * (float)weight + (length >= 4 ? 1.0f : 0.0f);
}

/* The move in scale steps that fits best: on the chords, near the centre, and
   at home when the unit states the idea itself. */
static int
choose_shift(const struct yeoun_plan *plan,
             const struct yeoun_score *score,
             const struct yeoun_harmony *harmony,
             const struct yeoun_unit *unit,
             const struct figure *figure,
             bool statement,
             float centre)
{
  const struct yeoun_scale *const key = &plan->analysis.scale;
  const int begin = unit->bar * plan->slots;
  const float stay = statement ? 3.0f : 2.0f * (1.0f - plan->request->distance);
  struct yeoun_random random =
    statement
      ? yeoun_random_stream(plan->analysis.seed, "shift", (uint32_t)unit->bar)
      : yeoun_plan_lane_stream(
          plan, YEOUN_LANE_MELODY, "shift", (uint32_t)unit->bar);
  /* A sequence climbs by a step in every unit of its block. */
  const bool climbs =
    !statement && unit->rank < plan->budget.amount[YEOUN_TECHNIQUE_SEQUENCE];
  const int climb = (unit->bar / 2) % 4;
  int best = 0;
  float best_cost = 1e9f;
  for (int shift = -21; shift <= 21; ++shift) {
    float cost = 1.2f * yeoun_random_unit(&random);
    float mean = 0.0f;
    for (int i = 0; i < figure->notes; ++i) {
      const int degree = figure->degree[i] + shift;
      cost += note_cost(score,
                        plan,
                        harmony,
                        begin + figure->slot[i],
                        figure->length[i],
                        degree);
      mean += (float)yeoun_scale_pitch(key, degree) / (float)figure->notes;
    }
    const int within = ((shift % 7) + 7) % 7;
    const int steps = within > 3 ? 7 - within : within;
    if (unit->role == YEOUN_ROLE_IDEA) {
      cost += within ? stay : 0.0f;
    } else if (climbs) {
      cost += shift % 7 == climb || shift % 7 == climb - 7 ? -2.0f : 0.5f;
    } else {
      cost += within ? 0.4f * (float)(steps - 1) : 1.0f;
    }
    const float off = mean > centre ? mean - centre : centre - mean;
    cost += 0.25f * off + (off > 7.0f ? off - 7.0f : 0.0f);
    if (statement && unit->role == YEOUN_ROLE_IDEA) {
      cost = shift == 0 ? 0.0f : 1.0f;
    }
    if (cost < best_cost) {
      best_cost = cost;
      best = shift;
    }
  }
  return best;
}

/* Whether a unit states the motif at all. Beyond .7 it is loosened, unit by
   unit; an idea that opens a block is the last to go. */
static bool
states_motif(const struct yeoun_plan *plan,
             const struct yeoun_unit *unit,
             bool statement)
{
  const bool is_early = unit->role == YEOUN_ROLE_IDEA ||
                        unit->role == YEOUN_ROLE_REPEAT ||
                        unit->role == YEOUN_ROLE_FRAGMENT;
  if (statement) {
    return is_early || (unit->role == YEOUN_ROLE_CONTRAST);
  }
  const float loose = (plan->request->distance - 0.7f) / 0.3f;
  return (is_early || unit->role == YEOUN_ROLE_CONTRAST) && unit->rank >= loose;
}

int
yeoun_placing_motif(const struct yeoun_plan *plan,
                    const struct yeoun_score *score,
                    const struct yeoun_harmony *harmony,
                    const struct yeoun_unit *unit,
                    bool statement,
                    float centre,
                    struct yeoun_frame *frame)
{
  if (!states_motif(plan, unit, statement)) {
    return 0;
  }
  const struct figure figure = transform(plan, unit, statement);
  /* Ideas are at home; what answers them follows the contour. */
  const float rise = unit->role == YEOUN_ROLE_IDEA ? 0.0f : 0.6f;
  const float goal =
    centre + rise * yeoun_contour_at(plan, unit->bar * plan->slots, statement);
  const int shift =
    choose_shift(plan, score, harmony, unit, &figure, statement, goal);
  const int begin = unit->bar * plan->slots;
  const int room = unit->bars * plan->slots;
  for (int i = begin; i < begin + room && i < frame->slots; ++i) {
    frame->place[i].shift = (int8_t)shift;
  }
  int filled = 0;
  for (int i = 0; i < figure.notes; ++i) {
    const int slot = figure.slot[i];
    if (slot >= room || begin + slot >= frame->slots) {
      break;
    }
    frame->place[begin + slot] = (struct yeoun_place){
      .is_onset = true,
      .fixed = (int16_t)(figure.degree[i] + shift),
      .accidental = shift % 7 == 0 ? figure.accidental[i] : 0,
      .shift = (int8_t)shift,
    };
    filled = slot + figure.length[i];
  }
  return filled < room ? filled : room;
}
