// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "perform.h"

#include "curve.h"
#include "gate.h"
#include "kth.h"
#include "level.h"
#include "music/number.h"
#include "pedal.h"
#include "rendition.h"
#include "rules.h"
#include "scratch.h"
#include "swell.h"
#include "timing.h"

#include <string.h>

static void
copy_facts(const struct yeoun_score *score,
           struct yeoun_performance *performance)
{
  memset(performance, 0, sizeof(*performance));
  performance->meter = score->meter;
  performance->length = score->length;
  performance->tempo_bpm = score->tempo_bpm;
  performance->identity = score->identity;
  performance->key = score->key;
  performance->has_ending = score->has_ending;
  performance->notes = score->notes;
  memcpy(performance->instrument,
         score->instrument,
         sizeof(performance->instrument));
  memcpy(performance->description,
         score->description,
         sizeof(performance->description));
  for (int i = 0; i < score->notes; ++i) {
    const struct yeoun_note *const note = &score->note[i];
    performance->note[i].written = note->start;
    performance->note[i].pitch = note->pitch;
    performance->note[i].lane = note->lane;
    performance->note[i].articulation = note->articulation;
    performance->note[i].bend = note->bend;
    performance->note[i].marks = note->marks;
    performance->note[i].bend_cents = note->bend_cents;
  }
}

/* Amounts that no feature sets follow those that do: the default palette has 1
   for all, a mood with flat dynamics or no contrast has less. */
static void
apply_rules(struct yeoun_rendition *rendition)
{
  const float *const feature = rendition->mood->feature;
  const float arch = feature[YEOUN_FEATURE_PHRASE_ARCH];
  const float marks = feature[YEOUN_FEATURE_DYNAMICS] / 8.0f;
  const float leaps = 0.5f * feature[YEOUN_FEATURE_PUNCTUATION];
  yeoun_rule_high_loud(rendition, feature[YEOUN_FEATURE_HIGH_LOUD]);
  yeoun_rule_melodic_charge(rendition, feature[YEOUN_FEATURE_MELODIC_CHARGE]);
  yeoun_rule_harmonic_delay(rendition, feature[YEOUN_FEATURE_HARMONIC_CHARGE]);
  yeoun_rule_duration_contrast(rendition,
                               feature[YEOUN_FEATURE_DURATION_CONTRAST]);
  yeoun_rule_double_duration(rendition, yeoun_min_f(arch, 1.0f));
  yeoun_rule_punctuation(rendition, feature[YEOUN_FEATURE_PUNCTUATION]);
  yeoun_rule_leap_tone_duration(rendition, leaps);
  yeoun_rule_leap_articulation(rendition, leaps);
  yeoun_rule_faster_uphill(rendition, leaps);
  yeoun_rule_repetition(rendition, feature[YEOUN_FEATURE_REPETITION]);
  yeoun_rule_social_duration(rendition, leaps);
  yeoun_rule_marks(rendition, marks);
  yeoun_rule_metre(rendition, marks);
}

static bool
is_before(const struct yeoun_performed *a, const struct yeoun_performed *b)
{
  if (a->start != b->start) {
    return a->start < b->start;
  }
  return a->lane != b->lane ? a->lane < b->lane : a->pitch < b->pitch;
}

/* Timing leaves the notes nearly in order: insertion is quick. */
static void
sort(struct yeoun_performance *performance)
{
  struct yeoun_performed *const note = performance->note;
  for (int i = 1; i < performance->notes; ++i) {
    const struct yeoun_performed moved = note[i];
    int j = i;
    for (; j > 0 && is_before(&moved, &note[j - 1]); --j) {
      note[j] = note[j - 1];
    }
    note[j] = moved;
  }
}

void
yeoun_perform(const struct yeoun_score *score,
              const struct yeoun_mood *mood,
              float tempo_bpm,
              float humanize,
              uint64_t seed,
              struct yeoun_perform_scratch *scratch,
              struct yeoun_performance *performance)
{
  struct yeoun_rendition *const rendition = &scratch->rendition;
  struct yeoun_curve *const curve = &scratch->curve;
  rendition->score = score;
  rendition->mood = mood;
  rendition->ms_per_tick = 60000.0f / (tempo_bpm * (float)YEOUN_BEAT);
  rendition->humanize = humanize;
  rendition->seed = seed;

  copy_facts(score, performance);
  yeoun_rendition_open(rendition);
  apply_rules(rendition);
  yeoun_curve_draw(rendition, curve);
  yeoun_level_write(rendition, curve, performance->note);
  yeoun_timing_write(rendition, curve, performance->note);
  yeoun_gate_write(rendition, curve, performance->note);
  yeoun_pedal_press(rendition, curve, performance);
  sort(performance);
  const float gap_ms =
    0.5f * yeoun_kth.repetition_gap * mood->feature[YEOUN_FEATURE_REPETITION];
  yeoun_gate_part(performance, (int32_t)(gap_ms / rendition->ms_per_tick));
  yeoun_swell_write(rendition, curve, performance);
}
