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
  struct yeoun_stage stage;
  int from, close, to; /* phrase, its last bar, its end */
  int pulse;
  bool is_last;
};

static struct scene
open_scene(const struct yeoun_plan *plan, int p)
{
  const struct yeoun_phrase_plan *const phrase = &plan->phrase[p];
  const int to = (phrase->bar + phrase->bars) * plan->slots;
  return (struct scene){.plan = plan,
                        .stage = yeoun_joke_stage(plan, p),
                        .is_last = phrase->is_last,
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
                                  .marks = scene->stage.joke == YEOUN_JOKE_NONE
                                             ? 0
                                             : YEOUN_MARK_JOKE});
}

/* The same tone in the octave in which the line has arrived. */
static int
near_line(const struct scene *scene, int pitch)
{
  const int at = yeoun_tune_at(scene->tune, scene->close - 1);
  const int line = at >= 0 ? scene->tune->note[at].pitch : pitch;
  while (pitch > line + 6) {
    pitch -= 12;
  }
  while (pitch < line - 6) {
    pitch += 12;
  }
  return pitch;
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
  return near_line(scene, pitch);
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

/* The last note before a slot goes on up to it at the most, and nothing of the
   line begins after a silence has begun. */
static void
hush(const struct scene *scene)
{
  const int from = scene->stage.hush / YEOUN_SLOT;
  erase(scene->tune, from, scene->close);
}

/* The tone on which the tune comes home nearest to where it was going: the
   tonic in the end, else a tone of the chord. */
static int
home(const struct scene *scene, int slot, int pitch)
{
  const int tonic = scene->plan->analysis.key.tonic;
  const uint16_t tones =
    yeoun_harmony_at(scene->score, slot * YEOUN_SLOT)->chord.tones;
  if (!scene->is_last || !yeoun_tones_hold(tones, tonic)) {
    return in_tune(scene, slot, pitch);
  }
  const int above = yeoun_pitch_class(tonic - pitch);
  return above <= 6 ? pitch + above : pitch + above - 12;
}

/* What the band strikes the tune strikes with it. */
static void
strike(const struct scene *scene, int hit, int pitch)
{
  if (hit < scene->stage.hits) {
    const struct yeoun_hit *const with = &scene->stage.hit[hit];
    const int slot = with->at / YEOUN_SLOT;
    put(scene, slot, with->length / YEOUN_SLOT, home(scene, slot, pitch));
  }
}

/* The first bar of the phrase again, and once more, but without its end: what
   is missing comes late. */
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
    if (note->slot >= scene->from && note->slot < scene->from + bar &&
        !note->leads_in) {
      first = first < 0 ? i : first;
      said[notes++] = *note;
    }
  }
  const int pitch = take_close(scene);
  if (notes < 2 || scene->close - scene->from < 3 * bar) {
    hush(scene);
    strike(scene, 0, pitch);
    return;
  }
  int steps[2];
  for (int time = 1; time <= 2; ++time) {
    steps[time - 1] = fit_steps(scene, scene->from, notes, first, time * bar);
  }
  erase(scene->tune, scene->from + bar, scene->close);
  int late = pitch;
  for (int time = 1; time <= 2; ++time) {
    for (int i = 0; i < notes; ++i) {
      struct yeoun_line_note note = said[i];
      note.slot = (int16_t)(note.slot + time * bar);
      const int s = yeoun_harmony_index(scene->score, note.slot * YEOUN_SLOT);
      const struct yeoun_scale *const scale = &scene->harmony->scale[s];
      const int moved = yeoun_scale_pitch(
        scale, yeoun_scale_nearest(scale, note.pitch) + steps[time - 1]);
      note.pitch = (uint8_t)reach(scene, sung(scene, note.slot, moved));
      if (time == 2 && i == notes - 1) {
        late = note.pitch;
        continue;
      }
      insert(scene->tune, note);
    }
  }
  hush(scene);
  strike(scene, 0, late);
}

/* The tune lands a semitone above the tonic, and all with it; then they put it
   right. */
static void
end_wrong(const struct scene *scene)
{
  const int pitch = take_close(scene);
  const int tonic = scene->plan->analysis.key.tonic;
  const int above = yeoun_pitch_class(tonic - pitch);
  const int right = above <= 6 ? pitch + above : pitch + above - 12;
  hush(scene);
  put(scene, scene->close, scene->pulse, right + 1);
  strike(scene, 1, right);
}

/* Up the scale to the note before the last, which all strike after a beat of
   nothing, where the run was going. */
static void
run_short(const struct scene *scene)
{
  const int begin = scene->close - scene->plan->slots;
  const int step = scene->pulse / 2 < 1 ? 1 : scene->pulse / 2;
  const int to = scene->stage.hush / YEOUN_SLOT;
  const int goal = home(scene, scene->close, take_close(scene));
  erase(scene->tune, begin, scene->close);
  const int notes = (to - begin) / step;
  for (int i = 0; i < notes; ++i) {
    const int slot = begin + i * step;
    const int s = yeoun_harmony_index(scene->score, slot * YEOUN_SLOT);
    const struct yeoun_scale *const scale = &scene->harmony->scale[s];
    const int top = yeoun_scale_nearest(scale, goal);
    const int pitch = yeoun_scale_pitch(scale, top - notes + i);
    insert(
      scene->tune,
      (struct yeoun_line_note){.slot = (int16_t)slot,
                               .length = (int16_t)step,
                               .pitch = (uint8_t)sung(scene, slot, pitch)});
  }
  for (int hit = 0; hit < scene->stage.hits; ++hit) {
    strike(scene, hit, goal);
  }
}

/* The tune closes; the band answers it low, without it. */
static void
grumble(const struct scene *scene)
{
  strike(scene, 0, take_close(scene));
}

/* All that all strike. */
static void
strike_all(const struct scene *scene)
{
  const int pitch = take_close(scene);
  hush(scene);
  for (int hit = 0; hit < scene->stage.hits; ++hit) {
    strike(scene, hit, pitch);
  }
}

static void
play(const struct scene *scene)
{
  switch (scene->stage.joke) {
    case YEOUN_JOKE_THREE:
      play_three(scene);
      break;
    case YEOUN_JOKE_GRUMBLE:
      grumble(scene);
      break;
    case YEOUN_JOKE_WRONG_FINAL:
      end_wrong(scene);
      break;
    case YEOUN_JOKE_SHORT_RUN:
      run_short(scene);
      break;
    case YEOUN_JOKE_NONE:
    case YEOUN_JOKE_ONE_MORE:
    case YEOUN_JOKE_LAUGH:
    case YEOUN_JOKE_DELAY:
    case YEOUN_JOKE_BANG:
    case YEOUN_JOKES:
      strike_all(scene);
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
    if (scene.stage.is_set) {
      play(&scene);
    }
  }
}

/* The value nearest to 214 ms that the metre has. */
static void
laugh(const struct scene *scene,
      const struct yeoun_tune *tune,
      struct yeoun_score *score)
{
  const float wanted = 0.214f * scene->plan->slots_per_second;
  const int32_t every =
    (wanted < 3.0f ? scene->pulse / 2 : scene->pulse) * YEOUN_SLOT;
  const int at = yeoun_tune_at(tune, scene->close);
  int32_t tick = (scene->close + scene->pulse) * YEOUN_SLOT;
  for (int i = 0; at >= 0 && i < 4 && tick + every < scene->to * YEOUN_SLOT;
       ++i, tick += every) {
    yeoun_score_add(score,
                    (struct yeoun_note){
                      .start = tick,
                      .length = every / 2,
                      .pitch = tune->note[at].pitch,
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

/* The hit that is the punch: what comes late comes last. */
static int
punch_of(const struct yeoun_stage *stage)
{
  switch (stage->joke) {
    case YEOUN_JOKE_ONE_MORE:
    case YEOUN_JOKE_GRUMBLE:
    case YEOUN_JOKE_DELAY:
      return stage->hits - 1;
    default:
      return 0;
  }
}

/* A punch is heard: all that strike it are louder. */
static void
accent(const struct scene *scene, struct yeoun_score *score)
{
  const int32_t at = scene->stage.hit[punch_of(&scene->stage)].at;
  for (int i = 0; i < score->notes; ++i) {
    struct yeoun_note *const note = &score->note[i];
    const bool is_joke = (note->marks & YEOUN_MARK_JOKE) != 0;
    if (note->start == at) {
      note->articulation =
        is_joke ? YEOUN_ARTICULATION_MARCATO : note->articulation;
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
    if (!scene.stage.is_set || scene.stage.joke == YEOUN_JOKE_NONE) {
      continue;
    }
    if (scene.stage.joke == YEOUN_JOKE_LAUGH) {
      laugh(&scene, tune, score);
      continue;
    }
    accent(&scene, score);
    if (scene.stage.joke == YEOUN_JOKE_BANG) {
      bang(&scene, score);
    }
  }
}
