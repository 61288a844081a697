// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "texture.h"

#include "../palette.h"

/* Figures from calm to busy for each pole of the mood. */
static const uint8_t figures[3][4] = {
  {YEOUN_FIGURE_BLOCK,
   YEOUN_FIGURE_BROKEN,
   YEOUN_FIGURE_BROKEN,
   YEOUN_FIGURE_ALBERTI},
  {YEOUN_FIGURE_PULSE,
   YEOUN_FIGURE_BROKEN,
   YEOUN_FIGURE_ARPEGGIO,
   YEOUN_FIGURE_ARPEGGIO},
  {YEOUN_FIGURE_UMPAH,
   YEOUN_FIGURE_UMPAH,
   YEOUN_FIGURE_CHOP,
   YEOUN_FIGURE_UMPAH},
};

enum yeoun_figure
yeoun_texture_figure(const struct yeoun_plan *plan,
                     const struct yeoun_unit *unit)
{
  if (plan->is_statement) {
    return YEOUN_FIGURE_PULSE;
  }
  const float *const weight = plan->request->mood.weight;
  float left = unit->rank;
  int pole = 0;
  while (pole < 2 && left >= weight[pole]) {
    left -= weight[pole++];
  }
  struct yeoun_random random =
    yeoun_plan_lane_stream(plan, YEOUN_LANE_CHORDS, "figure", unit->block);
  return figures[pole][yeoun_random_below(&random, 4)];
}

struct stroke {
  int32_t at, length;
  bool is_short;
};

static void
add_chord(struct yeoun_score *score,
          const struct yeoun_voicing *voicing,
          unsigned first,
          struct stroke stroke)
{
  for (unsigned v = first; v < YEOUN_VOICES_OF_CHORD; ++v) {
    if (v > first && voicing->pitch[v] == voicing->pitch[v - 1]) {
      continue;
    }
    yeoun_score_add(
      score,
      (struct yeoun_note){.start = stroke.at,
                          .length = stroke.length,
                          .pitch = voicing->pitch[v],
                          .lane = YEOUN_LANE_CHORDS,
                          .articulation = stroke.is_short
                                            ? YEOUN_ARTICULATION_STACCATO
                                            : YEOUN_ARTICULATION_PLAIN});
  }
}

static void
add_one(struct yeoun_score *score, int pitch, int32_t at, int32_t length)
{
  yeoun_score_add(score,
                  (struct yeoun_note){.start = at,
                                      .length = length,
                                      .pitch = (uint8_t)pitch,
                                      .lane = YEOUN_LANE_CHORDS});
}

/* Chord tones in turn, `order` counting voices; above 3 an octave higher. */
static void
break_chord(struct yeoun_score *score,
            const struct yeoun_voicing *voicing,
            const uint8_t *order,
            int count,
            int32_t step,
            int32_t from,
            int32_t to)
{
  int i = 0;
  for (int32_t at = from; at < to; at += step, ++i) {
    const int voice = order[i % count];
    int pitch = voicing->pitch[voice % YEOUN_VOICES_OF_CHORD];
    pitch += voice >= YEOUN_VOICES_OF_CHORD ? 12 : 0;
    const int32_t left = to - at;
    add_one(score, pitch, at, step < left ? step : left);
  }
}

static void
write_stretch(const struct yeoun_plan *plan,
              struct yeoun_score *score,
              const struct yeoun_voicing *voicing,
              enum yeoun_figure figure,
              int32_t from,
              int32_t to)
{
  static const uint8_t broken[] = {0, 1, 2, 3, 2, 1};
  static const uint8_t alberti[] = {0, 3, 1, 3};
  static const uint8_t arpeggio[] = {0, 1, 2, 3, 4, 5, 6, 5, 4, 3, 2, 1};
  const int32_t pulse = yeoun_pulse_ticks(plan->meter);
  const int32_t half = plan->bar_ticks / 2;
  switch (figure) {
    case YEOUN_FIGURE_BLOCK:
      add_chord(score, voicing, 0, (struct stroke){from, to - from, false});
      break;
    case YEOUN_FIGURE_PULSE:
      for (int32_t at = from; at < to; at += half) {
        const int32_t left = to - at;
        add_chord(score,
                  voicing,
                  0,
                  (struct stroke){at, half < left ? half : left, false});
      }
      break;
    case YEOUN_FIGURE_BROKEN:
      break_chord(score, voicing, broken, 6, YEOUN_BEAT / 2, from, to);
      break;
    case YEOUN_FIGURE_ALBERTI:
      break_chord(score, voicing, alberti, 4, YEOUN_BEAT / 2, from, to);
      break;
    case YEOUN_FIGURE_ARPEGGIO:
      break_chord(score, voicing, arpeggio, 12, YEOUN_BEAT / 4, from, to);
      break;
    case YEOUN_FIGURE_UMPAH:
      for (int32_t at = from; at < to; at += pulse) {
        const int beat = (int)(at % plan->bar_ticks / pulse);
        const bool is_pah = plan->meter.beats % 2 ? beat != 0 : beat % 2;
        if (is_pah) {
          add_chord(score, voicing, 1, (struct stroke){at, pulse / 2, true});
        }
      }
      break;
    case YEOUN_FIGURE_CHOP:
      for (int32_t at = from + pulse / 2; at < to; at += pulse) {
        add_chord(score, voicing, 1, (struct stroke){at, pulse / 2, true});
      }
      break;
    case YEOUN_FIGURES:
      break;
  }
}

void
yeoun_texture_write(const struct yeoun_plan *plan,
                    const struct yeoun_voicing *voicing,
                    struct yeoun_score *score)
{
  for (int s = 0; s < score->spans; ++s) {
    const struct yeoun_span *const span = &score->span[s];
    const int32_t end = span->start + span->length;
    int32_t at = span->start;
    while (at < end) {
      const struct yeoun_unit *const unit =
        yeoun_plan_unit(plan, (int)(at / plan->bar_ticks));
      const int32_t unit_end = (unit->bar + unit->bars) * plan->bar_ticks;
      const int32_t to = unit_end < end ? unit_end : end;
      write_stretch(
        plan, score, &voicing[s], yeoun_texture_figure(plan, unit), at, to);
      at = to;
    }
  }
}

void
yeoun_pad_write(const struct yeoun_plan *plan,
                const struct yeoun_voicing *voicing,
                struct yeoun_score *score)
{
  for (int s = 0; s < score->spans; ++s) {
    const struct yeoun_span *const span = &score->span[s];
    const struct yeoun_unit *const unit =
      yeoun_plan_unit(plan, (int)(span->start / plan->bar_ticks));
    /* The pad comes in where intensity calls for it, unit by unit. */
    const float presence = 0.9f * plan->request->mood.intensity +
                           0.3f * plan->request->mood.weight[1] -
                           0.4f * plan->request->mood.weight[2];
    if (plan->is_statement || unit->rank >= presence) {
      continue;
    }
    for (int v = 1; v < YEOUN_VOICES_OF_CHORD; ++v) {
      if (voicing[s].pitch[v] == voicing[s].pitch[v - 1]) {
        continue;
      }
      yeoun_score_add(
        score,
        (struct yeoun_note){.start = span->start,
                            .length = span->length,
                            .pitch = voicing[s].pitch[v],
                            .lane = YEOUN_LANE_PAD,
                            .articulation = YEOUN_ARTICULATION_LEGATO});
    }
  }
}
