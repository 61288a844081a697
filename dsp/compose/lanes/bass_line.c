// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "bass_line.h"

#include <stdlib.h>

#include "lanes.h"
#include "music/palette.h"

/* Closer than CLEAR semitones under a low tune a bass is heard with it, not
   under it. */
enum { CANDIDATES = 8, CLEAR = 9 };

/* What a span's bass may be. */
struct stand {
  int count;
  uint8_t key[CANDIDATES];
  float cost[CANDIDATES];
};

void
yeoun_bass_range(const struct yeoun_lanes *lanes, int *low, int *high)
{
  enum { LOWEST = 33, HIGHEST = 53 };
  const struct yeoun_instrument_facts *const facts =
    yeoun_instrument_facts(lanes->plan->instrument[YEOUN_LANE_BASS]);
  *low = facts->low > LOWEST ? facts->low : LOWEST;
  *high = *low + 18 > HIGHEST ? *low + 18 : HIGHEST;
  *high = *high > facts->high ? facts->high : *high;
}

static float
square(float x)
{
  return x * x;
}

/* Add a pitch class in every octave of the range. */
static void
add_stand(const struct yeoun_lanes *lanes,
          const struct yeoun_span *span,
          int tone,
          float cost,
          struct stand *stand)
{
  int low, high;
  yeoun_bass_range(lanes, &low, &high);
  const float at = (float)span->start / (float)lanes->score->length;
  const float centre = (float)low + 10.0f - 5.0f * at;
  const int tune = yeoun_heard_low(
    &lanes->heard, span->start, span->start + span->length, 127);
  for (int key = low; key <= high && stand->count < CANDIDATES; ++key) {
    if (key % 12 == tone % 12) {
      const bool rubs = yeoun_heard_rubs(
        &lanes->heard, key, span->start, span->start + span->length);
      stand->key[stand->count] = (uint8_t)key;
      stand->cost[stand->count++] =
        cost + (rubs ? 6.0f : 0.0f) +
        (tune - key < CLEAR ? 0.8f * (float)(CLEAR - (tune - key)) : 0.0f) +
        0.012f * square((float)key - centre);
    }
  }
}

/* Places where a chord stands on its root: beginnings and closes. */
static bool
wants_root(const struct yeoun_lanes *lanes, int s)
{
  const struct yeoun_plan *const plan = lanes->plan;
  const struct yeoun_score *const score = lanes->score;
  const int32_t from = score->span[s].start;
  const int32_t to = from + score->span[s].length;
  const int bar = (int)(from / plan->bar_ticks);
  const struct yeoun_phrase_plan *const phrase = yeoun_phrase_at(plan, bar);
  const int32_t begin = phrase->bar * plan->bar_ticks;
  const int32_t end = (phrase->bar + phrase->bars) * plan->bar_ticks;
  const bool closes =
    phrase->cadence == YEOUN_CADENCE_FULL && to > end - 2 * plan->bar_ticks;
  return plan->is_statement || from <= begin || to >= end || closes;
}

/* The third of a chord above its root in semitones; 0 when it has none. */
static int
third_of(const struct yeoun_chord *chord)
{
  return yeoun_tones_hold(chord->tones, chord->root + 4)   ? 4
         : yeoun_tones_hold(chord->tones, chord->root + 3) ? 3
                                                           : 0;
}

static void
list_stands(const struct yeoun_lanes *lanes, int s, struct stand *stand)
{
  const struct yeoun_span *const span = &lanes->score->span[s];
  const struct yeoun_chord *const chord = &span->chord;
  const int bar = (int)(span->start / lanes->plan->bar_ticks);
  const bool is_comic = lanes->plan->pole_of_bar[bar] == YEOUN_COMIC;
  stand->count = 0;
  add_stand(lanes, span, chord->bass, 0.0f, stand);
  if (chord->bass != chord->root || wants_root(lanes, s)) {
    return;
  }
  const int melody = yeoun_heard_at(&lanes->heard, span->start);
  const int third = third_of(chord);
  if (third) {
    const int tone = chord->root + third;
    const bool doubles = melody && (melody - tone) % 12 == 0;
    add_stand(lanes,
              span,
              tone,
              (is_comic ? 1.6f : 0.7f) + (doubles ? 1.5f : 0.0f),
              stand);
  }
  if (yeoun_tones_hold(chord->tones, chord->root + 7) && !is_comic) {
    add_stand(lanes, span, chord->root + 7, 2.2f, stand);
  }
}

/* Steps bind; fourths and fifths stride; the rest is paid for. */
static float
move_cost(int from, int to)
{
  static const float costs[13] = {0.9f,
                                  0.0f,
                                  0.0f,
                                  0.7f,
                                  0.7f,
                                  0.6f,
                                  2.2f,
                                  0.7f,
                                  1.6f,
                                  1.6f,
                                  2.4f,
                                  3.0f,
                                  1.2f};
  const int size = abs(to - from);
  return size > 12 ? 4.0f : costs[size];
}

/* Parallel octaves and fifths with the melody from chord to chord. */
static float
parallel_cost(int from, int to, int melody_from, int melody_to)
{
  if (!melody_from || !melody_to || from == to || melody_from == melody_to) {
    return 0.0f;
  }
  const int before = abs(melody_from - from) % 12;
  const int after = abs(melody_to - to) % 12;
  const bool is_perfect = after == 0 || after == 7;
  return is_perfect && before == after ? 4.0f : 0.0f;
}

void
yeoun_bass_line_find(struct yeoun_lanes *lanes)
{
  const struct yeoun_score *const score = lanes->score;
  const int spans = score->spans;
  uint8_t parent[YEOUN_SPANS_MAX][CANDIDATES] = {{0}};
  uint8_t keys[YEOUN_SPANS_MAX][CANDIDATES];
  struct stand stand[2];
  float total[2][CANDIDATES] = {{0}};
  for (int s = 0; s < spans; ++s) {
    struct stand *const now = &stand[s & 1];
    const struct stand *const before = &stand[(s + 1) & 1];
    list_stands(lanes, s, now);
    const int melody_to = yeoun_heard_at(&lanes->heard, score->span[s].start);
    const int melody_from =
      s ? yeoun_heard_at(&lanes->heard, score->span[s].start - 1) : 0;
    for (int c = 0; c < now->count; ++c) {
      float best = s ? 1e9f : 0.0f;
      for (int b = 0; s && b < before->count; ++b) {
        const float sum =
          total[(s + 1) & 1][b] + move_cost(before->key[b], now->key[c]) +
          parallel_cost(before->key[b], now->key[c], melody_from, melody_to);
        if (sum < best) {
          best = sum;
          parent[s][c] = (uint8_t)b;
        }
      }
      total[s & 1][c] = best + now->cost[c];
      keys[s][c] = now->key[c];
    }
  }
  int best = 0;
  for (int c = 1; spans && c < stand[(spans - 1) & 1].count; ++c) {
    const float *const last = total[(spans - 1) & 1];
    best = last[c] < last[best] ? c : best;
  }
  for (int s = spans - 1; s >= 0; --s) {
    lanes->bass[s] = keys[s][best];
    best = parent[s][best];
  }
}
