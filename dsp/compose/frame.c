// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "frame.h"

#include "placing.h"

/* The family of dotted values in every metre (rhythm.c). */
enum { DOTTED_FAMILY = 1 };

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

/* The rhythm family of a bar: that of the theme, until the distance gives the
   unit one of its own. Units of one role share it, so that rhythm rhymes. */
static unsigned
family_of(const struct yeoun_plan *plan,
          const struct yeoun_unit *unit,
          bool statement)
{
  struct yeoun_random theme =
    yeoun_random_stream(plan->analysis.seed, "family", yeoun_plan_rhyme(unit));
  const unsigned own = yeoun_random_below(&theme, YEOUN_RHYTHM_FAMILIES);
  if (!statement && plan->budget.topic == YEOUN_TOPIC_MARCH) {
    return DOTTED_FAMILY;
  }
  const float change = plan->budget.amount[YEOUN_TECHNIQUE_RHYTHM] +
                       1.3f * plan->request->distance;
  if (statement || unit->rank >= change) {
    return own;
  }
  struct yeoun_random random = yeoun_plan_lane_stream(
    plan, YEOUN_LANE_MELODY, "family", yeoun_plan_rhyme(unit));
  return yeoun_random_below(&random, YEOUN_RHYTHM_FAMILIES);
}

/* Notes for a bar at the mood's density. The statement keeps the motif's own.
 */
static float
notes_in_bar(const struct yeoun_plan *plan,
             const struct yeoun_unit *unit,
             bool statement)
{
  if (statement) {
    return (float)plan->analysis.motif.notes;
  }
  const float *const cue = yeoun_plan_cues(plan, unit);
  const float bar_s = yeoun_plan_bar_seconds(plan, unit);
  /* What rests and closes take away, the other bars make up for. */
  const float sounding = 0.82f - 0.9f * cue[YEOUN_CUE_SPACE];
  const bool is_hymn = plan->budget.topic == YEOUN_TOPIC_HYMN;
  const float notes = cue[YEOUN_CUE_DENSITY] * plan->density_factor * bar_s /
                      sounding * (is_hymn ? 0.8f : 1.0f);
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
         float notes,
         unsigned family)
{
  const uint32_t rhyme =
    8U * yeoun_plan_rhyme(unit) + (uint32_t)(bar - unit->bar);
  struct yeoun_random random =
    yeoun_plan_lane_stream(plan, YEOUN_LANE_MELODY, "dither", rhyme);
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

/* The close: one long note on the downbeat of the last bar of the unit. */
static void
close_unit(const struct yeoun_plan *plan,
           const struct yeoun_unit *unit,
           struct yeoun_frame *frame)
{
  const int begin = (unit->bar + unit->bars - 1) * plan->slots;
  for (int i = begin; i < begin + plan->slots && i < frame->slots; ++i) {
    if (frame->place[i].fixed < 0) {
      frame->place[i].is_onset = i == begin;
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
  const float space =
    statement ? 0.1f : yeoun_plan_cues(plan, unit)[YEOUN_CUE_SPACE];
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

static void
lay_unit(const struct yeoun_plan *plan,
         const struct yeoun_score *score,
         const struct yeoun_harmony *harmony,
         const struct yeoun_unit *unit,
         bool statement,
         float centre,
         struct yeoun_frame *frame)
{
  const unsigned family = family_of(plan, unit, statement);
  const float notes = notes_in_bar(plan, unit, statement);
  const int filled =
    yeoun_placing_motif(plan, score, harmony, unit, statement, centre, frame);
  for (int bar = 0; bar < unit->bars; ++bar) {
    const int left = filled - bar * plan->slots;
    const int from = left < 0 ? 0 : left;
    if (from < plan->slots) {
      fill_bar(plan, frame, unit, unit->bar + bar, from, notes, family);
    }
  }
  if (unit->ends_phrase) {
    close_unit(plan, unit, frame);
  }
  breathe(plan, unit, frame, statement);
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
    lay_unit(plan, score, harmony, unit, statement, centre[unit->pole], frame);
  }
}
