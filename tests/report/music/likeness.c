// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "likeness.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* The span in which a tick lies; NULL when there is none. */
static const struct yeoun_span *
span_at(const struct yeoun_score *score, int32_t tick)
{
  for (int s = 0; s < score->spans; ++s) {
    const struct yeoun_span *const span = &score->span[s];
    if (tick >= span->start && tick < span->start + span->length) {
      return span;
    }
  }
  return NULL;
}

double
likeness_skeleton(const struct yeoun_score *score,
                  const struct yeoun_theme *theme)
{
  double kept = 0.0;
  double all = 0.0;
  for (int s = 0; s < score->spans; ++s) {
    const struct yeoun_span *const span = &score->span[s];
    if (span->slot < 0 || span->slot >= theme->chords) {
      continue;
    }
    const struct yeoun_chord *const own = &theme->chord[span->slot];
    const int common = __builtin_popcount(span->chord.tones & own->tones);
    const bool is_tritone = (span->chord.root + 6) % 12 == own->root;
    const bool is_kept = span->chord.root == own->root ||
                         (span->is_substitute && (common >= 2 || is_tritone));
    kept += is_kept ? span->length : 0;
    all += span->length;
  }
  return all > 0.0 ? kept / all : 0.0;
}

double
likeness_roots(const struct yeoun_score *score, const struct yeoun_theme *theme)
{
  enum { ROW = YEOUN_SPANS_MAX };
  int root[ROW];
  int roots = 0;
  for (int s = 0; s < score->spans; ++s) {
    const int next = score->span[s].chord.root;
    if (roots == 0 || root[roots - 1] != next) {
      root[roots++] = next;
    }
  }
  double best = 0.0;
  for (int shift = 0; shift < theme->chords; ++shift) {
    int row[2][ROW + 1] = {{0}};
    for (int i = 0; i < roots; ++i) {
      const int own = theme->chord[(i + shift) % theme->chords].root;
      for (int j = 0; j < roots; ++j) {
        const int *const above = row[i & 1];
        int *const here = row[(i + 1) & 1];
        const int longer = above[j + 1] > here[j] ? above[j + 1] : here[j];
        here[j + 1] = own == root[j] ? above[j] + 1 : longer;
      }
    }
    const double like = roots ? (double)row[roots & 1][roots] / roots : 0.0;
    best = like > best ? like : best;
  }
  return best;
}

double
likeness_rhythm(const struct tune *a, const struct tune *b)
{
  enum { PLACES = 16 };
  const int32_t length = a->length < b->length ? a->length : b->length;
  const int bars = (int)(length / a->bar);
  double sum = 0.0;
  for (int bar = 0; bar < bars; ++bar) {
    uint32_t set[2] = {0, 0};
    for (int i = 0; i < a->notes; ++i) {
      if (a->start[i] / a->bar == bar) {
        set[0] |= 1u << (a->start[i] % a->bar * PLACES / a->bar);
      }
    }
    for (int i = 0; i < b->notes; ++i) {
      if (b->start[i] / b->bar == bar) {
        set[1] |= 1u << (b->start[i] % b->bar * PLACES / b->bar);
      }
    }
    const int swap = __builtin_popcount(set[1]) > __builtin_popcount(set[0]);
    const uint32_t fuller = set[swap];
    const uint32_t other = set[!swap];
    double moves = 0.0;
    for (int p = 0; p < PLACES; ++p) {
      int nearest = PLACES / 2;
      for (int q = 0; q < PLACES; ++q) {
        if (other >> q & 1 && abs(p - q) < nearest) {
          nearest = abs(p - q);
        }
      }
      moves += fuller >> p & 1 ? nearest : 0;
    }
    const int onsets = __builtin_popcount(fuller);
    sum += onsets ? moves / (onsets * PLACES / 2.0) : 0.0;
  }
  return bars ? sum / bars : 0.0;
}

static void
weigh_pitch_classes(const struct yeoun_score *score, double weight[12])
{
  double all = 0.0;
  for (int c = 0; c < 12; ++c) {
    weight[c] = 0.0;
  }
  for (int i = 0; i < score->notes; ++i) {
    if (score->note[i].lane != YEOUN_LANE_DRUMS) {
      weight[score->note[i].pitch * 7 % 12] += score->note[i].length;
      all += score->note[i].length;
    }
  }
  for (int c = 0; c < 12 && all > 0.0; ++c) {
    weight[c] /= all;
  }
}

/* On a circle the least work is the sum of absolute deviations of the running
   sums from their median. */
double
likeness_pitch_classes(const struct yeoun_score *a, const struct yeoun_score *b)
{
  double x[12];
  double y[12];
  double running[12];
  weigh_pitch_classes(a, x);
  weigh_pitch_classes(b, y);
  double sum = 0.0;
  for (int c = 0; c < 12; ++c) {
    sum += x[c] - y[c];
    running[c] = sum;
  }
  double least = 1e9;
  for (int m = 0; m < 12; ++m) {
    double work = 0.0;
    for (int c = 0; c < 12; ++c) {
      work += fabs(running[c] - running[m]);
    }
    least = work < least ? work : least;
  }
  return least / 6.0;
}

double
likeness_harmony(const struct yeoun_score *a, const struct yeoun_score *b)
{
  const int32_t length = a->length < b->length ? a->length : b->length;
  const int32_t step = YEOUN_BEAT / 2;
  int different = 0;
  int all = 0;
  for (int32_t at = 0; at < length; at += step) {
    const struct yeoun_span *const x = span_at(a, at);
    const struct yeoun_span *const y = span_at(b, at);
    different += x && y && x->chord.root != y->chord.root;
    ++all;
  }
  return all ? (double)different / all : 0.0;
}

static int
count_missing(const struct yeoun_score *a,
              const struct yeoun_score *b,
              unsigned lanes,
              int *all)
{
  int missing = 0;
  int from = 0;
  for (int i = 0; i < a->notes; ++i) {
    const struct yeoun_note *const note = &a->note[i];
    if (!(lanes >> note->lane & 1)) {
      continue;
    }
    ++*all;
    while (from < b->notes && b->note[from].start < note->start) {
      ++from;
    }
    bool is_found = false;
    for (int j = from; j < b->notes && b->note[j].start == note->start; ++j) {
      is_found |=
        b->note[j].lane == note->lane && b->note[j].pitch == note->pitch;
    }
    missing += !is_found;
  }
  return missing;
}

double
likeness_notes(const struct yeoun_score *a,
               const struct yeoun_score *b,
               unsigned lanes)
{
  int all = 0;
  const int missing =
    count_missing(a, b, lanes, &all) + count_missing(b, a, lanes, &all);
  return all ? (double)missing / all : 0.0;
}

double
likeness_distance(const struct yeoun_score *a, const struct yeoun_score *b)
{
  struct tune x;
  struct tune y;
  tune_take(a, YEOUN_LANE_MELODY, &x);
  tune_take(b, YEOUN_LANE_MELODY, &y);
  return (likeness_harmony(a, b) + likeness_melody(&x, &y) +
          likeness_rhythm(&x, &y) + likeness_pitch_classes(a, b)) /
         4.0;
}
