// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "phrase_line.h"

#include "compose/plan/rhythm.h"
#include "expectation.h"
#include "korean.h"
#include "music/key.h"
#include "music/random.h"

/* Two half parabolas that meet at the peak: 0 at both ends, 1 at the peak. */
static float
arch(float x, float peak)
{
  const float off = x < peak ? (peak - x) / peak : (x - peak) / (1.0f - peak);
  return 1.0f - off * off;
}

static float
find_target(const struct yeoun_phrase_context *context, int p, int slot)
{
  const struct yeoun_plan *const plan = context->plan;
  const struct yeoun_phrase_plan *const phrase = &plan->phrase[p];
  const int begin = phrase->bar * plan->slots;
  const int slots = phrase->bars * plan->slots;
  float x = (float)(slot - begin) / (float)slots;
  x = x < 0.0f ? 0.0f : x > 1.0f ? 1.0f : x;
  const float height = arch(x, context->peak_at) - 0.45f;
  return context->centre + context->rise * height +
         5.0f * (phrase->energy - 0.65f);
}

/* What a close asks of its last note. */
static uint16_t
wanted_by(const struct yeoun_plan *plan,
          const struct yeoun_phrase_plan *phrase,
          struct yeoun_chord chord)
{
  const unsigned tonic = 1U << plan->analysis.key.tonic;
  const unsigned stable =
    chord.tones &
    (1U << chord.root | 1U << ((chord.root + 3) % 12) |
     1U << ((chord.root + 4) % 12) | 1U << ((chord.root + 7) % 12));
  if (phrase->is_last && plan->request->has_ending) {
    return (uint16_t)tonic;
  }
  if (phrase->cadence == YEOUN_CADENCE_FULL) {
    return (uint16_t)((stable & tonic) ? tonic : stable);
  }
  const unsigned open = stable & ~tonic;
  return (uint16_t)(open ? open : stable ? stable : chord.tones);
}

static uint16_t
tones_until(const struct yeoun_score *score, int from, int to)
{
  const int first = yeoun_harmony_index(score, from * YEOUN_SLOT);
  const int last = yeoun_harmony_index(score, (to - 1) * YEOUN_SLOT);
  uint16_t tones = 0xFFF;
  for (int s = first; s <= last; ++s) {
    tones &= score->span[s].chord.tones;
  }
  return tones;
}

static void
add_spot(const struct yeoun_phrase_context *context, int p, int slot)
{
  const struct yeoun_plan *const plan = context->plan;
  struct yeoun_line_task *const task = &context->scratch->task;
  if (task->count >= YEOUN_PHRASE_NOTES) {
    return;
  }
  const int all = plan->bars * plan->slots;
  const int at = (slot + all) % all; /* an upbeat to the first bar is the
                                        loop's end */
  const int in_bar = at % plan->slots;
  const int s = yeoun_harmony_index(context->score, at * YEOUN_SLOT);
  const int pulse = yeoun_pulse_ticks(plan->meter) / YEOUN_SLOT;
  task->spot[task->count++] = (struct yeoun_line_spot){
    .slot = (int16_t)slot,
    .weight = (int8_t)yeoun_rhythm_weight(plan->meter, in_bar),
    .is_on_beat = pulse > 0 && in_bar % pulse == 0,
    .leads_in = slot < plan->phrase[p].bar * plan->slots,
    .model = -1,
    .target = find_target(context, p, slot),
    .chord = context->score->span[s].chord.tones,
    .root = context->score->span[s].chord.root,
    .beat_weight =
      (uint8_t)yeoun_metrical_weight(plan->meter, in_bar * YEOUN_SLOT),
    .mode = yeoun_korean_tones(plan, at / plan->slots),
    .scale = &context->harmony->scale[s],
  };
}

static void
add_spots(const struct yeoun_phrase_context *context,
          int p,
          const struct yeoun_phrase_rhythm *rhythm)
{
  const struct yeoun_plan *const plan = context->plan;
  const int begin = plan->phrase[p].bar * plan->slots;
  for (int slot = 0; slot < plan->slots; ++slot) {
    if ((rhythm->upbeat >> slot) & 1U) {
      add_spot(context, p, begin - plan->slots + slot);
    }
  }
  for (int b = 0; b < rhythm->bars; ++b) {
    for (int slot = 0; slot < plan->slots; ++slot) {
      if ((rhythm->onset[b] >> slot) & 1U) {
        add_spot(context, p, begin + b * plan->slots + slot);
      }
    }
  }
}

static void
give_lengths(const struct yeoun_phrase_context *context,
             int p,
             const struct yeoun_phrase_rhythm *rhythm)
{
  const struct yeoun_plan *const plan = context->plan;
  struct yeoun_line_task *const task = &context->scratch->task;
  const int end =
    (plan->phrase[p].bar + rhythm->bars - 1) * plan->slots + rhythm->end;
  for (int i = 0; i < task->count; ++i) {
    struct yeoun_line_spot *const spot = &task->spot[i];
    const int next = i + 1 < task->count ? task->spot[i + 1].slot : end;
    spot->length = (int16_t)(next > spot->slot ? next - spot->slot : 1);
    const int from = spot->slot < 0 ? 0 : spot->slot;
    spot->chord_later = tones_until(context->score, from, from + spot->length);
  }
}

void
yeoun_phrase_line_open(const struct yeoun_phrase_context *context,
                       int p,
                       const struct yeoun_phrase_rhythm *rhythm,
                       const struct yeoun_line_taste *taste)
{
  const struct yeoun_plan *const plan = context->plan;
  struct yeoun_line_task *const task = &context->scratch->task;
  task->taste = taste;
  task->centre = context->centre;
  task->count = 0;
  task->peak_matters = true;
  task->is_minor = yeoun_key_is_minor(plan->analysis.key);
  task->tonic = plan->analysis.key.tonic;
  task->is_final = plan->phrase[p].is_last;
  add_spots(context, p, rhythm);
  give_lengths(context, p, rhythm);
  struct yeoun_line_spot *const last = &task->spot[task->count - 1];
  last->is_last = true;
  last->wanted =
    wanted_by(plan,
              &plan->phrase[p],
              yeoun_harmony_at(context->score,
                               (last->slot < 0 ? 0 : last->slot) * YEOUN_SLOT)
                ->chord);
  task->spot[0].is_after_rest = true;
}

int
yeoun_phrase_line_bar(const struct yeoun_plan *plan,
                      int p,
                      const struct yeoun_line_spot *spot)
{
  const int off = spot->slot - plan->phrase[p].bar * plan->slots;
  return off < 0 ? -1 : off / plan->slots;
}

int
yeoun_phrase_line_ending(const struct yeoun_plan *plan, int p)
{
  const int bars = plan->phrase[p].bars;
  struct yeoun_random random =
    yeoun_random_stream(plan->analysis.seed, "ending", (uint32_t)p);
  const int early = bars > 2 && yeoun_random_unit(&random) < 0.55f ? 2 : 1;
  return bars > 1 ? bars - early : 1;
}

void
yeoun_phrase_line_say(struct yeoun_line_task *task,
                      bool is_motif,
                      int bar_slot,
                      int notes,
                      const int16_t *slot,
                      const int16_t *degree,
                      const int8_t *accidental,
                      float pull)
{
  int last = -1;
  for (int i = 0, n = 0; i < task->count && n < notes; ++i) {
    struct yeoun_line_spot *const spot = &task->spot[i];
    while (n < notes && bar_slot + slot[n] < spot->slot) {
      ++n;
    }
    if (n >= notes || bar_slot + slot[n] != spot->slot) {
      continue;
    }
    spot->is_motif |= is_motif;
    spot->is_said = true;
    spot->accidental = accidental ? accidental[n] : 0;
    if (accidental) {
      spot->mode =
        YEOUN_KOREAN_ANY; /* a motif that was given keeps its notes */
    }
    spot->motif_pull = last >= 0 ? pull : 0.0f;
    spot->motif_step = (int16_t)(last >= 0 ? degree[n] - degree[last] : 0);
    last = n++;
  }
}

/* How far the surprise of a line lies from what people's melodies have: less is
   dull, more is random. */
static float
find_surprise(const struct yeoun_line_task *task,
              const struct yeoun_line_found *found)
{
  static const float low = 1.9f;
  static const float high = 3.1f;
  struct yeoun_expected_note line[YEOUN_PHRASE_NOTES];
  for (int i = 0; i < task->count; ++i) {
    const struct yeoun_line_spot *const spot = &task->spot[i];
    line[i] = (struct yeoun_expected_note){.pitch = found->pitch[i],
                                           .weight = spot->beat_weight,
                                           .is_phrase_start = i == 0,
                                           .root = spot->root,
                                           .tones = spot->chord};
  }
  const float bits =
    yeoun_expectation_mean(line, task->count, task->is_minor, task->tonic);
  return bits > high ? bits - high : bits < low ? low - bits : 0.0f;
}

/* What makes a phrase a good one, beside what the search has weighed: its
   highest note sounds once, it has room, and it does not stand still. */
static float
judge(const struct yeoun_line_task *task, const struct yeoun_line_found *found)
{
  int low = 127;
  int high = 0;
  int peaks = 0;
  int repeats = 0;
  for (int i = 0; i < task->count; ++i) {
    const int pitch = found->pitch[i];
    const bool is_repeat = i > 0 && pitch == found->pitch[i - 1];
    low = pitch < low ? pitch : low;
    peaks = pitch > high ? 1 : peaks + (pitch == high && !is_repeat);
    high = pitch > high ? pitch : high;
    repeats += is_repeat;
  }
  const int range = high - low;
  const float narrow = range < 8 ? 0.2f * (float)(8 - range) : 0.0f;
  const float wide = range > 16 ? 0.15f * (float)(range - 16) : 0.0f;
  const float still = (float)repeats / (float)task->count > 0.3f ? 0.5f : 0.0f;
  return found->cost + 0.7f * find_surprise(task, found) +
         0.35f * (float)(peaks - 1) + narrow + wide + still;
}

/* An echo says the intervals that its bar has been given. */
static void
bind_echoes(const struct yeoun_phrase_context *context,
            int p,
            const struct yeoun_phrase_rhythm *rhythm,
            const struct yeoun_line_found *found)
{
  const struct yeoun_plan *const plan = context->plan;
  struct yeoun_line_task *const task = &context->scratch->task;
  const int begin = plan->phrase[p].bar * plan->slots;
  for (int b = 0; b < rhythm->bars; ++b) {
    if (rhythm->saying[b] != YEOUN_SAYING_ECHO) {
      continue;
    }
    int16_t slot[YEOUN_BAR_SLOTS];
    int16_t degree[YEOUN_BAR_SLOTS];
    int notes = 0;
    for (int i = 0; i < task->count; ++i) {
      const struct yeoun_line_spot *const spot = &task->spot[i];
      if (yeoun_phrase_line_bar(plan, p, spot) == rhythm->echoed[b]) {
        slot[notes] =
          (int16_t)(spot->slot - begin - rhythm->echoed[b] * plan->slots);
        degree[notes++] =
          (int16_t)yeoun_scale_nearest(spot->scale, found->pitch[i]);
      }
    }
    yeoun_phrase_line_say(task,
                          false,
                          begin + b * plan->slots,
                          notes,
                          slot,
                          degree,
                          NULL,
                          context->echo_pull);
  }
}

static bool
has_echo(const struct yeoun_phrase_rhythm *rhythm)
{
  for (int b = 0; b < rhythm->bars; ++b) {
    if (rhythm->saying[b] == YEOUN_SAYING_ECHO) {
      return true;
    }
  }
  return false;
}

static void
put_notes(const struct yeoun_phrase_context *context,
          const struct yeoun_line_found *found,
          struct yeoun_tune *tune)
{
  const struct yeoun_plan *const plan = context->plan;
  const struct yeoun_line_task *const task = &context->scratch->task;
  const int all = plan->bars * plan->slots;
  for (int i = 0; i < task->count && tune->notes < YEOUN_MELODY_LINE_NOTES;
       ++i) {
    const struct yeoun_line_spot *const spot = &task->spot[i];
    tune->note[tune->notes++] = (struct yeoun_line_note){
      .slot = (int16_t)((spot->slot + all) % all),
      .length = spot->length,
      .pitch = found->pitch[i],
      .degree = (int16_t)yeoun_scale_nearest(spot->scale, found->pitch[i]),
      .marks = (uint8_t)((spot->is_motif ? YEOUN_MARK_MOTIF : 0) |
                         (i == 0 ? YEOUN_MARK_PHRASE_START : 0)),
      .leads_in = spot->leads_in,
    };
  }
}

void
yeoun_phrase_line_find(const struct yeoun_phrase_context *context,
                       int p,
                       const struct yeoun_phrase_rhythm *rhythm,
                       unsigned tries,
                       uint64_t seed,
                       struct yeoun_tune *tune)
{
  struct yeoun_melody_scratch *const scratch = context->scratch;
  struct yeoun_line_task *const task = &scratch->task;
  struct yeoun_line_found *const best = &scratch->found[0];
  struct yeoun_line_found *const other = &scratch->found[1];
  float least = 1e9f;
  for (unsigned t = 0; t < tries; ++t) {
    task->seed = yeoun_random_mix(seed, t);
    yeoun_phrase_search(task, &scratch->search, other);
    if (has_echo(rhythm)) {
      bind_echoes(context, p, rhythm, other);
      yeoun_phrase_search(task, &scratch->search, other);
    }
    const float cost = judge(task, other);
    if (cost < least) {
      least = cost;
      *best = *other;
    }
  }
  put_notes(context, best, tune);
}
