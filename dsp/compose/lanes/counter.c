// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "counter.h"

#include <stdlib.h>

#include "counter_line.h"
#include "lanes.h"
#include "music/palette.h"

/* What the second voice does in a phrase. */
enum manner { SILENT, SINGS, GOES_ALONG, IMITATES, ANSWERS };

/* A voice on its way. */
struct voice {
  const struct yeoun_lanes *lanes;
  const struct yeoun_phrase_plan *phrase;
  struct yeoun_random random;
  struct yeoun_counter_line line;
};

/* In comic music it answers from below where the melody rests. */
static enum manner
manner_in(const struct yeoun_lanes *lanes, int p)
{
  const struct yeoun_plan *const plan = lanes->plan;
  const struct yeoun_phrase_plan *const phrase = &plan->phrase[p];
  const float *const amount = plan->budget.amount;
  const unsigned pole = plan->pole_of_bar[phrase->bar];
  const unsigned take = lanes->take[YEOUN_LANE_COUNTER];
  if (!yeoun_lanes_play(lanes, YEOUN_LANE_COUNTER, phrase->bar) ||
      lanes->is_above) {
    return SILENT;
  }
  if (pole == YEOUN_COMIC) {
    return ANSWERS;
  }
  if (amount[YEOUN_TECHNIQUE_CANON] > 0.3f && take % 3 < 2) {
    return IMITATES;
  }
  struct yeoun_random random = yeoun_plan_stream(plan, "along", 0);
  const unsigned draw = yeoun_random_below(&random, 3) + take;
  const bool goes_along =
    draw % 3 == 0 && (phrase->is_climax || phrase->model >= 0);
  return goes_along ? GOES_ALONG : SINGS;
}

/* A note, or two where the chord changes under it. */
static void
add_point(struct voice *voice, int slot, int length)
{
  struct yeoun_counter_line *const line = &voice->line;
  const struct yeoun_span *const span =
    yeoun_harmony_at(voice->lanes->score, slot * YEOUN_SLOT);
  const int left = (span->start + span->length) / YEOUN_SLOT - slot;
  const int own = left > 0 && left < length ? left : length;
  if (line->count >= YEOUN_COUNTER_POINTS || length <= 0) {
    return;
  }
  const struct yeoun_counter_point *const last =
    line->count ? &line->point[line->count - 1] : NULL;
  line->point[line->count++] = (struct yeoun_counter_point){
    .slot = (int16_t)slot,
    .length = (int16_t)own,
    .is_after_rest = last && last->slot + last->length < slot};
  add_point(voice, slot + own, length - own);
}

static bool
holds(const struct voice *voice, int slot, int length)
{
  return yeoun_heard_onsets(&voice->lanes->heard,
                            slot * YEOUN_SLOT,
                            (slot + length) * YEOUN_SLOT) == 0;
}

/* Where the voice takes breath: the first pulse of a phrase, the last of its
   second bar, the last of all but the form's end. */
static bool
breathes(const struct voice *voice, int slot, int pulse)
{
  const struct yeoun_plan *const plan = voice->lanes->plan;
  const struct yeoun_phrase_plan *const phrase = voice->phrase;
  const int begin = phrase->bar * plan->slots;
  const int end = begin + phrase->bars * plan->slots;
  const int middle = begin + (phrase->bars / 2) * plan->slots;
  const bool is_last = slot + pulse >= end && !phrase->is_last;
  const bool is_middle =
    slot + pulse == middle && phrase->bars > 3 && !holds(voice, slot, pulse);
  return slot == begin || is_last || is_middle;
}

/* Whether the form has come home: who is there stays. */
static bool
is_at_home(const struct voice *voice, int slot)
{
  const struct yeoun_score *const score = voice->lanes->score;
  return voice->phrase->is_last &&
         slot * YEOUN_SLOT > score->span[score->spans - 1].start;
}

/* It holds where the melody runs, and moves where the melody holds: a long hold
   is answered by eighths now and then. */
static void
sing(struct voice *voice)
{
  const struct yeoun_plan *const plan = voice->lanes->plan;
  const int pulse = yeoun_pulse_ticks(plan->meter) / YEOUN_SLOT;
  const int begin = voice->phrase->bar * plan->slots;
  const int end = begin + voice->phrase->bars * plan->slots;
  int since = -1; /* where the note began that is held; -1 = rest */
  for (int slot = begin; slot < end; slot += pulse) {
    const bool rests = breathes(voice, slot, pulse);
    const bool moves = holds(voice, slot, pulse) && !is_at_home(voice, slot);
    const bool is_bar = slot % plan->slots == 0;
    const bool is_long = since >= 0 && slot - since >= plan->slots;
    const bool begins = moves || since < 0 || is_long;
    if (since >= 0 && (rests || begins)) {
      add_point(voice, since, slot - since);
    }
    since = rests ? -1 : begins ? slot : since;
    const bool is_hold = moves && holds(voice, slot + pulse, pulse);
    if (since == slot && is_hold && !is_bar && pulse == 4 &&
        slot + pulse < end && yeoun_random_chance(&voice->random, 0.7f)) {
      add_point(voice, slot, pulse / 2);
      since = slot + pulse / 2;
    }
  }
  if (since >= 0) {
    add_point(voice, since, end - since);
  }
}

/* The melody's own rhythm, without what is shorter than an eighth. */
static void
go_along(struct voice *voice)
{
  const struct yeoun_plan *const plan = voice->lanes->plan;
  const struct yeoun_heard *const heard = &voice->lanes->heard;
  const int begin = voice->phrase->bar * plan->slots;
  const int end = begin + voice->phrase->bars * plan->slots;
  for (int slot = begin; slot < end; ++slot) {
    if (heard->is_onset[slot] && heard->length[slot] >= 2) {
      const int length = heard->length[slot];
      add_point(voice, slot, slot + length < end ? length : end - slot);
    }
  }
}

/* A few short notes from below while the melody is silent or holds at the end
   of the phrase; the last word is the melody's. */
static void
answer(struct voice *voice)
{
  const struct yeoun_plan *const plan = voice->lanes->plan;
  const struct yeoun_phrase_plan *const phrase = voice->phrase;
  const int end = (phrase->bar + phrase->bars) * plan->slots;
  const int count = 3 + (int)yeoun_random_below(&voice->random, 2);
  const int begin = end - 2 * count;
  if (phrase->is_last || begin < phrase->bar * plan->slots ||
      !holds(voice, begin, 2 * count)) {
    return;
  }
  for (int slot = begin; slot < end; slot += 2) {
    add_point(voice, slot, 2);
  }
}

static void
write_voice(const struct voice *voice,
            enum manner manner,
            struct yeoun_score *score)
{
  const int level =
    yeoun_lanes_level(voice->lanes, voice->phrase->bar) - (manner == SINGS);
  for (int i = 0; i < voice->line.count; ++i) {
    const struct yeoun_counter_point *const point = &voice->line.point[i];
    struct yeoun_note *const last =
      score->notes ? &score->note[score->notes - 1] : NULL;
    const int32_t start = point->slot * YEOUN_SLOT;
    if (last && last->lane == YEOUN_LANE_COUNTER && manner != ANSWERS &&
        i > 0 && last->pitch == point->pitch &&
        last->start + last->length == start && manner != GOES_ALONG) {
      last->length += point->length * YEOUN_SLOT;
      continue;
    }
    yeoun_score_add(score,
                    (struct yeoun_note){
                      .start = start,
                      .length = point->length * YEOUN_SLOT,
                      .pitch = point->pitch,
                      .lane = YEOUN_LANE_COUNTER,
                      .articulation = manner == ANSWERS
                                        ? YEOUN_ARTICULATION_STACCATO
                                        : YEOUN_ARTICULATION_LEGATO,
                      .level_db = (int8_t)(level - 1),
                    });
  }
}

/* The statement once more, two pulses later and in this voice's octave: whether
   that is consonant with the melody, which it imitates. */
static bool
imitate(struct voice *voice)
{
  const struct yeoun_lanes *const lanes = voice->lanes;
  const struct yeoun_plan *const plan = lanes->plan;
  const struct yeoun_phrase_plan *const phrase = voice->phrase;
  /* A take comes in sooner. */
  const int pulses = lanes->take[YEOUN_LANE_COUNTER] % 3 ? 1 : 2;
  const int delay = pulses * yeoun_pulse_ticks(plan->meter) / YEOUN_SLOT;
  const int begin = phrase->bar * plan->slots;
  const int end = begin + phrase->bars * plan->slots;
  int rough = 0;
  for (int i = 0; i < lanes->statement->notes; ++i) {
    const struct yeoun_line_note note = lanes->statement->note[i];
    const int slot = note.slot + delay;
    if (note.slot < begin || slot >= end ||
        voice->line.count >= YEOUN_COUNTER_POINTS) {
      continue;
    }
    int key = note.pitch;
    while (key > voice->line.high) {
      key -= 12;
    }
    const int melody = yeoun_heard_at(&lanes->heard, slot * YEOUN_SLOT);
    const uint16_t chord =
      yeoun_harmony_at(lanes->score, slot * YEOUN_SLOT)->chord.tones;
    const int off = abs(melody - key) % 12;
    const bool clashes =
      melody && (off == 1 || off == 2 || off == 6 || off == 10 || off == 11);
    rough += clashes || (note.length >= 2 && !yeoun_tones_hold(chord, key)) ||
             (melody && key >= melody);
    const int length = slot + note.length < end ? note.length : end - slot;
    voice->line.point[voice->line.count++] = (struct yeoun_counter_point){
      .slot = (int16_t)slot, .length = (int16_t)length, .pitch = (uint8_t)key};
  }
  if (4 * rough > voice->line.count) {
    voice->line.count = 0;
    return false;
  }
  return true;
}

/* Its own register: under the melody's, above the bass. */
static void
set_range(struct voice *voice)
{
  const struct yeoun_lanes *const lanes = voice->lanes;
  const struct yeoun_plan *const plan = lanes->plan;
  const struct yeoun_instrument_facts *const facts =
    yeoun_instrument_facts(plan->instrument[YEOUN_LANE_COUNTER]);
  const bool is_comic = plan->pole_of_bar[voice->phrase->bar] == YEOUN_COMIC;
  int sum = 0;
  for (int b = 0; b < voice->phrase->bars; ++b) {
    sum += lanes->heard.low[voice->phrase->bar + b];
  }
  const int low = sum / voice->phrase->bars;
  const int top = low - 1 < 72 ? low - 1 : 72;
  voice->line.high = top > facts->high ? facts->high : top;
  voice->line.low = voice->line.high - (is_comic ? 24 : 17);
  voice->line.low = voice->line.low < facts->low ? facts->low : voice->line.low;
  if (voice->line.high < voice->line.low + 7) {
    voice->line.high = voice->line.low + 7;
  }
}

void
yeoun_counter_write(struct yeoun_lanes *lanes)
{
  struct voice voice = {.lanes = lanes};
  for (int p = 0; p < lanes->plan->phrases; ++p) {
    enum manner manner = manner_in(lanes, p);
    voice.phrase = &lanes->plan->phrase[p];
    voice.random = yeoun_lanes_stream(
      lanes, YEOUN_LANE_COUNTER, "counter", (uint32_t)voice.phrase->bar);
    voice.line.count = 0;
    voice.line.seed = yeoun_random_next(&voice.random);
    voice.line.freedom = lanes->take[YEOUN_LANE_COUNTER] ? 5.5f : 0.8f;
    voice.line.is_parallel = manner == GOES_ALONG;
    set_range(&voice);
    if (manner == IMITATES && !imitate(&voice)) {
      manner = SINGS;
    }
    if (manner == SINGS) {
      sing(&voice);
    } else if (manner == GOES_ALONG) {
      go_along(&voice);
    } else if (manner == ANSWERS) {
      answer(&voice);
    }
    if (manner != IMITATES) {
      yeoun_counter_line_find(lanes, &voice.line);
    }
    write_voice(&voice, manner, lanes->score);
  }
}
