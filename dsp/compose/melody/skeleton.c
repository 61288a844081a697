// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "skeleton.h"

#include "motif_placement.h"

static int
round_positive(float x)
{
  return x < 0.0f ? 0 : (int)(x + 0.5f);
}

static void
clear_frame(struct yeoun_frame *frame, int slots)
{
  frame->slots = slots < YEOUN_FRAME_SLOTS ? slots : YEOUN_FRAME_SLOTS;
  for (int i = 0; i < frame->slots; ++i) {
    frame->place[i] = (struct yeoun_place){.fixed = -1};
  }
}

/* Bars with the same number have rhythms that rhyme. */
static uint32_t
rhyme_of(const struct yeoun_unit *unit, int bar)
{
  return 8U * yeoun_plan_rhyme(unit) + (uint32_t)(bar - unit->bar);
}

/* The rhythm family of a bar: that of the theme, until the distance gives the
   unit one of its own; each mood has its own part of the table, and comic music
   plays where others sing. */
static unsigned
family_of(const struct yeoun_plan *plan,
          const struct yeoun_unit *unit,
          int bar,
          bool statement)
{
  const float change = plan->budget.amount[YEOUN_TECHNIQUE_RHYTHM] +
                       1.3f * plan->request->distance;
  const uint32_t rhyme = rhyme_of(unit, bar);
  struct yeoun_random random =
    statement || unit->rank >= change
      ? yeoun_random_stream(plan->analysis.seed, "family", rhyme)
      : yeoun_plan_lane_stream(plan, YEOUN_LANE_MELODY, "family", rhyme);
  const unsigned family = yeoun_random_below(&random, YEOUN_RHYTHM_SINGING);
  const unsigned pole = plan->pole_of_bar[bar];
  if (statement) {
    return family;
  }
  if (plan->budget.topic == YEOUN_TOPIC_MARCH) {
    return YEOUN_RHYTHM_SKIPPING;
  }
  return pole == YEOUN_COMIC      ? family + YEOUN_RHYTHM_SINGING
         : pole == YEOUN_ROMANTIC ? (family + 1) % YEOUN_RHYTHM_SINGING
                                  : family;
}

/* Notes for a bar at the mood's density. An idea is answered by less, and a
   close is driven at by more. The statement keeps the motif's own. */
static float
notes_in_bar(const struct yeoun_plan *plan,
             const struct yeoun_unit *unit,
             int bar,
             bool statement)
{
  if (statement) {
    return (float)plan->analysis.motif.notes;
  }
  const float *const feature = yeoun_plan_features(plan, bar);
  const float bar_s = yeoun_plan_bar_seconds(plan, bar);
  /* What rests and closes take away, the other bars make up for. */
  const float sounding = 0.82f - 0.9f * feature[YEOUN_FEATURE_SPACE];
  const bool is_hymn = plan->budget.topic == YEOUN_TOPIC_HYMN;
  const bool is_answer = bar > unit->bar && !unit->ends_phrase;
  /* Jokes and short cells leave more out of comic music. */
  const float busy = plan->pole_of_bar[bar] == YEOUN_COMIC ? 1.3f : 1.0f;
  const float drive = unit->ends_phrase ? 1.35f : is_answer ? 0.7f : 1.0f;
  /* Long forms grow. */
  const float grown =
    plan->bars < 16 ? 1.0f : 0.88f + 0.24f * (float)bar / (float)plan->bars;
  const float notes = feature[YEOUN_FEATURE_DENSITY] * plan->density_factor *
                      grown * bar_s / sounding * drive * busy *
                      (is_hymn ? 0.8f : 1.0f);
  const float most = 0.875f * (float)plan->slots;
  return notes < 1.0f ? 1.0f : notes > most ? most : notes;
}

/* Fill what the motif leaves of a bar. */
static void
fill_bar(const struct yeoun_plan *plan,
         struct yeoun_frame *frame,
         const struct yeoun_unit *unit,
         int bar,
         int from,
         bool statement)
{
  const float notes = notes_in_bar(plan, unit, bar, statement);
  const unsigned family = family_of(plan, unit, bar, statement);
  struct yeoun_random random = yeoun_plan_lane_stream(
    plan, YEOUN_LANE_MELODY, "dither", rhyme_of(unit, bar));
  const float dither = yeoun_random_unit(&random) - 0.5f;
  const int wanted = round_positive(notes + 0.9f * dither);
  const uint32_t onsets =
    yeoun_rhythm_bar(plan->meter, family, wanted < 1 ? 1 : wanted);
  for (int slot = from; slot < plan->slots; ++slot) {
    const int at = bar * plan->slots + slot;
    if (at < frame->slots && ((onsets >> slot) & 1)) {
      frame->place[at].is_onset = true;
    }
  }
}

/* Slots from the downbeat to the last note of a phrase. Most end on it; some
   have a feminine ending, a pulse later, or sink to their last note in the
   middle of the bar. Comic phrases and endings do not linger. */
static int
sinking_of(const struct yeoun_plan *plan,
           const struct yeoun_unit *unit,
           bool statement)
{
  enum { OF = 10, FEMININE = 3, SINKING = 2 };
  const int last = unit->bar + unit->bars - 1;
  const bool is_over = plan->request->has_ending && last + 1 == plan->bars;
  struct yeoun_random random = yeoun_plan_lane_stream(
    plan, YEOUN_LANE_MELODY, "close", (uint32_t)unit->bar);
  const int draw = (int)yeoun_random_below(&random, OF);
  if (statement || is_over || plan->pole_of_bar[last] == YEOUN_COMIC) {
    return 0;
  }
  return draw < FEMININE ? yeoun_pulse_ticks(plan->meter) / YEOUN_SLOT
         : draw < FEMININE + SINKING ? plan->slots / 2
                                     : 0;
}

/* The close: one long note on the downbeat of the last bar of the unit, or a
   short one before it. */
static void
close_unit(const struct yeoun_plan *plan,
           const struct yeoun_unit *unit,
           bool statement,
           struct yeoun_frame *frame)
{
  const int begin = (unit->bar + unit->bars - 1) * plan->slots;
  const int sinking = sinking_of(plan, unit, statement);
  for (int i = begin; i < begin + plan->slots && i < frame->slots; ++i) {
    if (frame->place[i].fixed < 0) {
      frame->place[i].is_onset = i == begin || i == begin + sinking;
    }
  }
}

/* Silence at the end of a unit: two thirds of it where the phrase ends. */
static void
breathe(const struct yeoun_plan *plan,
        const struct yeoun_unit *unit,
        struct yeoun_frame *frame,
        bool statement)
{
  const int last = unit->bar + unit->bars - 1;
  const float space =
    statement ? 0.1f : yeoun_plan_features(plan, last)[YEOUN_FEATURE_SPACE];
  const float share = unit->ends_phrase ? 1.4f : 0.6f;
  int rest = round_positive(space * share * (float)(unit->bars * plan->slots));
  const int most = plan->slots * 3 / 4;
  rest = rest > most ? most : rest;
  rest -= rest % 2;
  const int end = (unit->bar + unit->bars) * plan->slots;
  for (int i = end - rest; i < end; ++i) {
    if (i >= 0 && i < frame->slots && frame->place[i].fixed < 0) {
      frame->place[i].is_onset = false;
      frame->place[i].is_rest = true;
    }
  }
}

/* The anacrusis: in some variations each phrase is led into by a note or two at
   the end of the rest before it. */
static void
lead_in(const struct yeoun_plan *plan,
        const struct yeoun_unit *unit,
        struct yeoun_frame *frame)
{
  struct yeoun_random random =
    yeoun_plan_lane_stream(plan, YEOUN_LANE_MELODY, "lead-in", 0);
  const unsigned notes = yeoun_random_below(&random, 3);
  const int bars = unit->bar + unit->bars;
  const int step = plan->pole_of_bar[bars - 1] == YEOUN_COMIC ? 1 : 2;
  const int end = bars * plan->slots;
  const bool leads_home =
    unit + 1 == plan->unit + plan->units && plan->request->has_ending;
  if (leads_home || end > frame->slots) {
    return;
  }
  for (unsigned i = 1; i <= notes; ++i) {
    struct yeoun_place *const place = &frame->place[end - step * (int)i];
    if (!place->is_rest) {
      return;
    }
    for (int s = 0; s < step; ++s) {
      place[s].is_rest = false;
      place[s].leads_in = true;
    }
    place->is_onset = true;
  }
}

static void
lay_unit(const struct yeoun_plan *plan,
         const struct yeoun_score *score,
         const struct yeoun_harmony *harmony,
         const struct yeoun_unit *unit,
         bool statement,
         float centre,
         struct yeoun_frame *frame)
{
  const int filled =
    yeoun_placing_motif(plan, score, harmony, unit, statement, centre, frame);
  for (int bar = 0; bar < unit->bars; ++bar) {
    const int left = filled - bar * plan->slots;
    const int from = left < 0 ? 0 : left;
    if (from < plan->slots) {
      fill_bar(plan, frame, unit, unit->bar + bar, from, statement);
    }
  }
  if (unit->ends_phrase) {
    close_unit(plan, unit, statement, frame);
  }
  breathe(plan, unit, frame, statement);
  if (!statement && unit->ends_phrase) {
    lead_in(plan, unit, frame);
  }
}

void
yeoun_frame_lay(const struct yeoun_plan *plan,
                const struct yeoun_score *score,
                const struct yeoun_harmony *harmony,
                bool statement,
                const float centre[YEOUN_POLES],
                struct yeoun_frame *frame)
{
  clear_frame(frame, plan->bars * plan->slots);
  for (int u = 0; u < plan->units; ++u) {
    const struct yeoun_unit *const unit = &plan->unit[u];
    lay_unit(plan,
             score,
             harmony,
             unit,
             statement,
             centre[plan->pole_of_bar[unit->bar]],
             frame);
  }
}
