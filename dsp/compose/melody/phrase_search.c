// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "phrase_search.h"

#include "music/random.h"

/* A pitch that a note could have. */
struct choice {
  int16_t pitch, degree;
  bool is_tone; /* of the chord */
  float own;    /* what it costs whatever came before */
  float draw;
};

static float
absolute(float x)
{
  return x < 0.0f ? -x : x;
}

static int
distance(int a, int b)
{
  return a < b ? b - a : a - b;
}

/* What an interval costs by its size alone. */
static float
size_cost(const struct yeoun_line_taste *taste, int size)
{
  static const uint8_t kinds[13] = {0, 1, 1, 2, 2, 3, 7, 3, 4, 4, 6, 6, 5};
  const float cost[] = {taste->repeat,
                        taste->step,
                        taste->third,
                        taste->fourth,
                        taste->sixth,
                        taste->octave,
                        taste->other,
                        taste->tritone};
  return size > 12 ? taste->other + 1.5f * (float)(size - 12)
                   : cost[kinds[size]];
}

/* A foreign note: dear where the metre weighs and when it lasts. */
static float
harmony_cost(const struct yeoun_line_task *task,
             const struct yeoun_line_spot *spot,
             int pitch,
             bool is_tone)
{
  static const float by_weight[] = {0.4f, 1.6f, 2.6f, 3.6f};
  float cost = 0.0f;
  if (!is_tone) {
    cost += task->taste->dissonance * by_weight[spot->weight];
    cost += spot->length >= 4 ? 1.5f : 0.0f;
    cost += spot->length >= 8 ? 3.0f : 0.0f;
    /* A semitone over the root rubs with the bass. */
    cost +=
      spot->length >= 4 && pitch % 12 == (spot->root + 1) % 12 ? 2.5f : 0.0f;
  }
  if (spot->length >= 4 && !yeoun_tones_hold(spot->chord_later, pitch)) {
    cost += spot->is_last ? 5.0f : 2.0f;
  }
  if (spot->wanted && !yeoun_tones_hold(spot->wanted, pitch)) {
    cost += 9.0f;
  }
  return cost;
}

static float
place_cost(const struct yeoun_line_task *task,
           const struct yeoun_line_spot *spot,
           int pitch)
{
  const float off = ((float)pitch - spot->target) / task->taste->wideness;
  float cost = off * off;
  if (pitch > task->ceiling) {
    cost += 3.0f * (float)(pitch - task->ceiling);
  }
  const bool is_asked =
    !spot->wanted || yeoun_tones_hold(spot->wanted, spot->model);
  if (spot->model >= 0 && pitch != spot->model && is_asked) {
    const float far = (float)distance(pitch, spot->model);
    cost += spot->model_pull * (0.7f + 0.3f * (far > 6.0f ? 6.0f : far));
  }
  return cost;
}

static int
list_choices(const struct yeoun_line_task *task,
             int index,
             struct choice choice[YEOUN_LINE_CHOICES])
{
  const struct yeoun_line_spot *const spot = &task->spot[index];
  struct yeoun_random random =
    yeoun_random_stream(task->seed, "line", (uint32_t)spot->slot);
  int count = 0;
  int degree = yeoun_scale_nearest(spot->scale, task->low - 1);
  for (; count < YEOUN_LINE_CHOICES; ++degree) {
    const int pitch = yeoun_scale_pitch(spot->scale, degree) + spot->accidental;
    const float draw = yeoun_random_unit(&random);
    if (pitch > task->high) {
      break;
    }
    if (pitch < task->low || !yeoun_tones_hold(spot->mode, pitch)) {
      continue;
    }
    const bool is_tone = yeoun_tones_hold(spot->chord, pitch);
    choice[count++] = (struct choice){
      .pitch = (int16_t)pitch,
      .degree = (int16_t)degree,
      .is_tone = is_tone,
      .own = harmony_cost(task, spot, pitch, is_tone) +
             place_cost(task, spot, pitch),
      .draw = task->taste->temperature * draw,
    };
  }
  return count;
}

/* Where a leap lands: away from the middle it wants to turn, towards it it may
   go on (68 against 26 % in folk songs). */
static float
turn_cost(const struct yeoun_line_task *task,
          const struct yeoun_line_state *from,
          int step)
{
  const int last = from->pitch - from->before;
  if (from->before < 0 || distance(from->pitch, from->before) < 5) {
    /* A step goes on: 56 % after a fall, 52 after a rise. */
    const bool goes_on = (last > 0 && step > 0) || (last < 0 && step < 0);
    return goes_on ? -0.15f : 0.0f;
  }
  const bool rose = last > 0;
  const bool is_away = rose == ((float)from->pitch > task->centre);
  const bool goes_on = step != 0 && rose == (step > 0);
  if (!goes_on) {
    /* A leap back at once is a zigzag. */
    const int size = distance(step, 0);
    return size == 0 ? 0.0f : size <= 2 ? -0.4f : size >= 5 ? 1.4f : 0.2f;
  }
  return (is_away ? 1.6f : 0.3f) + (distance(step, 0) > 2 ? 1.5f : 0.0f);
}

/* What a dissonance owes: a step, down rather than up, into a chord tone. */
static float
resolution_cost(const struct yeoun_line_state *from,
                const struct choice *to,
                int step)
{
  if (!from->owes) {
    return 0.0f;
  }
  const int size = distance(step, 0);
  if (size > 2) {
    return 4.0f;
  }
  return (size == 0  ? 1.5f
          : step > 0 ? 0.5f
                     : 0.0f) +
         (to->is_tone ? 0.0f : 0.8f);
}

/* A fall at the end of a phrase that readers hear as one. */
enum { FALL = 9 };

/* What the step into a phrase's last note costs beside its size: it comes home
   by step, which a repeated note or a leap does not prepare; the last phrase of
   all rather than others. */
static float
landing_cost(const struct yeoun_line_task *task, int step)
{
  const int size = distance(step, 0);
  const float dear = task->is_final ? 3.0f : 0.8f;
  return (step <= -FALL ? 4.0f : 0.0f) + (size == 0 || size > 2 ? dear : 0.0f);
}

/* a b a b, which nowhere says less than on the way to the end. */
static float
dither_cost(const struct yeoun_line_task *task,
            const struct yeoun_line_state *from,
            int pitch)
{
  const bool dithers =
    pitch == from->before && from->third == from->pitch && pitch != from->pitch;
  return !dithers ? 0.0f : task->is_final ? 4.0f : 2.0f;
}

static float
move_cost(const struct yeoun_line_task *task,
          const struct yeoun_line_spot *spot,
          const struct yeoun_line_state *from,
          const struct choice *to)
{
  if (from->pitch < 0) {
    return 0.0f;
  }
  const int step = to->pitch - from->pitch;
  const int size = distance(step, 0);
  float cost = size_cost(task->taste, size);
  /* Steps fall more than they rise, leaps rise more than they fall. */
  cost += size <= 2 ? (step > 0 ? 0.2f : 0.0f) : (step < 0 ? 0.4f : 0.0f);
  if (spot->is_after_rest) {
    /* A phrase may begin anywhere near. */
    return 0.4f * cost;
  }
  cost += turn_cost(task, from, step) + resolution_cost(from, to, step);
  if (!to->is_tone && size > 2) {
    /* Leapt into: an appoggiatura on the beat, a blemish off it. */
    cost += spot->weight > 0 && spot->length >= 2 ? 1.2f : 2.5f;
  }
  if (size == 0) {
    cost += from->repeats > 1 ? 3.0f : from->repeats ? 1.2f : 0.0f;
  }
  return cost + dither_cost(task, from, to->pitch) +
         (spot->is_last ? landing_cost(task, step) : 0.0f);
}

static float
motif_cost(const struct yeoun_line_spot *spot,
           const struct yeoun_line_state *from,
           const struct choice *to)
{
  if (spot->motif_pull <= 0.0f || from->said == INT16_MIN) {
    return 0.0f;
  }
  const int off = distance(to->degree - from->said, spot->motif_step);
  return spot->motif_pull * (off > 4 ? 4.0f : (float)off);
}

/* What a choice costs after a hypothesis, all told. */
static float
cost_of(const struct yeoun_line_task *task,
        const struct yeoun_line_spot *spot,
        const struct yeoun_line_state *from,
        const struct choice *to)
{
  const bool is_second_peak =
    to->pitch == from->peak && to->pitch != from->pitch;
  return to->own + move_cost(task, spot, from, to) +
         motif_cost(spot, from, to) +
         (!is_second_peak      ? 0.0f
          : task->peak_matters ? 0.9f
                               : 0.2f);
}

static struct yeoun_line_state
follow(const struct yeoun_line_spot *spot,
       const struct yeoun_line_state *from,
       uint8_t parent,
       float cost,
       const struct choice *to)
{
  const bool is_repeat = to->pitch == from->pitch;
  const bool is_peak = to->pitch > from->peak;
  return (struct yeoun_line_state){
    .cost = from->cost + cost,
    .draws = from->draws + to->draw,
    .pitch = to->pitch,
    .before = from->pitch,
    .third = from->before,
    .peak = is_peak ? to->pitch : from->peak,
    .repeats = is_repeat ? (uint8_t)(from->repeats + 1) : 0,
    .said = spot->is_said ? to->degree : from->said,
    .owes = !to->is_tone,
    .parent = parent,
  };
}

/* Put a hypothesis where it belongs; the dearest falls out. Two that end alike
   cannot both be of use. */
static void
keep(struct yeoun_line_state *beam,
     uint8_t *states,
     const struct yeoun_line_state *state)
{
  const float sum = state->cost + state->draws;
  int at = *states;
  for (int i = 0; i < *states; ++i) {
    if (beam[i].pitch == state->pitch && beam[i].before == state->before &&
        beam[i].peak == state->peak) {
      if (beam[i].cost + beam[i].draws <= sum) {
        return;
      }
      for (int j = i; j + 1 < *states; ++j) {
        beam[j] = beam[j + 1];
      }
      at = --*states;
      break;
    }
  }
  if (at == YEOUN_LINE_BEAM) {
    if (beam[at - 1].cost + beam[at - 1].draws <= sum) {
      return;
    }
    --at;
  } else {
    ++*states;
  }
  for (; at > 0 && beam[at - 1].cost + beam[at - 1].draws > sum; --at) {
    beam[at] = beam[at - 1];
  }
  beam[at] = *state;
}

/* Intervals wider than this no line has. */
enum { WIDEST = 16 };

/* No move earns more than this. */
#define EARNED 0.6f

/* Try all choices after one hypothesis. What costs more than the beam has room
   for is not looked at any further. */
static void
branch(const struct yeoun_line_task *task,
       struct yeoun_line_scratch *scratch,
       int i,
       const struct yeoun_line_state *from,
       uint8_t parent,
       const struct choice *choice,
       int choices)
{
  const struct yeoun_line_spot *const spot = &task->spot[i];
  struct yeoun_line_state *const beam = scratch->state[i];
  for (int c = 0; c < choices; ++c) {
    const struct choice *const to = &choice[c];
    const struct yeoun_line_state *const last = &beam[YEOUN_LINE_BEAM - 1];
    const float room = scratch->states[i] == YEOUN_LINE_BEAM
                         ? last->cost + last->draws - from->cost - from->draws
                         : 1e9f;
    if (to->own + to->draw - EARNED > room ||
        (from->pitch >= 0 && distance(from->pitch, to->pitch) > WIDEST)) {
      continue;
    }
    const float cost = cost_of(task, spot, from, to);
    if (cost + to->draw < room) {
      const struct yeoun_line_state state =
        follow(spot, from, parent, cost, to);
      keep(beam, &scratch->states[i], &state);
    }
  }
}

static void
advance(const struct yeoun_line_task *task,
        struct yeoun_line_scratch *scratch,
        int i)
{
  struct choice choice[YEOUN_LINE_CHOICES];
  const int choices = list_choices(task, i, choice);
  const struct yeoun_line_state open = {.pitch = (int16_t)task->before,
                                        .before = -1,
                                        .third = -1,
                                        .said = INT16_MIN};
  scratch->states[i] = 0;
  const int parents = i ? scratch->states[i - 1] : 1;
  for (int p = 0; p < parents; ++p) {
    branch(task,
           scratch,
           i,
           i ? &scratch->state[i - 1][p] : &open,
           (uint8_t)p,
           choice,
           choices);
  }
}

void
yeoun_phrase_search(const struct yeoun_line_task *task,
                    struct yeoun_line_scratch *scratch,
                    struct yeoun_line_found *found)
{
  for (int i = 0; i < task->count; ++i) {
    advance(task, scratch, i);
  }
  int best = 0;
  found->cost =
    absolute(scratch->state[task->count - 1][0].cost) / (float)task->count;
  for (int i = task->count - 1; i >= 0; --i) {
    found->pitch[i] = (uint8_t)scratch->state[i][best].pitch;
    best = scratch->state[i][best].parent;
  }
}
