// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "identity.h"

#include "compose/harmony/harmony.h"
#include "compose/plan/rhythm.h"

enum { HEARD = 1024 };

/* The melody as intervals and durations. */
struct heard {
  int notes;
  int16_t pitch[HEARD];
  int32_t start[HEARD];
};

static void
listen(const struct yeoun_score *score, struct heard *heard)
{
  heard->notes = 0;
  for (int i = 0; i < score->notes && heard->notes < HEARD; ++i) {
    const struct yeoun_note *const note = &score->note[i];
    if (note->lane == YEOUN_LANE_MELODY &&
        note->articulation != YEOUN_ARTICULATION_GRACE) {
      heard->pitch[heard->notes] = note->pitch;
      heard->start[heard->notes++] = note->start;
    }
  }
}

/* 1 the same, less for each semitone off. */
static float
interval_likeness(int a, int b)
{
  int off = a - b;
  off = off < 0 ? -off : off;
  const bool turns = (a > 0 && b < 0) || (a < 0 && b > 0);
  if (off == 0) {
    return 1.0f;
  }
  /* The same scale step in another place of the key. */
  return turns      ? 0.0f
         : off == 1 ? 0.85f
         : off == 2 ? 0.5f
         : off <= 4 ? 0.2f
                    : 0.0f;
}

static float
ratio_likeness(int32_t a, int32_t b, int32_t c, int32_t d)
{
  /* a : b against c : d, as a cross product so that nothing is divided by 0. */
  const float x = (float)a * (float)d;
  const float y = (float)b * (float)c;
  const float high = x > y ? x : y;
  return high > 0.0f ? (x < y ? x : y) / high : 0.0f;
}

/* Likeness of the motif with the notes from `at` on. */
static float
likeness(const struct yeoun_plan *plan,
         const struct heard *heard,
         int at,
         bool inverted,
         bool reversed)
{
  const struct yeoun_motif *const motif = &plan->analysis.motif;
  const int count = motif->notes;
  if (at + count > heard->notes) {
    return 0.0f;
  }
  float sum = 0.0f;
  int terms = 0;
  for (int i = 0; i + 1 < count; ++i) {
    const int a = reversed ? count - 1 - i : i;
    const int b = reversed ? a - 1 : a + 1;
    int step = yeoun_scale_pitch(&plan->analysis.scale, motif->degree[b]) +
               motif->accidental[b] -
               yeoun_scale_pitch(&plan->analysis.scale, motif->degree[a]) -
               motif->accidental[a];
    step = inverted ? -step : step;
    sum +=
      interval_likeness(heard->pitch[at + i + 1] - heard->pitch[at + i], step);
    ++terms;
    if (i + 2 < count) {
      const int c = reversed ? b - 1 : b + 1;
      const int32_t own_a =
        reversed ? motif->length[a] : motif->slot[b] - motif->slot[a];
      const int32_t own_b =
        reversed ? motif->length[b] : motif->slot[c] - motif->slot[b];
      sum += ratio_likeness(heard->start[at + i + 1] - heard->start[at + i],
                            heard->start[at + i + 2] - heard->start[at + i + 1],
                            own_a,
                            own_b);
      ++terms;
    }
  }
  return terms ? sum / (float)terms : 0.0f;
}

/* How much faster or slower than the motif: none is free. */
static float
stretch_cost(const struct yeoun_plan *plan, const struct heard *heard, int at)
{
  const struct yeoun_motif *const motif = &plan->analysis.motif;
  const int last = motif->notes - 1;
  if (last < 1 || at + last >= heard->notes) {
    return 1.0f;
  }
  const int32_t own = (motif->slot[last] - motif->slot[0]) * YEOUN_SLOT;
  const int32_t now = heard->start[at + last] - heard->start[at];
  const float ratio = ratio_likeness(own, now, 1, 1);
  return ratio > 0.9f ? 1.0f : 0.75f;
}

/* Turned or reversed, a motif is known by those who look, seldom by the ear. */
static float
best_likeness(const struct yeoun_plan *plan, const struct heard *heard, int at)
{
  static const float worth[] = {1.0f, 0.7f, 0.6f, 0.5f};
  float best = 0.0f;
  for (int kind = 0; kind < 4; ++kind) {
    const float like =
      worth[kind] * likeness(plan, heard, at, kind & 1, kind & 2);
    best = like > best ? like : best;
  }
  return best * stretch_cost(plan, heard, at);
}

static float
motif_trace(const struct yeoun_plan *plan, const struct heard *heard)
{
  const int32_t window = 4 * plan->bar_ticks;
  const int32_t length = plan->bars * plan->bar_ticks;
  float sum = 0.0f;
  int windows = 0;
  int at = 0;
  for (int32_t from = 0; from < length; from += window) {
    float best = 0.0f;
    for (; at < heard->notes && heard->start[at] < from + window; ++at) {
      const float like = best_likeness(plan, heard, at);
      best = like > best ? like : best;
    }
    sum += best;
    ++windows;
  }
  return windows ? sum / (float)windows : 0.0f;
}

static int
count_tones(unsigned tones)
{
  return __builtin_popcount(tones & 0xFFFU);
}

static const struct yeoun_chord *
stated_chord(const struct yeoun_version *stated, int32_t tick)
{
  int s = 0;
  while (s + 1 < stated->spans && stated->span[s + 1].start <= tick) {
    ++s;
  }
  return &stated->span[s].chord;
}

static float
chord_likeness(const struct yeoun_chord *a, const struct yeoun_chord *b)
{
  const float common = (float)count_tones(a->tones & b->tones);
  const float all = (float)count_tones(a->tones | b->tones);
  const float tones = all > 0.0f ? common / all : 0.0f;
  return a->root == b->root ? 0.5f + 0.5f * tones : 0.7f * tones;
}

static float
harmony_kept(const struct yeoun_plan *plan,
             const struct yeoun_version *stated,
             const struct yeoun_score *score)
{
  const int32_t pulse = yeoun_pulse_ticks(plan->meter);
  float sum = 0.0f;
  int pulses = 0;
  for (int32_t tick = 0; tick < plan->bars * plan->bar_ticks; tick += pulse) {
    sum += chord_likeness(stated_chord(stated, tick),
                          &yeoun_harmony_at(score, tick)->chord);
    ++pulses;
  }
  return pulses ? sum / (float)pulses : 0.0f;
}

/* The pitch that sounds at a tick, or that sounded last; -1 before the first.
 */
static int
pitch_at(const struct heard *heard, int32_t tick)
{
  int low = -1;
  int high = heard->notes - 1;
  while (low < high) {
    const int middle = (low + high + 1) / 2;
    if (heard->start[middle] <= tick) {
      low = middle;
    } else {
      high = middle - 1;
    }
  }
  return low < 0 ? -1 : heard->pitch[low];
}

static float
skeleton_kept(const struct yeoun_plan *plan,
              const struct yeoun_tune *tune,
              const struct heard *heard)
{
  float sum = 0.0f;
  float all = 0.0f;
  for (int i = 0; i < tune->notes; ++i) {
    const struct yeoun_line_note *const note = &tune->note[i];
    const int weight =
      yeoun_rhythm_weight(plan->meter, note->slot % plan->slots);
    if (weight < 2) {
      continue;
    }
    const int now = pitch_at(heard, note->slot * YEOUN_SLOT);
    const int off = yeoun_pitch_class(now - note->pitch);
    all += (float)weight;
    sum += now < 0                 ? 0.0f
           : off == 0              ? (float)weight
           : off <= 2 || off >= 10 ? 0.25f * (float)weight
                                   : 0.0f;
  }
  return all > 0.0f ? sum / all : 0.0f;
}

static bool
is_equal(const struct yeoun_tune *tune, const struct heard *heard)
{
  bool same = tune->notes == heard->notes;
  for (int i = 0; same && i < tune->notes; ++i) {
    same = tune->note[i].pitch == heard->pitch[i] &&
           tune->note[i].slot * YEOUN_SLOT == heard->start[i];
  }
  return same;
}

float
yeoun_identity_measure(const struct yeoun_plan *plan,
                       const struct yeoun_version *stated,
                       const struct yeoun_score *score)
{
  static const float less_than_all = 0.995f;
  struct heard heard;
  listen(score, &heard);
  const float harmony = harmony_kept(plan, stated, score);
  const float identity = 0.35f * harmony +
                         0.4f * skeleton_kept(plan, &stated->tune, &heard) +
                         0.25f * motif_trace(plan, &heard);
  if (harmony > 0.9999f && is_equal(&stated->tune, &heard)) {
    return 1.0f;
  }
  return identity < less_than_all ? identity : less_than_all;
}
