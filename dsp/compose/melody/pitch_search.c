// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "pitch_search.h"

#include "music/random.h"

enum {
  PLAIN = YEOUN_LINE_PLAIN,
  ARRIVALS = YEOUN_LINE_ARRIVALS,
  WIDEST = YEOUN_LINE_WIDEST
};

#define STATES (YEOUN_LINE_DEGREES * ARRIVALS)
#define FAR 1e9f

/* A partial line may cost this much more than the best one and live on; a place
   this much more than the best one is not tried. */
#define BEAM 2.0f
#define WIDTH 4.5f

struct search {
  int base;    /* degree number of the lowest candidate */
  int degrees; /* candidates */
  int16_t from_pitch[YEOUN_LINE_DEGREES], to_pitch[YEOUN_LINE_DEGREES];
  int tried; /* places that are worth it */
  uint8_t trial[YEOUN_LINE_DEGREES];
  float cost[2][STATES];                      /* of the lines so far */
  float *before, *now;                        /* those two in turn */
  uint16_t parent[YEOUN_LINE_POINTS][STATES]; /* the state each one came from */
};

static int
size_of(int interval)
{
  return interval < 0 ? -interval : interval;
}

static float
interval_cost(const struct yeoun_line_style *style, int interval)
{
  const int size = size_of(interval);
  if (size == 0) {
    return style->unison;
  }
  if (size <= 2) {
    return style->step;
  }
  if (size <= 4) {
    return style->third;
  }
  const float base = size <= 7 ? style->fourth : style->wide;
  /* Tritones, sevenths and what is wider than an octave do not sing. */
  if (size == 6) {
    return base + 2.5f;
  }
  if (size == 10 || size == 11) {
    return base + 1.5f;
  }
  return size > 12 ? base + 4.0f + 0.5f * (float)(size - 12) : base;
}

static bool
holds(uint16_t tones, int pitch)
{
  return yeoun_tones_hold(tones, pitch);
}

/* What a pitch costs at a point, whatever came before. */
static float
place_cost(const struct yeoun_line_point *point, int degree, int pitch)
{
  const struct yeoun_line_style *const style = &point->manner->style;
  static const float foreign[4] = {0.5f, 1.6f, 3.0f, 4.5f};
  float cost = 0.0f;
  if (!holds(point->chord, pitch)) {
    const int weight = point->weight < 0 ? 0 : point->weight & 3;
    cost += foreign[weight] + (point->length >= 4 ? 1.0f : 0.0f);
  }
  if (point->wanted && !holds(point->wanted, pitch)) {
    cost += 6.0f;
  }
  if ((point->shunned >> (degree % 7)) & 1) {
    cost += style->shun;
  }
  if (point->attraction >= 0) {
    const float off = (float)size_of(degree - point->attraction);
    cost += point->pull * (off < 5.0f ? off : 5.0f);
  }
  const float off = (float)pitch - point->target;
  cost += style->contour * (off < 0.0f ? -off : off);
  if (pitch < style->low || pitch > style->high) {
    const int over =
      pitch < style->low ? style->low - pitch : pitch - style->high;
    cost += 3.0f + (float)over;
  }
  cost += pitch > point->ceiling ? 3.0f : 0.0f;
  const uint64_t shared =
    yeoun_random_mix(point->noise, (uint64_t)(degree - point->shift + 64));
  const uint64_t own = yeoun_random_mix(point->detail, (uint64_t)degree);
  return cost + style->noise *
                  (0.75f * (float)(shared >> 40) + 0.25f * (float)(own >> 40)) /
                  16777216.0f;
}

static float
move_cost(const struct yeoun_line_style *style, int arrival, int interval)
{
  const int size = size_of(interval);
  const float cost = interval_cost(style, interval);
  switch (arrival) {
    case YEOUN_LINE_LEAPT_UP:
      return cost + (interval < 0 && size <= 4 ? 0.0f : style->reversal);
    case YEOUN_LINE_LEAPT_DOWN:
      return cost + (interval > 0 && size <= 4 ? 0.0f : style->reversal);
    case YEOUN_LINE_REPEATED:
      return cost + (size == 0 ? 3.0f : 0.3f);
    /* Nor does a line dither between two notes. */
    case YEOUN_LINE_HELD_UP:
      return cost + (size == 0                   ? 1.2f
                     : interval < 0 && size <= 2 ? style->turning + 0.5f
                                                 : 0.3f);
    case YEOUN_LINE_HELD_DOWN:
      return cost + (size == 0                   ? 1.2f
                     : interval > 0 && size <= 2 ? style->turning + 0.5f
                                                 : 0.3f);
    case YEOUN_LINE_ROSE: /* lines that go on are lines */
      return cost + (interval < 0 && size <= 2 ? style->turning : 0.0f);
    case YEOUN_LINE_FELL:
      return cost + (interval > 0 && size <= 2 ? style->turning : 0.0f);
    default:
      return cost;
  }
}

static uint8_t
arrival_by(int interval)
{
  return interval >= 5    ? YEOUN_LINE_LEAPT_UP
         : interval <= -5 ? YEOUN_LINE_LEAPT_DOWN
         : interval > 0   ? YEOUN_LINE_ROSE
                          : YEOUN_LINE_FELL;
}

/* A repetition remembers which way the line came. */
static int
repetition_after(int arrival)
{
  return arrival == YEOUN_LINE_ROSE   ? YEOUN_LINE_HELD_UP
         : arrival == YEOUN_LINE_FELL ? YEOUN_LINE_HELD_DOWN
                                      : YEOUN_LINE_REPEATED;
}

void
yeoun_line_prepare(const struct yeoun_line_style *style,
                   struct yeoun_line_manner *manner)
{
  manner->style = *style;
  for (int interval = -WIDEST; interval <= WIDEST; ++interval) {
    const int i = interval + WIDEST;
    manner->arrival[i] = arrival_by(interval);
    const bool soars = interval == 8 || interval == 9 || interval == 12;
    for (int a = 0; a < ARRIVALS; ++a) {
      const float cost = move_cost(style, a, interval);
      manner->move[0][a][i] = cost;
      /* A dissonance is left by step. */
      manner->move[1][a][i] = cost + (size_of(interval) > 2 ? 3.0f : 0.0f);
      manner->move[2][a][i] = soars ? -0.8f : cost;
      manner->move[3][a][i] =
        cost + (size_of(interval) > 4 ? style->reversal : 0.0f);
    }
  }
}

/* Four rows side by side, so that none waits for the others. */
static float
best_cost(const float *costs, int count)
{
  float best[4] = {FAR, FAR, FAR, FAR};
  for (int s = 0; s + 3 < count; s += 4) {
    for (int row = 0; row < 4; ++row) {
      best[row] = costs[s + row] < best[row] ? costs[s + row] : best[row];
    }
  }
  for (int s = count & ~3; s < count; ++s) {
    best[0] = costs[s] < best[0] ? costs[s] : best[0];
  }
  const float left = best[0] < best[1] ? best[0] : best[1];
  const float right = best[2] < best[3] ? best[2] : best[3];
  return left < right ? left : right;
}

/* After a rest an interval counts little, and nothing has to be answered. */
static void
extend_over_rest(struct search *search,
                 const struct yeoun_line_manner *manner,
                 int i,
                 int s,
                 const float *place)
{
  const int from = search->from_pitch[s / ARRIVALS];
  for (int t = 0; t < search->tried; ++t) {
    const int d = search->trial[t];
    const int move = search->to_pitch[d] - from + WIDEST;
    const float cost =
      search->before[s] + 0.6f * manner->move[0][PLAIN][move] + place[d];
    const int state = d * ARRIVALS + PLAIN;
    if (cost < search->now[state]) {
      search->now[state] = cost;
      search->parent[i][state] = (uint16_t)s;
    }
  }
}

/* Extend every living partial line by one point. */
static void
extend(struct search *search,
       const struct yeoun_line_point *points,
       int i,
       const float *place)
{
  const int states = search->degrees * ARRIVALS;
  const float limit = best_cost(search->before, states) + BEAM;
  const struct yeoun_line_manner *const manner = points[i].manner;
  for (int s = 0; s < states; ++s) {
    if (search->before[s] > limit) {
      continue;
    }
    if (points[i].is_after_rest) {
      extend_over_rest(search, manner, i, s, place);
      continue;
    }
    const int from = search->from_pitch[s / ARRIVALS];
    const bool foreign = !holds(points[i - 1].chord, from);
    const int kind = points[i].is_leap ? 2 : points[i].is_last ? 3 : foreign;
    const float *const move = manner->move[kind][s % ARRIVALS];
    const int repetition = repetition_after(s % ARRIVALS);
    for (int t = 0; t < search->tried; ++t) {
      const int d = search->trial[t];
      const int interval = search->to_pitch[d] - from + WIDEST;
      const float cost = search->before[s] + move[interval] + place[d];
      const int state =
        d * ARRIVALS +
        (interval == WIDEST ? repetition : manner->arrival[interval]);
      if (cost < search->now[state]) {
        search->now[state] = cost;
        search->parent[i][state] = (uint16_t)s;
      }
    }
  }
}

static void
place_costs(struct search *search,
            const struct yeoun_line_point *point,
            float *place)
{
  for (int d = 0; d < search->degrees; ++d) {
    const int degree = search->base + d;
    search->from_pitch[d] = search->to_pitch[d];
    search->to_pitch[d] = (int16_t)yeoun_scale_pitch(point->scale, degree);
    if (point->fixed >= 0) {
      place[d] = degree == point->fixed ? 0.0f : FAR;
      continue;
    }
    place[d] = place_cost(point, degree, search->to_pitch[d]);
  }
}

static void
choose_trials(struct search *search, const float *place)
{
  const float limit = best_cost(place, search->degrees) + WIDTH;
  search->tried = 0;
  for (int d = 0; d < search->degrees; ++d) {
    if (place[d] <= limit) {
      search->trial[search->tried++] = (uint8_t)d;
    }
  }
}

static void
span_candidates(struct search *search,
                const struct yeoun_line_point *points,
                int count)
{
  int low =
    yeoun_scale_nearest(points[0].scale, points[0].manner->style.low) - 1;
  int high =
    yeoun_scale_nearest(points[0].scale, points[0].manner->style.high) + 1;
  for (int i = 1; i < count; ++i) {
    const struct yeoun_line_style *const style = &points[i].manner->style;
    if (points[i].manner != points[i - 1].manner) {
      const int lowest = yeoun_scale_nearest(points[i].scale, style->low) - 1;
      const int highest = yeoun_scale_nearest(points[i].scale, style->high) + 1;
      low = lowest < low ? lowest : low;
      high = highest > high ? highest : high;
    }
  }
  for (int i = 0; i < count; ++i) {
    if (points[i].fixed >= 0) {
      low = points[i].fixed < low ? points[i].fixed : low;
      high = points[i].fixed > high ? points[i].fixed : high;
    }
  }
  search->base = low < 0 ? 0 : low;
  search->degrees = high - search->base + 1;
  if (search->degrees > YEOUN_LINE_DEGREES) {
    search->degrees = YEOUN_LINE_DEGREES;
  }
}

void
yeoun_line_find(const struct yeoun_line_point *points,
                int count,
                int16_t *degree)
{
  struct search search;
  float place[YEOUN_LINE_DEGREES];
  if (count < 1) {
    return;
  }
  span_candidates(&search, points, count);
  const int states = search.degrees * ARRIVALS;
  for (int i = 0; i < count; ++i) {
    search.before = search.cost[(i + 1) & 1];
    search.now = search.cost[i & 1];
    for (int s = 0; s < states; ++s) {
      search.now[s] = FAR;
      search.parent[i][s] = 0;
    }
    place_costs(&search, &points[i], place);
    choose_trials(&search, place);
    if (i > 0) {
      extend(&search, points, i, place);
      continue;
    }
    for (int d = 0; d < search.degrees; ++d) {
      search.now[d * ARRIVALS] = place[d];
    }
  }
  int best = 0;
  for (int s = 1; s < states; ++s) {
    best = search.now[s] < search.now[best] ? s : best;
  }
  for (int i = count - 1; i >= 0; --i) {
    /* A given note stands, also beyond what can be searched. */
    degree[i] = points[i].fixed >= 0 ? points[i].fixed
                                     : (int16_t)(search.base + best / ARRIVALS);
    best = search.parent[i][best];
  }
}
