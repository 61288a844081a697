// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "search.h"

#include "chords.h"
#include "node_costs.h"

/* What lies beyond the end of a stretch: the place and the one chord that it
   will have. */
struct beyond {
  int place; /* -1 = nothing follows */
  int choice;
};

static struct yeoun_candidates *
candidates_at(struct yeoun_search *search, int place)
{
  return &search->candidates[search->places.place[place].is_parallel];
}

static const struct yeoun_choices *
choices_at(const struct yeoun_search *search, int place)
{
  const struct yeoun_chord_place *const at = &search->places.place[place];
  return &search->candidates[at->is_parallel]
            .choices[at->is_end ? YEOUN_ROW_END : at->slot];
}

float
yeoun_search_share(float distance)
{
  static const float at[][2] = {{0.0f, 1.0f},
                                {0.05f, 0.97f},
                                {0.15f, 0.88f},
                                {0.35f, 0.74f},
                                {0.6f, 0.53f},
                                {1.0f, 0.27f}};
  int i = 1;
  while (i < 5 && distance > at[i][0]) {
    ++i;
  }
  const float along = (distance - at[i - 1][0]) / (at[i][0] - at[i - 1][0]);
  return at[i - 1][1] + along * (at[i][1] - at[i - 1][1]);
}

/* From a chord of one place to one of the next; across modes all are new. */
static float
move(struct yeoun_search *search, int place, int from, int next, int to)
{
  static const float new_mode = 1.0f;
  struct yeoun_candidates *const candidates = candidates_at(search, next);
  return candidates_at(search, place) == candidates
           ? yeoun_candidates_move(candidates, from, to)
           : new_mode;
}

/* Whether a place has the chord of an earlier one. */
static bool
is_tied(const struct yeoun_search *search, int begin, int place)
{
  const struct yeoun_chord_place *const at = &search->places.place[place];
  return at->ties_chord && at->model < begin;
}

/* A place may take a choice: all, or what its model says; where that would lead
   nowhere, and where it is the goal of what stands before, the theme's own. */
static bool
may_take(const struct yeoun_search *search, int begin, int place, int choice)
{
  const int model = search->places.place[place].model;
  if (choice && is_tied(search, begin, place)) {
    return choice == search->main[model];
  }
  const bool is_forced =
    place == 0 || (place == begin && search->tail[place - 1] >= 0 &&
                   !is_tied(search, begin, place));
  return !is_forced || choice == 0;
}

static bool
may_insert(const struct yeoun_search *search, int begin, int place, int insert)
{
  const struct yeoun_chord_place *const at = &search->places.place[place];
  if (at->ties_tail && at->model < begin) {
    return search->tail[at->model] == insert;
  }
  return insert < 0 || search->insert[place][insert] < YEOUN_FORBIDDEN;
}

static float
insert_cost(const struct yeoun_search *search, int begin, int place, int insert)
{
  const struct yeoun_chord_place *const at = &search->places.place[place];
  return at->ties_tail && at->model < begin ? 0.0f
                                            : search->insert[place][insert];
}

/* The best way into one chord of the next place. */
static void
reach(struct yeoun_search *search,
      int begin,
      int place,
      struct beyond next,
      const float *through,
      const uint8_t *from,
      float *cost,
      uint8_t *back,
      int8_t *via)
{
  const struct yeoun_choices *const here = choices_at(search, place);
  const struct yeoun_choices *const there = choices_at(search, next.place);
  struct yeoun_candidates *const of_next = candidates_at(search, next.place);
  const int to = there->main[next.choice];
  *cost = YEOUN_FORBIDDEN;
  *back = 0;
  *via = -1;
  for (int k = 0; k < here->mains && may_insert(search, begin, place, -1);
       ++k) {
    const float way = search->cost[place][k] +
                      move(search, place, here->main[k], next.place, to);
    if (way < *cost) {
      *cost = way;
      *back = (uint8_t)k;
    }
  }
  for (int j = 0; j < there->inserts; ++j) {
    const struct yeoun_insert *const insert = &there->insert[j];
    if (through[j] >= YEOUN_FORBIDDEN ||
        of_next->entry[to].chord.root != insert->target) {
      continue;
    }
    const float way =
      through[j] + yeoun_candidates_move(of_next, insert->entry, to);
    if (way < *cost) {
      *cost = way;
      *back = from[j];
      *via = (int8_t)j;
    }
  }
}

/* The best way to each chord that may be inserted at the end of a place. */
static void
pass_through(struct yeoun_search *search,
             int begin,
             int place,
             int next,
             float through[YEOUN_INSERTS],
             uint8_t from[YEOUN_INSERTS])
{
  const struct yeoun_choices *const here = choices_at(search, place);
  const struct yeoun_choices *const there = choices_at(search, next);
  for (int j = 0; j < there->inserts; ++j) {
    const int entry = there->insert[j].entry;
    struct yeoun_candidates *const of_next = candidates_at(search, next);
    const bool is_one_mode = candidates_at(search, place) == of_next;
    through[j] = YEOUN_FORBIDDEN;
    from[j] = 0;
    for (int k = 0; k < here->mains && may_insert(search, begin, place, j);
         ++k) {
      const bool parts =
        !is_one_mode ||
        yeoun_candidates_part(of_next, here->main[k], entry, there->main[0]);
      const float way = search->cost[place][k] +
                        insert_cost(search, begin, place, j) +
                        move(search, place, here->main[k], next, entry);
      if (way < through[j] && parts) {
        through[j] = way;
        from[j] = (uint8_t)k;
      }
    }
  }
}

static float
node_of(const struct yeoun_search *search,
        int begin,
        int place,
        int k,
        float pull)
{
  static const float untied = 100.0f;
  const struct yeoun_choices *const choices = choices_at(search, place);
  const struct yeoun_chord_place *const at = &search->places.place[place];
  if (is_tied(search, begin, place)) {
    return k == search->main[at->model] ? 0.0f : untied;
  }
  return search->node[place][k] +
         (choices->keeps[k] || choices->leads[k] ? 0.0f : pull + at->pull);
}

/* Where a stretch ends: before a phrase that recalls an earlier one, whose
   chords are known by then. */
static int
end_of(const struct yeoun_search *search, int begin)
{
  const struct yeoun_chord_place *const place = search->places.place;
  int i = begin + 1;
  while (i < search->places.count &&
         !(place[i].ties_chord && place[i].phrase != place[i - 1].phrase)) {
    ++i;
  }
  return i;
}

static struct beyond
beyond_of(const struct yeoun_plan *plan,
          const struct yeoun_search *search,
          int begin,
          int end)
{
  const struct yeoun_chord_place *const place = search->places.place;
  if (end == search->places.count) {
    return plan->request->has_ending ? (struct beyond){-1, 0}
                                     : (struct beyond){0, 0};
  }
  const int model = place[end].model;
  return (struct beyond){end, model < begin ? search->main[model] : 0};
}

static void
go_back(struct yeoun_search *search, int begin, int end, int last)
{
  search->main[end - 1] = (uint8_t)last;
  for (int i = end - 1; i > begin; --i) {
    const int k = search->main[i];
    search->main[i - 1] = search->back[i][k];
    search->tail[i - 1] = search->via[i][k];
  }
}

/* The ways into the first place of a stretch. */
static void
set_out(struct yeoun_search *search, int begin, float pull)
{
  const struct yeoun_choices *const first = choices_at(search, begin);
  for (int k = 0; k < first->mains; ++k) {
    const float way =
      begin && search->tail[begin - 1] < 0
        ? move(search,
               begin - 1,
               choices_at(search, begin - 1)->main[search->main[begin - 1]],
               begin,
               first->main[k])
        : 0.0f;
    search->cost[begin][k] = may_take(search, begin, begin, k)
                               ? way + node_of(search, begin, begin, k, pull)
                               : YEOUN_FORBIDDEN;
  }
}

/* The ways from the place before into all choices of one. */
static void
step(struct yeoun_search *search, int begin, int place, float pull)
{
  float through[YEOUN_INSERTS];
  uint8_t from[YEOUN_INSERTS];
  pass_through(search, begin, place - 1, place, through, from);
  for (int k = 0; k < choices_at(search, place)->mains; ++k) {
    search->cost[place][k] = YEOUN_FORBIDDEN;
    if (may_take(search, begin, place, k)) {
      reach(search,
            begin,
            place - 1,
            (struct beyond){place, k},
            through,
            from,
            &search->cost[place][k],
            &search->back[place][k],
            &search->via[place][k]);
      search->cost[place][k] += node_of(search, begin, place, k, pull);
    }
  }
}

/* One stretch of the form, from the chord before it to the one after it. */
static int
walk(const struct yeoun_plan *plan,
     struct yeoun_search *search,
     float pull,
     int begin)
{
  const int end = end_of(search, begin);
  const struct beyond beyond = beyond_of(plan, search, begin, end);
  uint8_t last = 0;
  int8_t tail = -1;
  set_out(search, begin, pull);
  for (int i = begin + 1; i < end; ++i) {
    step(search, begin, i, pull);
  }
  if (beyond.place >= 0) {
    float through[YEOUN_INSERTS];
    uint8_t from[YEOUN_INSERTS];
    float cost = 0.0f;
    pass_through(search, begin, end - 1, beyond.place, through, from);
    reach(search, begin, end - 1, beyond, through, from, &cost, &last, &tail);
  }
  search->tail[end - 1] = tail;
  go_back(search, begin, end, last);
  return end;
}

/* Share of the time that has the theme's chords. */
static float
kept_share(const struct yeoun_search *search)
{
  int32_t kept = 0;
  int32_t all = 1;
  for (int i = 0; i < search->places.count; ++i) {
    const struct yeoun_chord_place *const place = &search->places.place[i];
    if (place->is_parallel || place->is_end) {
      continue;
    }
    const bool keeps = choices_at(search, i)->keeps[search->main[i]];
    all += place->length;
    kept +=
      keeps ? place->length - (search->tail[i] >= 0 ? place->tail : 0) : 0;
  }
  return (float)kept / (float)all;
}

static float
walk_all(const struct yeoun_plan *plan, struct yeoun_search *search, float pull)
{
  for (int begin = 0; begin < search->places.count;) {
    begin = walk(plan, search, pull, begin);
  }
  return kept_share(search);
}

static float
apart(float a, float b)
{
  return a < b ? b - a : a - b;
}

/* Share of the theme's chords that is to be found: what the way home takes of a
   short form, up to half a bar, is spared elsewhere. */
static float
wanted_share(const struct yeoun_plan *plan)
{
  const float distance = plan->request->distance;
  const bool leads =
    plan->bars >= 8 && plan->bars < 16 && distance >= YEOUN_SEARCH_LEADS_HOME;
  return yeoun_search_share(distance) +
         (leads ? 0.6f * (1.0f - distance) / (float)plan->bars : 0.0f);
}

void
yeoun_search_run(const struct yeoun_plan *plan,
                 unsigned pole,
                 struct yeoun_search *search)
{
  enum { TRIALS = 9 };
  yeoun_node_costs_find(plan, pole, search);
  const float wanted = wanted_share(plan);
  float low = -16.0f;
  float high = 24.0f;
  float best = YEOUN_FORBIDDEN / 100.0f; /* at no distance nothing changes */
  float least = 2.0f;
  for (int i = 0; i < TRIALS && plan->request->distance > 0.0f; ++i) {
    const float pull = i ? 0.5f * (low + high) : 4.0f;
    const float share = walk_all(plan, search, pull);
    if (apart(share, wanted) < least) {
      least = apart(share, wanted);
      best = pull;
    }
    if (share < wanted) {
      low = pull;
    } else {
      high = pull;
    }
  }
  walk_all(plan, search, best);
}

struct yeoun_chord
yeoun_search_chord(const struct yeoun_search *search, int place)
{
  const struct yeoun_chord_place *const at = &search->places.place[place];
  const int entry = choices_at(search, place)->main[search->main[place]];
  return search->candidates[at->is_parallel].entry[entry].chord;
}

bool
yeoun_search_tail(const struct yeoun_search *search,
                  int place,
                  struct yeoun_chord *chord)
{
  if (search->tail[place] < 0) {
    return false;
  }
  const int next = place + 1 < search->places.count ? place + 1 : 0;
  const int entry = choices_at(search, next)->insert[search->tail[place]].entry;
  *chord = search->candidates[search->places.place[next].is_parallel]
             .entry[entry]
             .chord;
  return true;
}
