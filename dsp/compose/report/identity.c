// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "identity.h"

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

/* 1 the same, less for each semitone off, octaves apart count little. */
static float
interval_likeness(int a, int b)
{
  int off = a - b;
  off = off < 0 ? -off : off;
  if (off <= 1) {
    return 1.0f; /* the same scale step in another place of the key */
  }
  if (off % 12 == 0) {
    return 0.9f;
  }
  return off <= 2 ? 0.5f : off <= 4 ? 0.2f : 0.0f;
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

static float
best_likeness(const struct yeoun_plan *plan, const struct heard *heard, int at)
{
  float best = 0.0f;
  for (int kind = 0; kind < 4; ++kind) {
    const float like = likeness(plan, heard, at, kind & 1, kind & 2);
    best = like > best ? like : best;
  }
  return best;
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

static float
skeleton(const struct yeoun_plan *plan, const struct yeoun_score *score)
{
  int64_t kept = 0;
  int64_t all = 0;
  for (int s = 0; s < score->spans; ++s) {
    const struct yeoun_span *const span = &score->span[s];
    if (span->slot < 0) {
      continue;
    }
    all += span->length;
    const bool same = span->chord.root == plan->analysis.chord[span->slot].root;
    kept += same || span->is_substitute ? span->length : 0;
  }
  return all ? (float)kept / (float)all : 0.0f;
}

float
yeoun_identity_measure(const struct yeoun_plan *plan,
                       const struct yeoun_score *score)
{
  struct heard heard;
  listen(score, &heard);
  return 0.5f * (skeleton(plan, score) + motif_trace(plan, &heard));
}
