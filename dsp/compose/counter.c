// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "counter.h"

#include "../palette.h"
#include "line.h"

enum { POINTS = 192 };

struct voice {
  int count;
  struct yeoun_line_point point[POINTS];
  struct yeoun_scale scale[POINTS];
  int16_t slot[POINTS], length[POINTS];
  int16_t degree[POINTS];
};

/* The second voice enters after the first unit, in as many units as the mood
   gives it room for. */
static bool
sings_in(const struct yeoun_plan *plan, const struct yeoun_unit *unit)
{
  const float presence =
    plan->cue[YEOUN_CUE_COUNTER] + plan->budget.amount[YEOUN_TECHNIQUE_COUNTER];
  const bool is_opening = unit->bar == 0 && plan->bars > 4;
  return !plan->is_statement && !is_opening && unit->rank < presence;
}

static void
add_point(const struct yeoun_plan *plan,
          const struct yeoun_score *score,
          const struct yeoun_tune *statement,
          const struct yeoun_harmony *harmony,
          struct yeoun_random *random,
          float centre,
          int slot,
          int length,
          struct voice *voice)
{
  if (voice->count >= POINTS) {
    return;
  }
  const int i = voice->count++;
  const int s = yeoun_harmony_index(score, slot * YEOUN_SLOT);
  const struct yeoun_chord chord = score->span[s].chord;
  const int at = yeoun_tune_at(statement, slot);
  const int theme = at >= 0 ? statement->note[at].pitch : 67;
  voice->slot[i] = (int16_t)slot;
  voice->length[i] = (int16_t)length;
  voice->scale[i] = harmony->scale[s];
  /* Not the theme's own pitch class: thirds and sixths, no bare octaves. */
  const unsigned others = chord.tones & ~(1U << yeoun_pitch_class(theme));
  voice->point[i] = (struct yeoun_line_point){
    .scale = &voice->scale[i],
    .chord = chord.tones,
    .wanted = (uint16_t)(length >= 4 ? others : 0),
    .weight = (int8_t)yeoun_rhythm_weight(plan->meter, slot % plan->slots),
    .length = (int8_t)(length > 64 ? 64 : length),
    .fixed = -1,
    .attraction = -1,
    .target = centre - 0.6f * ((float)theme - 67.0f),
    .noise = ((uint64_t)yeoun_random_next(random) << 16) + (uint64_t)slot,
  };
}

/* Onsets of the second voice in a unit: half bars, shifted off the theme's, and
   eighths leading to the next bar where the theme holds. */
static void
lay_unit(const struct yeoun_plan *plan,
         const struct yeoun_score *score,
         const struct yeoun_tune *statement,
         const struct yeoun_harmony *harmony,
         const struct yeoun_unit *unit,
         float centre,
         struct voice *voice)
{
  struct yeoun_random random = yeoun_plan_lane_stream(
    plan, YEOUN_LANE_COUNTER, "counter", (uint32_t)unit->bar);
  const int pulse = yeoun_pulse_ticks(plan->meter) / YEOUN_SLOT;
  for (int bar = unit->bar; bar < unit->bar + unit->bars; ++bar) {
    const int begin = bar * plan->slots;
    const bool enters_late = bar == unit->bar && plan->slots > 2 * pulse;
    int slot = begin + (enters_late ? pulse : 0);
    const int end = begin + plan->slots;
    const bool runs = yeoun_random_chance(&random, 0.4f);
    while (slot < end) {
      const bool last_pulse = slot + pulse >= end;
      int length = last_pulse && runs ? pulse / 2 : 2 * pulse;
      length = slot + length > end ? end - slot : length;
      length = length < 1 ? 1 : length;
      add_point(
        plan, score, statement, harmony, &random, centre, slot, length, voice);
      slot += length;
    }
  }
}

static float
voice_centre(const struct yeoun_plan *plan)
{
  const struct yeoun_instrument_facts *const facts =
    yeoun_instrument_facts(plan->instrument[YEOUN_LANE_COUNTER]);
  float centre = 57.0f;
  centre =
    centre < (float)facts->low + 6.0f ? (float)facts->low + 6.0f : centre;
  const float high = (float)facts->high - 6.0f;
  return centre > high ? high : centre;
}

static void
write_voice(const struct voice *voice, struct yeoun_score *score)
{
  for (int i = 0; i < voice->count; ++i) {
    const int pitch = yeoun_scale_pitch(&voice->scale[i], voice->degree[i]);
    yeoun_score_add(score,
                    (struct yeoun_note){.start = voice->slot[i] * YEOUN_SLOT,
                                        .length = voice->length[i] * YEOUN_SLOT,
                                        .pitch = (uint8_t)pitch,
                                        .lane = YEOUN_LANE_COUNTER,
                                        .level_db = -3});
  }
}

void
yeoun_counter_write(const struct yeoun_plan *plan,
                    const struct yeoun_tune *statement,
                    const struct yeoun_harmony *harmony,
                    struct yeoun_score *score)
{
  struct voice voice = {0};
  const float centre = voice_centre(plan);
  const struct yeoun_line_style style = {
    .low = (int)centre - 8,
    .high = (int)centre + 8,
    .unison = 2.5f,
    .step = 0.7f,
    .third = 1.8f,
    .fourth = 3.0f,
    .wide = 4.5f,
    .reversal = 1.5f,
    .contour = 0.15f,
    .noise = 0.8f,
  };
  for (int u = 0; u < plan->units; ++u) {
    const struct yeoun_unit *const unit = &plan->unit[u];
    if (!sings_in(plan, unit)) {
      continue;
    }
    voice.count = 0;
    lay_unit(plan, score, statement, harmony, unit, centre, &voice);
    yeoun_line_find(voice.point, voice.count, &style, voice.degree);
    write_voice(&voice, score);
  }
}
