// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "melody.h"

#include "contour.h"
#include "interval_costs.h"
#include "korean.h"
#include "pitch_search.h"
#include "skeleton.h"

/* Points of one section, with the scales that they point to. */
struct section {
  int count;
  struct yeoun_line_point point[YEOUN_LINE_POINTS];
  struct yeoun_scale scale[YEOUN_LINE_POINTS];
  int16_t degree[YEOUN_LINE_POINTS];
  int16_t slot[YEOUN_LINE_POINTS];
};

/* Where the melody lies: where it is asked to, and where its instrument sings.
 */
static float
melody_centre(const struct yeoun_plan *plan, unsigned pole)
{
  const float half = 0.5f * plan->pole_feature[pole][YEOUN_FEATURE_RANGE];
  const float lowest = (float)plan->low[pole] + half;
  const float highest = (float)plan->high[pole] - half;
  float centre = yeoun_plan_register(plan, pole);
  centre = centre > highest ? highest : centre;
  return centre < lowest ? lowest : centre;
}

static void
add_point(const struct yeoun_plan *plan,
          const struct yeoun_score *score,
          const struct yeoun_harmony *harmony,
          const struct yeoun_frame *frame,
          int slot,
          struct section *section)
{
  if (section->count >= YEOUN_LINE_POINTS) {
    return;
  }
  const int i = section->count++;
  const int s = yeoun_harmony_index(score, slot * YEOUN_SLOT);
  const bool rests = slot > 0 && frame->place[slot - 1].is_rest;
  section->scale[i] = harmony->scale[s];
  section->slot[i] = (int16_t)slot;
  section->point[i] = (struct yeoun_line_point){
    .scale = &section->scale[i],
    .chord = score->span[s].chord.tones,
    .weight = (int8_t)yeoun_rhythm_weight(plan->meter, slot % plan->slots),
    .fixed = frame->place[slot].fixed,
    .attraction = -1,
    .is_after_rest = rests,
  };
}

/* An anacrusis comes by step to the note that it leads to: from below, where
   there is room. */
static void
lead(const struct yeoun_frame *frame, int slot, struct yeoun_line_point *point)
{
  int steps = 0;
  while (slot < frame->slots && frame->place[slot].leads_in) {
    steps += frame->place[slot++].is_onset;
  }
  if (steps && slot < frame->slots && frame->place[slot].fixed >= 0) {
    const int below = frame->place[slot].fixed - steps;
    const bool has_room =
      yeoun_scale_pitch(point->scale, below) >= point->manner->style.low;
    point->attraction = (int16_t)(has_room ? below : below + 2 * steps);
    point->pull = 2.0f;
    point->target = (float)yeoun_scale_pitch(point->scale, point->attraction);
  }
}

static int
end_of_note(const struct yeoun_frame *frame, int slot)
{
  int end = slot + 1;
  while (end < frame->slots && !frame->place[end].is_onset &&
         !frame->place[end].is_rest) {
    ++end;
  }
  return end;
}

/* A close asks for a stable tone: the tonic or third where a block ends, a tone
   of the chord elsewhere. */
static uint16_t
wanted_at(const struct yeoun_plan *plan,
          const struct yeoun_unit *unit,
          const struct yeoun_score *score,
          const struct yeoun_frame *frame,
          int slot)
{
  const int end = (unit->bar + unit->bars) * plan->slots;
  if (!unit->ends_phrase || slot < end - plan->slots ||
      frame->place[slot].leads_in) {
    return 0;
  }
  for (int later = slot + 1; later < end && later < frame->slots; ++later) {
    if (frame->place[later].is_onset && !frame->place[later].leads_in) {
      return 0;
    }
  }
  const struct yeoun_chord chord =
    yeoun_harmony_at(score, slot * YEOUN_SLOT)->chord;
  const unsigned tonic = 1U << plan->analysis.key.tonic;
  const bool is_over = plan->request->has_ending && unit->ends_block &&
                       unit->bar + unit->bars == plan->bars;
  if (is_over || (unit->ends_block && (chord.tones & tonic))) {
    return (uint16_t)tonic;
  }
  return chord.tones;
}

/* What a melody is found from. */
struct task {
  const struct yeoun_plan *plan;
  const struct yeoun_score *score;
  const struct yeoun_harmony *harmony;
  const struct yeoun_frame *frame;
  const struct yeoun_tune *model; /* the statement, NULL for itself */
  const struct yeoun_line_manner *manner[YEOUN_POLES];
  float centre[YEOUN_POLES];
  uint64_t seed;
};

/* The statement's degree, in the octave of this melody. Its notes pull where
   they begin; between them the line is free. */
static void
attract(const struct task *task,
        unsigned pole,
        int slot,
        struct yeoun_line_point *point)
{
  const int at = task->model ? yeoun_tune_at(task->model, slot) : -1;
  if (at < 0) {
    return;
  }
  const struct yeoun_line_note *const note = &task->model->note[at];
  const int near = yeoun_scale_nearest(point->scale, note->pitch);
  const int mine = yeoun_scale_nearest(point->scale, (int)point->target);
  const int octaves = (mine - near + (mine > near ? 3 : -3)) / 7;
  /* Wide comic leaps need a longer leash. */
  const float pull = 0.7f * (1.0f - task->plan->request->distance) *
                     (pole == YEOUN_COMIC ? 0.3f : 1.0f);
  point->attraction = (int16_t)(near + 7 * octaves);
  point->pull = note->slot == slot ? pull : 0.12f * pull;
}

/* A romantic phrase has one leap of a sixth or an octave: to the first free
   note on a pulse in the bar that drives at its close. */
static bool
soars_at(const struct yeoun_plan *plan,
         const struct yeoun_unit *unit,
         const struct yeoun_frame *frame,
         int slot)
{
  const int begin = unit->bar * plan->slots;
  if (plan->pole_of_bar[unit->bar] != YEOUN_ROMANTIC || !unit->ends_phrase ||
      unit->bars < 2) {
    return false;
  }
  for (int at = begin + 1; at < begin + plan->slots; ++at) {
    const struct yeoun_place *const place = &frame->place[at];
    if (place->is_onset && place->fixed < 0 &&
        yeoun_rhythm_weight(plan->meter, at - begin) > 0) {
      return at == slot;
    }
  }
  return false;
}

/* The bar before a close goes somewhere: up in romantic music, else down. */
static float
drive_at(const struct yeoun_plan *plan, const struct yeoun_unit *unit, int slot)
{
  static const float reach = 4.0f; /* semitones, either way */
  const int bar = unit->bar + unit->bars - 2;
  if (!unit->ends_phrase || unit->bars < 2 || slot / plan->slots != bar) {
    return 0.0f;
  }
  const float part = (float)(slot % plan->slots) / (float)plan->slots;
  const float way = plan->pole_of_bar[bar] == YEOUN_ROMANTIC ? 1.0f : -1.0f;
  return way * reach * (2.0f * part - 1.0f);
}

/* The phrase that has the climax: at two thirds of the form. */
static bool
is_climax(const struct yeoun_plan *plan, int slot)
{
  const int bar = slot / plan->slots;
  const int phrases = (plan->bars + 3) / 4;
  return phrases < 2 || bar / 4 == (2 * phrases) / 3;
}

static void
add_onset(const struct task *task,
          const struct yeoun_unit *unit,
          int slot,
          struct section *section)
{
  const struct yeoun_plan *const plan = task->plan;
  add_point(plan, task->score, task->harmony, task->frame, slot, section);
  struct yeoun_line_point *const point = &section->point[section->count - 1];
  const int length = end_of_note(task->frame, slot) - slot;
  const unsigned pole = plan->pole_of_bar[slot / plan->slots];
  /* Each mood has turns of its own. */
  const uint64_t rhyme = yeoun_random_mix(
    task->seed, yeoun_plan_rhyme(unit) + (task->model ? 16U * pole : 0U));
  point->length = (int8_t)(length > 64 ? 64 : length);
  point->manner = task->manner[pole];
  point->target =
    task->centre[pole] + yeoun_contour_at(plan, slot, task->model == NULL);
  point->noise =
    yeoun_random_mix(rhyme, (uint64_t)(slot - unit->bar * plan->slots));
  point->shift = task->frame->place[slot].shift;
  point->detail = yeoun_random_mix(task->seed, 4096U + (uint64_t)slot);
  point->shunned = task->model ? yeoun_korean_shunned(plan) : 0;
  point->wanted = wanted_at(plan, unit, task->score, task->frame, slot);
  const int end = slot + length;
  point->is_last = end < task->frame->slots && task->frame->place[end].is_rest;
  point->is_leap = task->model && soars_at(plan, unit, task->frame, slot);
  point->target += point->is_leap ? 5.0f : 0.0f;
  /* The highest note is kept for the climax. */
  const bool climaxes = task->model == NULL || is_climax(plan, slot);
  point->ceiling = task->manner[pole]->style.high - (climaxes ? 0 : 2);
  point->target += task->model && climaxes ? 1.5f : 0.0f;
  point->target += task->model ? drive_at(plan, unit, slot) : 0.0f;
  attract(task, pole, slot, point);
  lead(task->frame, slot, point);
}

/* The first onset from a slot on, in this unit or the next. */
static int
next_onset(const struct yeoun_frame *frame, int slot)
{
  while (slot < frame->slots && !frame->place[slot].is_onset) {
    ++slot;
  }
  return slot;
}

static void
add_note(const struct task *task,
         const struct yeoun_unit *unit,
         const struct section *section,
         int i,
         struct yeoun_tune *tune)
{
  const int slot = section->slot[i];
  const struct yeoun_place *const place = &task->frame->place[slot];
  const int pitch = yeoun_scale_pitch(&section->scale[i], section->degree[i]) +
                    (place->fixed >= 0 ? place->accidental : 0);
  const bool leads_first =
    place->leads_in && !task->frame->place[slot - 1].leads_in &&
    !(tune->notes && tune->note[tune->notes - 1].leads_in);
  const bool begins = slot == unit->bar * task->plan->slots || leads_first;
  if (tune->notes < YEOUN_MELODY_LINE_NOTES) {
    tune->note[tune->notes++] = (struct yeoun_line_note){
      .slot = (int16_t)slot,
      .length = (int16_t)(end_of_note(task->frame, slot) - slot),
      .pitch = (uint8_t)(pitch < 0     ? 0
                         : pitch > 127 ? 127
                                       : pitch),
      .degree = section->degree[i],
      .marks = (uint8_t)((place->fixed >= 0 ? YEOUN_MARK_MOTIF : 0) |
                         (begins ? YEOUN_MARK_PHRASE_START : 0)),
      .leads_in = place->leads_in,
    };
  }
}

/* One unit: from the last note of the one before, which stands, to the first of
   the next where those are notes of the motif, so that the line leads on. What
   happens in a unit changes little outside of it. */
static void
find_unit(const struct task *task,
          const struct yeoun_unit *unit,
          struct yeoun_tune *tune)
{
  const struct yeoun_frame *const frame = task->frame;
  const int slots = task->plan->slots;
  const int begin = unit->bar * slots;
  const int end = begin + unit->bars * slots;
  struct section section;
  section.count = 0; /* the rest is large and need not be cleared */
  if (tune->notes > 0) {
    const struct yeoun_line_note *const last = &tune->note[tune->notes - 1];
    add_onset(task, unit, last->slot, &section);
    section.point[0].fixed = last->degree;
  }
  const int first = section.count;
  for (int slot = next_onset(frame, begin); slot < end && slot < frame->slots;
       slot = next_onset(frame, slot + 1)) {
    add_onset(task, unit, slot, &section);
  }
  const int count = section.count;
  /* Two notes, so that a leap into the first finds its answer. */
  int next = next_onset(frame, end);
  for (int i = 0; i < 2 && next < frame->slots; ++i) {
    if (frame->place[next].fixed < 0) {
      break;
    }
    add_onset(task, unit, next, &section);
    next = next_onset(frame, next + 1);
  }
  yeoun_line_find(section.point, section.count, section.degree);
  for (int i = first; i < count; ++i) {
    add_note(task, unit, &section, i, tune);
  }
}

static void
find_tune(const struct task *task, struct yeoun_tune *tune)
{
  tune->notes = 0;
  for (int u = 0; u < task->plan->units; ++u) {
    find_unit(task, &task->plan->unit[u], tune);
  }
}

void
yeoun_melody_state(const struct yeoun_plan *plan,
                   const struct yeoun_score *score,
                   const struct yeoun_harmony *harmony,
                   struct yeoun_tune *statement)
{
  struct yeoun_frame frame;
  struct task task = {.plan = plan,
                      .score = score,
                      .harmony = harmony,
                      .frame = &frame,
                      .seed = yeoun_random_mix(plan->analysis.seed, 77)};
  struct yeoun_line_manner manner;
  const struct yeoun_line_style style = yeoun_manner_plain();
  yeoun_line_prepare(&style, &manner);
  for (unsigned pole = 0; pole < YEOUN_POLES; ++pole) {
    task.centre[pole] = 67.0f;
    task.manner[pole] = &manner;
  }
  yeoun_frame_lay(plan, score, harmony, true, task.centre, &frame);
  find_tune(&task, statement);
}

void
yeoun_melody_vary(const struct yeoun_plan *plan,
                  const struct yeoun_score *score,
                  const struct yeoun_harmony *harmony,
                  const struct yeoun_tune *statement,
                  struct yeoun_tune *tune)
{
  struct yeoun_frame frame;
  struct task task = {.plan = plan,
                      .score = score,
                      .harmony = harmony,
                      .frame = &frame,
                      .model = statement};
  const struct yeoun_random random =
    yeoun_plan_lane_stream(plan, YEOUN_LANE_MELODY, "line", 0);
  task.seed = random.state;
  struct yeoun_line_manner manner[YEOUN_POLES];
  for (unsigned pole = 0; pole < YEOUN_POLES; ++pole) {
    task.centre[pole] = melody_centre(plan, pole);
    task.manner[pole] = &manner[pole];
    if (yeoun_plan_speaks(plan, pole)) {
      const struct yeoun_line_style style =
        yeoun_manner_of(plan, pole, task.centre[pole]);
      yeoun_line_prepare(&style, &manner[pole]);
    }
  }
  yeoun_frame_lay(plan, score, harmony, false, task.centre, &frame);
  find_tune(&task, tune);
}
