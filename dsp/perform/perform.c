// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "perform.h"

#include "../palette.h"

#include <string.h>

/* Loudness of the lanes against the melody, as velocity. */
static const int8_t lane_velocity[YEOUN_LANES] = {0, -8, -16, -10, -20, -14};

static void
copy_facts(const struct yeoun_score *score,
           struct yeoun_performance *performance)
{
  memset(performance, 0, sizeof(*performance));
  performance->meter = score->meter;
  performance->length = score->length;
  performance->tempo_bpm = score->tempo_bpm;
  performance->identity = score->identity;
  performance->key = score->key;
  performance->has_ending = score->has_ending;
  memcpy(performance->instrument,
         score->instrument,
         sizeof(performance->instrument));
  memcpy(performance->description,
         score->description,
         sizeof(performance->description));
}

static float
gate_of(const struct yeoun_note *note, const struct yeoun_mood *mood)
{
  switch (note->articulation) {
    case YEOUN_ARTICULATION_STACCATO:
      return 0.335f;
    case YEOUN_ARTICULATION_LEGATO:
    case YEOUN_ARTICULATION_TENUTO:
      return 1.0f;
    default:
      return mood->cue[YEOUN_CUE_GATE] < 1.0f ? mood->cue[YEOUN_CUE_GATE]
                                              : 1.0f;
  }
}

static int
velocity_of(const struct yeoun_score *score,
            const struct yeoun_note *note,
            const struct yeoun_mood *mood)
{
  const int32_t place = note->start % yeoun_bar_ticks(score->meter);
  const bool is_pulse = place % yeoun_pulse_ticks(score->meter) == 0;
  const int accent = place == 0 ? 5 : (is_pulse ? 0 : -4);
  const int velocity =
    76 + accent + lane_velocity[note->lane] +
    (int)(2.5f * (mood->cue[YEOUN_CUE_LEVEL] + (float)note->level_db));
  return velocity < 1 ? 1 : (velocity > 127 ? 127 : velocity);
}

/* No two sounding notes of one pitch in one lane, over the loop point too. */
static void
part_equal_pitches(struct yeoun_performance *performance)
{
  for (int i = 0; i < performance->notes; ++i) {
    struct yeoun_performed *const note = &performance->note[i];
    for (int n = 1; n < performance->notes; ++n) {
      const int j = (i + n) % performance->notes;
      const struct yeoun_performed *const other = &performance->note[j];
      const int32_t start = other->start + (j <= i ? performance->length : 0);
      if (start >= note->end) {
        break;
      }
      if (other->lane == note->lane && other->pitch == note->pitch &&
          start > note->start) {
        note->end = start;
      }
    }
  }
}

static void
press_pedal(const struct yeoun_score *score,
            struct yeoun_performance *performance)
{
  const uint8_t instrument = score->instrument[YEOUN_LANE_CHORDS];
  if (yeoun_instrument_facts(instrument)->sustain != YEOUN_SUSTAIN_DECAY) {
    return;
  }
  for (int s = 0; s < score->spans; ++s) {
    performance->pedal[performance->pedals++] = (struct yeoun_pedal){
      .start = score->span[s].start,
      .end = score->span[s].start + score->span[s].length,
      .lane = YEOUN_LANE_CHORDS,
    };
  }
}

void
yeoun_perform(const struct yeoun_score *score,
              const struct yeoun_mood *mood,
              float tempo_bpm,
              float humanize,
              uint64_t seed,
              struct yeoun_performance *performance)
{
  (void)tempo_bpm;
  (void)humanize;
  (void)seed;
  copy_facts(score, performance);
  for (int i = 0; i < score->notes; ++i) {
    const struct yeoun_note *const note = &score->note[i];
    const int32_t sounded =
      (int32_t)((float)note->length * gate_of(note, mood));
    performance->note[performance->notes++] = (struct yeoun_performed){
      .start = note->start,
      .end = note->start + (sounded > 1 ? sounded : 1),
      .pitch = note->pitch,
      .lane = note->lane,
      .velocity = (uint8_t)velocity_of(score, note, mood),
      .articulation = note->articulation,
      .bend = note->bend,
      .marks = note->marks,
      .bend_cents = note->bend_cents,
    };
  }
  part_equal_pitches(performance);
  if (mood->cue[YEOUN_CUE_GATE] > 0.7f) {
    press_pedal(score, performance);
  }
}
