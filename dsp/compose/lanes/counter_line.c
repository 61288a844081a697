// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "counter_line.h"

#include <stdlib.h>

#include "lanes.h"

enum { KEYS = 28 };

/* What is known of the place of a point. */
struct place {
  const struct yeoun_scale *scale;
  uint16_t chord;
  int melody; /* MIDI key that sounds, or 0 */
  int lowest; /* of the melody while it lasts, or 0 */
  int bass;
  int top; /* highest voice of the chords; 0 = wherever it is */
  int weight;
  bool is_home; /* under the form's last chord */
  int32_t from, to;
};

/* Highest voice of a chord that a second voice should stay above; comic answers
   come from below, 0. */
static int
top_of(const struct yeoun_lanes *lanes, int s)
{
  const struct yeoun_voicing *const voicing = &lanes->voicing[s];
  const int32_t bar = lanes->score->span[s].start / lanes->plan->bar_ticks;
  return lanes->plan->pole_of_bar[bar] == YEOUN_COMIC || !voicing->voices
           ? 0
           : voicing->pitch[voicing->voices - 1];
}

static struct place
place_of(const struct yeoun_lanes *lanes,
         const struct yeoun_counter_point *point)
{
  const int32_t from = point->slot * YEOUN_SLOT;
  const int s = yeoun_harmony_index(lanes->score, from);
  const int slots = lanes->plan->slots;
  return (struct place){
    .scale = &lanes->harmony->scale[s],
    .chord = lanes->score->span[s].chord.tones,
    .melody = yeoun_heard_at(&lanes->heard, from),
    .bass = lanes->bass[s],
    .top = top_of(lanes, s),
    .weight = yeoun_rhythm_weight(lanes->plan->meter, point->slot % slots),
    .lowest = yeoun_heard_low(
      &lanes->heard, from, from + point->length * YEOUN_SLOT, 0),
    .is_home = s + 1 == lanes->score->spans,
    .from = from,
    .to = from + point->length * YEOUN_SLOT};
}

static bool
is_chord_tone(const struct place *place, int key)
{
  return yeoun_tones_hold(place->chord, key);
}

/* What an interval below the melody costs where they meet, by semitones within
   the octave: unison, seconds, thirds, ... */
static float
meeting_cost(int interval, bool is_strong)
{
  static const float strong[12] = {
    2.0f, 7.0f, 5.0f, 0.0f, 0.0f, 2.5f, 4.0f, 1.2f, 0.0f, 0.0f, 3.0f, 6.0f};
  const float cost = strong[interval % 12];
  return is_strong ? cost : 0.35f * cost;
}

/* Whether a line stops at this point, so that nothing follows by which a
   dissonance could resolve. */
static bool
stops_at(const struct yeoun_counter_line *line, int i)
{
  return i + 1 == line->count || line->point[i + 1].is_after_rest;
}

/* What a tone outside the chord costs: little in passing, nearly all where the
   line stops on it. */
static float
foreign_cost(const struct yeoun_counter_line *line,
             const struct yeoun_counter_point *point,
             const struct place *place)
{
  const int i = (int)(point - line->point);
  const bool is_weak = place->weight == 0 && point->length < 4;
  return stops_at(line, i) ? 14.0f : is_weak ? 1.2f : 4.5f;
}

static float
own_cost(const struct yeoun_lanes *lanes,
         const struct yeoun_counter_line *line,
         const struct yeoun_counter_point *point,
         const struct place *place,
         int key)
{
  float cost =
    is_chord_tone(place, key) ? 0.0f : foreign_cost(line, point, place);
  if (yeoun_heard_rubs(&lanes->heard, key, place->from, place->to)) {
    cost += 12.0f;
  }
  if (key <= place->bass + 2) {
    cost += 6.0f;
  }
  /* A voice of its own lies above the chords, not in them. */
  cost += key < place->top    ? 3.0f + 0.4f * (float)(place->top - key)
          : key == place->top ? 2.5f
                              : 0.0f;
  if (place->melody) {
    const int gap = place->melody - key;
    cost += gap < 3    ? 9.0f + (float)-gap
            : gap > 19 ? 0.3f * (float)(gap - 19)
                       : 0.0f;
    cost += gap < 0 ? 6.0f : meeting_cost(gap, place->weight > 0);
    cost += place->lowest - key < 3 ? 4.0f : 0.0f;
    if (line->is_parallel) {
      const bool fits =
        gap == 3 || gap == 4 || gap == 8 || gap == 9 || gap == 15 || gap == 16;
      cost += fits ? 0.0f : 3.0f;
    }
  }
  const float middle = 0.5f * (float)(line->low + line->high);
  const float off = (float)key - middle;
  return cost + 0.01f * off * off;
}

static float
step_cost(int size)
{
  static const float costs[13] = {3.0f,
                                  0.0f,
                                  0.0f,
                                  0.8f,
                                  0.8f,
                                  1.8f,
                                  5.0f,
                                  2.4f,
                                  3.0f,
                                  3.0f,
                                  5.0f,
                                  6.0f,
                                  3.0f};
  return size > 12 ? 8.0f : costs[size];
}

static bool
is_parallel_to(int from, int to, int other_from, int other_to)
{
  const int before = abs(other_from - from) % 12;
  const int after = abs(other_to - to) % 12;
  return other_from && other_to && from != to && other_from != other_to &&
         before == after && (after == 0 || after == 7);
}

static float
move_cost(const struct yeoun_counter_line *line,
          const struct place *before,
          const struct place *now,
          int from,
          int to)
{
  const int move = to - from;
  float cost = step_cost(abs(move));
  /* Dissonances are left by step, and reached so. */
  const bool was_foreign = !is_chord_tone(before, from);
  const bool is_foreign = !is_chord_tone(now, to);
  if ((was_foreign || is_foreign) && (abs(move) > 2 || move == 0)) {
    cost += 6.0f;
  }
  /* What is suspended over the last chord falls into it: after another way the
     chord is left without the tone that was awaited. */
  if (before->is_home && was_foreign && (move >= 0 || move < -2)) {
    cost += 14.0f;
  }
  if (before->melody && now->melody && !line->is_parallel) {
    const int other = now->melody - before->melody;
    cost += move * other > 0 ? 1.2f : move * other < 0 ? -0.8f : 0.0f;
  }
  cost += is_parallel_to(from, to, before->melody, now->melody) ? 8.0f : 0.0f;
  cost += is_parallel_to(from, to, before->bass, now->bass) ? 6.0f : 0.0f;
  return cost;
}

/* How a key is reached best. */
struct way {
  float cost;
  uint8_t parent;
};

static struct way
best_way(const struct yeoun_counter_line *line,
         const struct place *before,
         const struct place *now,
         bool is_free,
         const float old[KEYS],
         int key)
{
  const int keys =
    line->high - line->low + 1 < KEYS ? line->high - line->low + 1 : KEYS;
  struct way way = {.cost = 1e9f};
  for (int b = 0; b < keys; ++b) {
    if (old[b] >= 1e6f) {
      continue;
    }
    const int from = line->low + b;
    const float move = is_free ? 0.3f * step_cost(abs(key - from))
                               : move_cost(line, before, now, from, key);
    if (old[b] + move < way.cost) {
      way = (struct way){old[b] + move, (uint8_t)b};
    }
  }
  return way;
}

void
yeoun_counter_line_find(const struct yeoun_lanes *lanes,
                        struct yeoun_counter_line *line)
{
  uint8_t parent[YEOUN_COUNTER_POINTS][KEYS] = {{0}};
  float total[2][KEYS] = {{0}};
  struct place before = {0};
  const int keys =
    line->high - line->low + 1 < KEYS ? line->high - line->low + 1 : KEYS;
  struct yeoun_random random =
    yeoun_random_stream(line->seed, "counter keys", 0);
  for (int i = 0; i < line->count; ++i) {
    const struct place now = place_of(lanes, &line->point[i]);
    const bool is_free = i == 0 || line->point[i].is_after_rest;
    const uint16_t tones = (uint16_t)(yeoun_scale_tones(now.scale) | now.chord);
    for (int k = 0; k < keys; ++k) {
      const int key = line->low + k;
      float *const cost = &total[i & 1][k];
      if (!yeoun_tones_hold(tones, key)) {
        *cost = 1e6f;
        continue;
      }
      const struct way way =
        i ? best_way(line, &before, &now, is_free, total[(i + 1) & 1], key)
          : (struct way){0};
      parent[i][k] = way.parent;
      *cost = way.cost + own_cost(lanes, line, &line->point[i], &now, key) +
              line->freedom * yeoun_random_unit(&random);
    }
    before = now;
  }
  int best = 0;
  for (int k = 1; line->count && k < keys; ++k) {
    const float *const last = total[(line->count - 1) & 1];
    best = last[k] < last[best] ? k : best;
  }
  for (int i = line->count - 1; i >= 0; --i) {
    line->point[i].pitch = (uint8_t)(line->low + best);
    best = parent[i][best];
  }
}
