// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "ornament.h"

#include "compose/plan/jokes.h"
#include "compose/plan/rhythm.h"
#include "korean.h"

/* Where a tune note lies in the harmony. */
struct place {
  const struct yeoun_scale *scale;
  uint16_t chord, chord_before;
  uint16_t mode; /* pitch classes that may be sung */
  int weight;
  bool changes; /* the chord changes under the note before */
  int left;     /* slots until the next chord */
};

static struct place
place_of(const struct yeoun_plan *plan,
         const struct yeoun_score *score,
         const struct yeoun_harmony *harmony,
         const struct yeoun_line_note *note)
{
  const int32_t tick = note->slot * YEOUN_SLOT;
  const int s = yeoun_harmony_index(score, tick);
  const int before = s > 0 ? s - 1 : score->spans - 1;
  const bool changes = score->span[s].start == tick;
  return (struct place){
    .scale = &harmony->scale[s],
    .chord =
      (uint16_t)(score->span[s].chord.tones | 1U << score->span[s].chord.bass),
    .mode = yeoun_korean_tones(plan, note->slot / plan->slots),
    .chord_before = score->span[changes ? before : s].chord.tones,
    .weight = yeoun_rhythm_weight(plan->meter, note->slot % plan->slots),
    .changes = changes,
    .left = (score->span[s].start + score->span[s].length - tick) / YEOUN_SLOT,
  };
}

static bool
follows(const struct yeoun_line_note *before,
        const struct yeoun_line_note *after)
{
  return before->slot + before->length == after->slot;
}

/* Split a note: `first` slots with one pitch, the rest as it was. */
static bool
split(struct yeoun_tune *tune, int i, int first, int pitch, uint8_t mark)
{
  if (tune->notes >= YEOUN_MELODY_LINE_NOTES || first < 1 ||
      first >= tune->note[i].length) {
    return false;
  }
  for (int j = tune->notes++; j > i; --j) {
    tune->note[j] = tune->note[j - 1];
  }
  struct yeoun_line_note *const dissonance = &tune->note[i];
  struct yeoun_line_note *const resolution = &tune->note[i + 1];
  dissonance->length = (int16_t)first;
  dissonance->pitch = (uint8_t)pitch;
  dissonance->marks |= mark;
  resolution->slot = (int16_t)(resolution->slot + first);
  resolution->length = (int16_t)(resolution->length - first);
  resolution->marks = (uint8_t)((resolution->marks & ~YEOUN_MARK_PHRASE_START) |
                                YEOUN_MARK_RESOLUTION);
  return true;
}

/* The dissonance takes half of its note, on a slot that keeps the pulse clear.
 */
static int
half_of(int length)
{
  return length >= 8 ? 4 : length / 2;
}

static bool
suspend(struct yeoun_tune *tune, int i, struct place place)
{
  const struct yeoun_line_note *const before = &tune->note[i - 1];
  const int step = before->pitch - tune->note[i].pitch;
  const bool is_prepared = place.changes && follows(before, &tune->note[i]) &&
                           yeoun_tones_hold(place.chord_before, before->pitch);
  if (!is_prepared || step < 1 || step > 2 ||
      half_of(tune->note[i].length) >= place.left ||
      yeoun_tones_hold(place.chord, before->pitch)) {
    return false;
  }
  return split(tune,
               i,
               half_of(tune->note[i].length),
               before->pitch,
               YEOUN_MARK_SUSPENSION);
}

static bool
lean(struct yeoun_tune *tune, int i, struct place place)
{
  const struct yeoun_line_note *const before = &tune->note[i - 1];
  const int degree = yeoun_scale_nearest(place.scale, tune->note[i].pitch);
  const int upper = yeoun_scale_pitch(place.scale, degree + 1);
  const int step = upper - tune->note[i].pitch;
  if (step < 1 || step > 2 || before->pitch == upper ||
      half_of(tune->note[i].length) >= place.left ||
      yeoun_tones_hold(place.chord, upper) || upper - before->pitch > 9 ||
      !yeoun_tones_hold(place.mode, upper)) {
    return false;
  }
  return split(
    tune, i, half_of(tune->note[i].length), upper, YEOUN_MARK_APPOGGIATURA);
}

/* Where nothing of the motif, nothing dissonant and no close stands. */
static bool
is_free(const struct yeoun_line_note *note)
{
  return !(note->marks &
           (YEOUN_MARK_MOTIF | YEOUN_MARK_SUSPENSION | YEOUN_MARK_APPOGGIATURA |
            YEOUN_MARK_RESOLUTION | YEOUN_MARK_JOKE));
}

/* Two notes that fall by a step onto a chord tone: the first moved up, so that
   it leans on the second. */
static bool
lean_on_next(struct yeoun_tune *tune, int i, struct place place)
{
  if (i + 1 >= tune->notes) {
    return false;
  }
  struct yeoun_line_note *const note = &tune->note[i];
  struct yeoun_line_note *const next = &tune->note[i + 1];
  const int degree = yeoun_scale_nearest(place.scale, next->pitch);
  const int upper = yeoun_scale_pitch(place.scale, degree + 1);
  const int before = tune->note[i - 1].pitch;
  const int leap = upper - before;
  if (!follows(note, next) || !is_free(next) || note->length < 2 ||
      note->length >= place.left || upper - next->pitch > 2 || leap == 0 ||
      leap > 9 || leap < -4 || yeoun_tones_hold(place.chord, upper) ||
      !yeoun_tones_hold(place.mode, upper) ||
      !yeoun_tones_hold(place.chord, next->pitch)) {
    return false;
  }
  note->pitch = (uint8_t)upper;
  note->marks |= YEOUN_MARK_APPOGGIATURA;
  next->marks |= YEOUN_MARK_RESOLUTION;
  return true;
}

static void
add_dissonances(const struct yeoun_plan *plan,
                const struct yeoun_score *score,
                const struct yeoun_harmony *harmony,
                struct yeoun_tune *tune)
{
  for (int i = 1; i < tune->notes; ++i) {
    const struct yeoun_line_note note = tune->note[i];
    const float wanted = yeoun_plan_features(
      plan, note.slot / plan->slots)[YEOUN_FEATURE_DISSONANCE];
    const struct place place = place_of(plan, score, harmony, &note);
    if (place.weight < 1 || !is_free(&note) ||
        yeoun_joke_stage_at(plan, note.slot / plan->slots).is_set ||
        (tune->note[i - 1].marks & YEOUN_MARK_MOTIF &&
         note.slot % plan->slots) ||
        !yeoun_tones_hold(place.chord, note.pitch)) {
      continue;
    }
    struct yeoun_random random = yeoun_plan_lane_stream(
      plan, YEOUN_LANE_MELODY, "dissonance", (uint32_t)note.slot);
    if (yeoun_random_chance(&random, wanted)) {
      const bool is_long = note.length >= 4;
      i += (is_long && suspend(tune, i, place)) ||
           (is_long && lean(tune, i, place)) || lean_on_next(tune, i, place);
    }
  }
}

/* Division: a passing tone into a third, a neighbour before a repetition. */
static void
divide(const struct yeoun_plan *plan,
       const struct yeoun_score *score,
       const struct yeoun_harmony *harmony,
       struct yeoun_tune *tune)
{
  const float amount = plan->budget.amount[YEOUN_TECHNIQUE_ORNAMENT];
  for (int i = 0; i + 1 < tune->notes && tune->notes < YEOUN_MELODY_LINE_NOTES;
       ++i) {
    const struct yeoun_line_note note = tune->note[i];
    const struct yeoun_line_note next = tune->note[i + 1];
    struct yeoun_random random = yeoun_plan_lane_stream(
      plan, YEOUN_LANE_MELODY, "divide", (uint32_t)note.slot);
    if (note.length < 4 || note.length > 8 || !is_free(&note) ||
        !follows(&note, &next) || !yeoun_random_chance(&random, amount)) {
      continue;
    }
    const struct place place = place_of(plan, score, harmony, &note);
    const int from = yeoun_scale_nearest(place.scale, note.pitch);
    const int to = yeoun_scale_nearest(place.scale, next.pitch);
    const int way = to - from;
    if (way != 2 && way != -2 && way != 0) {
      continue;
    }
    const int between = from + (way ? way / 2 : 1);
    if (!yeoun_tones_hold(place.mode,
                          yeoun_scale_pitch(place.scale, between))) {
      continue;
    }
    const int first = note.length / 2;
    for (int j = tune->notes++; j > i + 1; --j) {
      tune->note[j] = tune->note[j - 1];
    }
    tune->note[i].length = (int16_t)first;
    tune->note[i + 1] = (struct yeoun_line_note){
      .slot = (int16_t)(note.slot + first),
      .length = (int16_t)(note.length - first),
      .pitch = (uint8_t)yeoun_scale_pitch(place.scale, between),
      .degree = (int16_t)between,
    };
    ++i;
  }
}

void
yeoun_ornament_tune(const struct yeoun_plan *plan,
                    const struct yeoun_score *score,
                    const struct yeoun_harmony *harmony,
                    struct yeoun_tune *tune)
{
  divide(plan, score, harmony, tune);
  add_dissonances(plan, score, harmony, tune);
}

void
yeoun_ornament_graces(const struct yeoun_plan *plan, struct yeoun_score *score)
{
  const int32_t length = YEOUN_SLOT / 2;
  const int written = score->notes;
  int graced = -1;
  for (int i = 1; i < written; ++i) {
    const struct yeoun_note note = score->note[i];
    const bool is_free_before =
      score->note[i - 1].start + YEOUN_SLOT <= note.start;
    const float wanted = yeoun_plan_features(
      plan, note.start / plan->bar_ticks)[YEOUN_FEATURE_ORNAMENT];
    struct yeoun_random random = yeoun_plan_lane_stream(
      plan, YEOUN_LANE_MELODY, "grace", (uint32_t)(note.start / YEOUN_SLOT));
    /* A grace has a target that is worth it: on a pulse, and not a short note;
       and one a bar is enough, where the idea is said and said again. */
    const int slot = note.start % plan->bar_ticks / YEOUN_SLOT;
    const int bar = (int)(note.start / plan->bar_ticks);
    const bool is_idea = bar - yeoun_phrase_at(plan, bar)->bar < 2;
    if (plan->pole_of_bar[bar] != YEOUN_COMIC || !is_idea ||
        yeoun_korean_holds(plan, bar) || note.length < 2 * YEOUN_SLOT ||
        !is_free_before || bar == graced ||
        yeoun_rhythm_weight(plan->meter, slot) < 1 ||
        (note.marks & (YEOUN_MARK_RESOLUTION | YEOUN_MARK_JOKE)) ||
        !yeoun_random_chance(&random, 2.0f * wanted)) {
      continue;
    }
    graced = bar;
    yeoun_score_add(score,
                    (struct yeoun_note){
                      .start = note.start - length,
                      .length = length,
                      .pitch = (uint8_t)(note.pitch - 1),
                      .lane = YEOUN_LANE_MELODY,
                      .articulation = YEOUN_ARTICULATION_GRACE,
                      .level_db = -4,
                    });
  }
}
