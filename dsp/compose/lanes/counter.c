// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "counter.h"

#include "compose/melody/comic.h"
#include "compose/melody/pitch_search.h"
#include "music/palette.h"

enum { POINTS = 192 };

/* What the second voice does in a unit. */
enum manner { SILENT, SINGS, IMITATES, ANSWERS };

struct voice {
  const struct yeoun_plan *plan;
  const struct yeoun_score *score;
  const struct yeoun_harmony *harmony;
  const struct yeoun_tune *statement;
  const struct yeoun_tune *heard; /* the melody that it goes with */
  struct yeoun_random random;
  float centre;
  float mean; /* MIDI key of that melody */
  int count;
  struct yeoun_line_point point[POINTS];
  struct yeoun_scale scale[POINTS];
  struct yeoun_line_manner manner;
  int16_t slot[POINTS], length[POINTS];
  int16_t degree[POINTS];
};

/* The second voice enters after the first unit, in as many units as the mood
   gives it room for; in comic music it answers from below where the melody
   rests. */
static enum manner
manner_in(const struct yeoun_plan *plan, const struct yeoun_unit *unit)
{
  const float *const amount = plan->budget.amount;
  const float presence =
    yeoun_plan_features(plan, unit->bar)[YEOUN_FEATURE_COUNTER] +
    amount[YEOUN_TECHNIQUE_COUNTER];
  const bool is_opening = unit->bar == 0 && plan->bars > 4;
  if (plan->is_statement || is_opening) {
    return SILENT;
  }
  if (unit->rank < amount[YEOUN_TECHNIQUE_CANON]) {
    return IMITATES;
  }
  if (plan->pole_of_bar[unit->bar + unit->bars - 1] == YEOUN_COMIC) {
    return unit->ends_phrase ? ANSWERS : SILENT;
  }
  return yeoun_plan_entry(plan, unit) < presence ? SINGS : SILENT;
}

/* Pitch classes of a tune's notes of an eighth and more in a stretch. */
static unsigned
sounding(const struct yeoun_tune *tune, int slot, int length)
{
  unsigned tones = 0;
  const int first = yeoun_tune_at(tune, slot);
  for (int i = first < 0 ? 0 : first; i < tune->notes; ++i) {
    const struct yeoun_line_note *const note = &tune->note[i];
    if (note->slot >= slot + length) {
      break;
    }
    if (note->length >= 2 && note->slot + note->length > slot) {
      tones |= 1U << yeoun_pitch_class(note->pitch);
    }
  }
  return tones;
}

static struct yeoun_line_point *
add_point(struct voice *voice, int slot, int length)
{
  const int i = voice->count++;
  const int s = yeoun_harmony_index(voice->score, slot * YEOUN_SLOT);
  const struct yeoun_chord chord = voice->score->span[s].chord;
  const int at = yeoun_tune_at(voice->heard, slot);
  const float melody =
    at >= 0 ? (float)voice->heard->note[at].pitch : voice->mean;
  const int slots = voice->plan->slots;
  /* No pitch class that the melody has meanwhile: thirds and sixths, no bare
     octaves. */
  const unsigned others = chord.tones & ~sounding(voice->heard, slot, length);
  voice->slot[i] = (int16_t)slot;
  voice->length[i] = (int16_t)length;
  voice->scale[i] = voice->harmony->scale[s];
  voice->point[i] = (struct yeoun_line_point){
    .manner = &voice->manner,
    .scale = &voice->scale[i],
    .chord = chord.tones,
    .wanted = (uint16_t)(length >= 4 && others ? others : 0),
    .weight = (int8_t)yeoun_rhythm_weight(voice->plan->meter, slot % slots),
    .length = (int8_t)(length > 64 ? 64 : length),
    .fixed = -1,
    .attraction = -1,
    .target = voice->centre - 0.6f * (melody - voice->mean),
    .noise =
      ((uint64_t)yeoun_random_next(&voice->random) << 16) + (uint64_t)slot,
  };
  return &voice->point[i];
}

/* A note, or two where the chord changes under it. */
static void
add_if_room(struct voice *voice, int slot, int length)
{
  const struct yeoun_span *const span =
    yeoun_harmony_at(voice->score, slot * YEOUN_SLOT);
  const int left = (span->start + span->length) / YEOUN_SLOT - slot;
  const int own = left > 0 && left < length ? left : length;
  if (voice->count < POINTS && own > 0) {
    add_point(voice, slot, own);
  }
  if (voice->count < POINTS && own < length) {
    add_point(voice, slot + own, length - own);
  }
}

static int
count_onsets(const struct yeoun_tune *tune, int from, int to)
{
  return yeoun_tune_at(tune, to - 1) - yeoun_tune_at(tune, from - 1);
}

/* It holds where the melody runs, and moves where the melody holds. */
static void
sing(struct voice *voice, const struct yeoun_unit *unit)
{
  const struct yeoun_plan *const plan = voice->plan;
  const int pulse = yeoun_pulse_ticks(plan->meter) / YEOUN_SLOT;
  for (int bar = unit->bar; bar < unit->bar + unit->bars; ++bar) {
    const int begin = bar * plan->slots;
    const int end = begin + plan->slots;
    const bool enters_late = bar == unit->bar && plan->slots > 2 * pulse;
    int slot = begin + (enters_late ? pulse : 0);
    while (slot < end) {
      const int half = slot + 2 * pulse < end ? slot + 2 * pulse : end;
      const bool runs = yeoun_random_chance(&voice->random, 0.5f);
      const bool moves = count_onsets(voice->heard, slot, half) < 2;
      const int first = moves && half - slot > pulse ? pulse : half - slot;
      const int rest = half - slot - first;
      add_if_room(voice, slot, first);
      if (rest > 0 && runs && rest >= 4) {
        add_if_room(voice, slot + first, rest / 2);
        add_if_room(voice, slot + first + rest / 2, rest - rest / 2);
      } else if (rest > 0) {
        add_if_room(voice, slot + first, rest);
      }
      slot = half;
    }
  }
}

/* The statement once more, two pulses later, in the octave of this voice. The
   search bends it where it would clash. */
static void
imitate(struct voice *voice, const struct yeoun_unit *unit)
{
  const struct yeoun_plan *const plan = voice->plan;
  const int delay = 2 * yeoun_pulse_ticks(plan->meter) / YEOUN_SLOT;
  const int begin = unit->bar * plan->slots;
  const int end = begin + unit->bars * plan->slots;
  for (int i = 0; i < voice->statement->notes && voice->count < POINTS; ++i) {
    const struct yeoun_line_note note = voice->statement->note[i];
    const int slot = note.slot + delay;
    if (note.slot < begin || slot >= end) {
      continue;
    }
    const int length = slot + note.length > end ? end - slot : note.length;
    struct yeoun_line_point *const point = add_point(voice, slot, length);
    const int near = yeoun_scale_nearest(point->scale, note.pitch);
    const int mine = yeoun_scale_nearest(point->scale, (int)voice->centre);
    const int octaves = (mine - near - 3) / 7;
    point->attraction = (int16_t)(near + 7 * octaves);
    point->pull = 1.4f;
    point->wanted = 0;
    point->target = voice->centre;
  }
}

/* A few short notes from below in the breath after the phrase. */
static void
answer(struct voice *voice, const struct yeoun_unit *unit)
{
  const struct yeoun_plan *const plan = voice->plan;
  const int end = (unit->bar + unit->bars) * plan->slots;
  const int count = 3 + (int)yeoun_random_below(&voice->random, 2);
  for (int i = count; i > 0 && voice->count < POINTS; --i) {
    const int slot = end - 2 * i;
    if (slot >= 0 && !yeoun_comic_holds_breath(plan, slot)) {
      add_point(voice, slot, 2)->target =
        voice->centre + 3.0f * (float)(i % 2 ? 1 : -1);
    }
  }
}

static float
mean_of(const struct yeoun_tune *tune)
{
  float sum = 0.0f;
  for (int i = 0; i < tune->notes; ++i) {
    sum += (float)tune->note[i].pitch;
  }
  return tune->notes ? sum / (float)tune->notes : 67.0f;
}

static float
voice_centre(const struct yeoun_plan *plan)
{
  const struct yeoun_instrument_facts *const facts =
    yeoun_instrument_facts(plan->instrument[YEOUN_LANE_COUNTER]);
  const float comic = plan->request->mood.weight[YEOUN_COMIC];
  const float low = (float)facts->low + 6.0f;
  const float high = (float)facts->high - 6.0f;
  const float centre = 57.0f - 9.0f * comic;
  return centre < low ? low : centre > high ? high : centre;
}

static void
write_voice(const struct voice *voice,
            enum manner manner,
            struct yeoun_score *score)
{
  for (int i = 0; i < voice->count; ++i) {
    const int pitch = yeoun_scale_pitch(&voice->scale[i], voice->degree[i]);
    yeoun_score_add(score,
                    (struct yeoun_note){
                      .start = voice->slot[i] * YEOUN_SLOT,
                      .length = voice->length[i] * YEOUN_SLOT,
                      .pitch = (uint8_t)pitch,
                      .lane = YEOUN_LANE_COUNTER,
                      .articulation = manner == ANSWERS
                                        ? YEOUN_ARTICULATION_STACCATO
                                        : YEOUN_ARTICULATION_LEGATO,
                      .level_db = (int8_t)(manner == SINGS ? -3 : -1),
                    });
  }
}

void
yeoun_counter_write(const struct yeoun_plan *plan,
                    const struct yeoun_tune *statement,
                    const struct yeoun_tune *heard,
                    const struct yeoun_harmony *harmony,
                    struct yeoun_score *score)
{
  struct voice voice = {.plan = plan,
                        .score = score,
                        .harmony = harmony,
                        .statement = statement,
                        .heard = heard,
                        .mean = mean_of(heard),
                        .centre = voice_centre(plan)};
  const struct yeoun_line_style style = {
    .low = (int)voice.centre - 8,
    .high = (int)voice.centre + 8,
    .unison = 2.5f,
    .step = 0.7f,
    .third = 1.8f,
    .fourth = 3.0f,
    .wide = 4.5f,
    .reversal = 1.5f,
    .turning = 0.5f,
    .contour = 0.15f,
    .noise = 0.8f,
  };
  yeoun_line_prepare(&style, &voice.manner);
  for (int u = 0; u < plan->units; ++u) {
    const struct yeoun_unit *const unit = &plan->unit[u];
    const enum manner manner = manner_in(plan, unit);
    voice.count = 0;
    voice.random = yeoun_plan_lane_stream(
      plan, YEOUN_LANE_COUNTER, "counter", (uint32_t)unit->bar);
    switch (manner) {
      case SINGS:
        sing(&voice, unit);
        break;
      case IMITATES:
        imitate(&voice, unit);
        break;
      case ANSWERS:
        answer(&voice, unit);
        break;
      case SILENT:
        break;
    }
    yeoun_line_find(voice.point, voice.count, voice.degree);
    write_voice(&voice, manner, score);
  }
}
