// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "jokes.h"

#include "compose/plan/jokes.h"
#include "compose/plan/rhythm.h"
#include "korean.h"

/* Where a joke is told; slots. */
struct scene {
  const struct yeoun_plan *plan;
  const struct yeoun_score *score;
  const struct yeoun_harmony *harmony;
  struct yeoun_tune *tune;
  int from, close, to; /* phrase, its last bar, its end */
  int pulse;
};

static struct scene
open_scene(const struct yeoun_plan *plan, int p)
{
  const struct yeoun_phrase_plan *const phrase = &plan->phrase[p];
  const int to = (phrase->bar + phrase->bars) * plan->slots;
  return (struct scene){.plan = plan,
                        .from = phrase->bar * plan->slots,
                        .close = to - plan->slots,
                        .to = to,
                        .pulse = yeoun_pulse_ticks(plan->meter) / YEOUN_SLOT};
}

static void
erase(struct yeoun_tune *tune, int from, int to)
{
  int kept = 0;
  for (int i = 0; i < tune->notes; ++i) {
    struct yeoun_line_note note = tune->note[i];
    if (note.slot >= from && note.slot < to) {
      continue;
    }
    if (note.slot < from && note.slot + note.length > from) {
      note.length = (int16_t)(from - note.slot);
    }
    tune->note[kept++] = note;
  }
  tune->notes = kept;
}

static void
insert(struct yeoun_tune *tune, struct yeoun_line_note note)
{
  if (tune->notes >= YEOUN_MELODY_LINE_NOTES) {
    return;
  }
  int i = tune->notes++;
  for (; i > 0 && tune->note[i - 1].slot > note.slot; --i) {
    tune->note[i] = tune->note[i - 1];
  }
  tune->note[i] = note;
}

/* A key that the melody's instrument has, by octaves. */
static int
reach(const struct scene *scene, int pitch)
{
  const int low = scene->plan->low[YEOUN_COMIC];
  const int high = scene->plan->high[YEOUN_COMIC];
  while (pitch < low) {
    pitch += 12;
  }
  while (pitch > high) {
    pitch -= 12;
  }
  return pitch;
}

/* The nearest tone of the chord that holds at a slot: a punch is in tune. */
static int
in_tune(const struct scene *scene, int slot, int pitch)
{
  uint16_t tones =
    yeoun_harmony_at(scene->score, slot * YEOUN_SLOT)->chord.tones;
  tones &= yeoun_korean_tones(scene->plan, slot / scene->plan->slots);
  for (int off = 0; off < 7; ++off) {
    if (yeoun_tones_hold(tones, pitch - off)) {
      return pitch - off;
    }
    if (yeoun_tones_hold(tones, pitch + off)) {
      return pitch + off;
    }
  }
  return pitch;
}

/* The nearest key of the mode that holds in a bar, at or below. */
static int
sung(const struct scene *scene, int slot, int pitch)
{
  const uint16_t mode =
    yeoun_korean_tones(scene->plan, slot / scene->plan->slots);
  while (!yeoun_tones_hold(mode, pitch)) {
    --pitch;
  }
  return pitch;
}

static void
put(const struct scene *scene, int slot, int length, int pitch)
{
  insert(scene->tune,
         (struct yeoun_line_note){.slot = (int16_t)slot,
                                  .length = (int16_t)(length < 1 ? 1 : length),
                                  .pitch = (uint8_t)reach(scene, pitch),
                                  .marks = YEOUN_MARK_JOKE});
}

/* The pitch on which the phrase closes; all of its close is then gone. */
static int
take_close(const struct scene *scene)
{
  const int at = yeoun_tune_at(scene->tune, scene->close);
  int pitch = at >= 0 ? scene->tune->note[at].pitch : 72;
  for (int i = 0; i < scene->tune->notes; ++i) {
    const struct yeoun_line_note *const note = &scene->tune->note[i];
    if (note->slot >= scene->close && note->slot < scene->to &&
        !note->leads_in) {
      pitch = note->pitch;
    }
  }
  erase(scene->tune, scene->close, scene->to);
  return pitch;
}

/* How far a bar must move by scale steps to fit the chords at another place. */
static int
fit_steps(const struct scene *scene, int from, int notes, int first, int slots)
{
  static const int moves[] = {0, 1, -1, 2, -2, 3, -3};
  int best = 0;
  int best_hits = -1;
  for (unsigned m = 0; m < sizeof(moves) / sizeof(moves[0]); ++m) {
    int hits = 0;
    for (int i = first; i < first + notes; ++i) {
      const struct yeoun_line_note *const note = &scene->tune->note[i];
      const int slot = note->slot - from + slots;
      const int s = yeoun_harmony_index(scene->score, slot * YEOUN_SLOT);
      const struct yeoun_scale *const scale = &scene->harmony->scale[s];
      const int degree = yeoun_scale_nearest(scale, note->pitch);
      hits += yeoun_tones_hold(scene->score->span[s].chord.tones,
                               yeoun_scale_pitch(scale, degree + moves[m]));
    }
    if (hits > best_hits) {
      best_hits = hits;
      best = moves[m];
    }
  }
  return best;
}

/* The first bar of the phrase again, and once more, but broken off in its
   middle; after the silence one low note. */
static void
play_three(const struct scene *scene)
{
  enum { MOST = 16 };
  const int bar = scene->plan->slots;
  struct yeoun_line_note said[MOST];
  int notes = 0;
  int first = -1;
  for (int i = 0; i < scene->tune->notes && notes < MOST; ++i) {
    const struct yeoun_line_note *const note = &scene->tune->note[i];
    if (note->slot >= scene->from && note->slot < scene->from + bar) {
      first = first < 0 ? i : first;
      said[notes++] = *note;
    }
  }
  if (notes < 2 || scene->close - scene->from < 3 * bar) {
    return;
  }
  int steps[2];
  for (int time = 1; time <= 2; ++time) {
    steps[time - 1] =
      fit_steps(scene, scene->from, notes, first, scene->from + time * bar);
  }
  const int pitch = take_close(scene);
  erase(scene->tune, scene->from + bar, scene->close);
  for (int time = 1; time <= 2; ++time) {
    for (int i = 0; i < notes; ++i) {
      struct yeoun_line_note note = said[i];
      note.slot = (int16_t)(note.slot + time * bar);
      if (time == 2 && note.slot >= scene->close - bar / 2) {
        continue;
      }
      const int s = yeoun_harmony_index(scene->score, note.slot * YEOUN_SLOT);
      const struct yeoun_scale *const scale = &scene->harmony->scale[s];
      const int moved = yeoun_scale_pitch(
        scale, yeoun_scale_nearest(scale, note.pitch) + steps[time - 1]);
      note.pitch = (uint8_t)sung(scene, note.slot, moved);
      insert(scene->tune, note);
    }
  }
  put(scene, scene->close, scene->pulse, pitch - 24);
}

static void
end_wrong(const struct scene *scene)
{
  const int pitch = take_close(scene);
  const int tonic = scene->plan->analysis.key.tonic;
  const int home = pitch + (tonic - pitch % 12);
  put(scene, scene->close, scene->pulse, home + 1);
  put(scene, scene->to - scene->pulse, scene->pulse / 2, home);
}

/* Up the scale to the note before the last; then, after a rest, the last one,
   on tiptoe and low. */
static void
run_short(const struct scene *scene)
{
  const int begin = scene->close - scene->plan->slots;
  const int step = scene->pulse / 2 < 1 ? 1 : scene->pulse / 2;
  const int notes = scene->plan->slots / step;
  const int pitch = take_close(scene);
  erase(scene->tune, begin, scene->close);
  for (int i = 0; i < notes; ++i) {
    const int slot = begin + i * step;
    const int s = yeoun_harmony_index(scene->score, slot * YEOUN_SLOT);
    const struct yeoun_scale *const scale = &scene->harmony->scale[s];
    const int top = yeoun_scale_nearest(scale, pitch);
    insert(scene->tune,
           (struct yeoun_line_note){
             .slot = (int16_t)slot,
             .length = (int16_t)step,
             .pitch = (uint8_t)reach(
               scene,
               sung(scene, slot, yeoun_scale_pitch(scale, top - notes + i)))});
  }
  const int slot = scene->close + 2 * scene->pulse;
  put(scene, slot, scene->pulse / 2, in_tune(scene, slot, pitch - 12));
}

/* Everybody waits for half a bar; then the last note, which lasts. */
static void
delay(const struct scene *scene)
{
  const int slots = scene->plan->slots;
  const int at = scene->close + slots / 2 / scene->pulse * scene->pulse;
  const int pitch = take_close(scene);
  put(scene, at, scene->to - at, in_tune(scene, at, pitch));
}

static void
play(const struct scene *scene, enum yeoun_joke joke)
{
  switch (joke) {
    case YEOUN_JOKE_THREE:
      play_three(scene);
      break;
    case YEOUN_JOKE_LOW_PUNCH:
      put(scene,
          scene->close,
          scene->pulse,
          in_tune(scene, scene->close, take_close(scene)) - 24);
      break;
    case YEOUN_JOKE_HIGH_PUNCH:
      put(scene, scene->close, scene->pulse, take_close(scene) + 12);
      break;
    case YEOUN_JOKE_WRONG_FINAL:
      end_wrong(scene);
      break;
    case YEOUN_JOKE_LAUGH:
      put(scene, scene->close, scene->pulse, take_close(scene));
      break;
    case YEOUN_JOKE_DELAY:
      delay(scene);
      break;
    case YEOUN_JOKE_BANG:
      put(scene, scene->close, scene->pulse, take_close(scene));
      break;
    case YEOUN_JOKE_SHORT_RUN:
      run_short(scene);
      break;
    case YEOUN_JOKE_NONE:
    case YEOUN_JOKES:
      break;
  }
}

void
yeoun_jokes_play(const struct yeoun_plan *plan,
                 const struct yeoun_score *score,
                 const struct yeoun_harmony *harmony,
                 struct yeoun_tune *tune)
{
  for (int p = 0; p < plan->phrases; ++p) {
    struct scene scene = open_scene(plan, p);
    scene.score = score;
    scene.harmony = harmony;
    scene.tune = tune;
    play(&scene, yeoun_joke_of(plan, p));
  }
}

static void
laugh(const struct scene *scene,
      const struct yeoun_tune *tune,
      struct yeoun_score *score)
{
  const float ticks_per_s = scene->plan->slots_per_second * YEOUN_SLOT;
  const int32_t every = (int32_t)(0.214f * ticks_per_s);
  const int32_t sounding = (int32_t)(0.075f * ticks_per_s);
  const int at = yeoun_tune_at(tune, scene->close);
  int32_t tick = (scene->close + scene->pulse) * YEOUN_SLOT;
  for (int i = 0; at >= 0 && i < 5 && tick + every < scene->to * YEOUN_SLOT;
       ++i, tick += every) {
    yeoun_score_add(score,
                    (struct yeoun_note){
                      .start = tick,
                      .length = sounding > 0 ? sounding : 1,
                      .pitch = (uint8_t)(tune->note[at].pitch - i / 2),
                      .lane = YEOUN_LANE_MELODY,
                      .articulation = YEOUN_ARTICULATION_STACCATO,
                      .marks = YEOUN_MARK_JOKE,
                      .level_db = (int8_t)(-2 * i),
                    });
  }
}

/* After soft bars far louder than they. */
static void
bang(const struct scene *scene, struct yeoun_score *score)
{
  for (int i = 0; i < score->notes; ++i) {
    struct yeoun_note *const note = &score->note[i];
    if (note->start == scene->close * YEOUN_SLOT) {
      note->level_db = 6;
    } else if (note->start >= scene->from * YEOUN_SLOT &&
               note->start < scene->close * YEOUN_SLOT) {
      note->level_db = (int8_t)(note->level_db - 4);
    }
  }
}

/* A punch is heard. */
static void
accent(const struct scene *scene, struct yeoun_score *score)
{
  for (int i = 0; i < score->notes; ++i) {
    struct yeoun_note *const note = &score->note[i];
    if ((note->marks & YEOUN_MARK_JOKE) &&
        note->start >= scene->close * YEOUN_SLOT &&
        note->start < scene->to * YEOUN_SLOT) {
      note->articulation = YEOUN_ARTICULATION_MARCATO;
      note->level_db = 3;
    }
  }
}

void
yeoun_jokes_write(const struct yeoun_plan *plan,
                  const struct yeoun_tune *tune,
                  struct yeoun_score *score)
{
  for (int p = 0; p < plan->phrases; ++p) {
    const struct scene scene = open_scene(plan, p);
    switch (yeoun_joke_of(plan, p)) {
      case YEOUN_JOKE_LAUGH:
        laugh(&scene, tune, score);
        break;
      case YEOUN_JOKE_BANG:
        bang(&scene, score);
        break;
      case YEOUN_JOKE_LOW_PUNCH:
      case YEOUN_JOKE_HIGH_PUNCH:
      case YEOUN_JOKE_THREE:
        accent(&scene, score);
        break;
      default:
        break;
    }
  }
}
