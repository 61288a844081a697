// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "reading.h"

#include <stdlib.h>

#include "compose/harmony/harmony.h"
#include "music/palette.h"
#include "spacing.h"

/* Whether a key lies above the sounding tune for an eighth or more. */
static bool
covers(const struct yeoun_heard *melody, int key, int32_t from, int32_t to)
{
  int together = 0;
  const int end = (int)(to / YEOUN_SLOT);
  for (int s = (int)(from / YEOUN_SLOT); s < end && s < melody->slots; ++s) {
    together = melody->pitch[s] && key > melody->pitch[s] ? together + 1 : 0;
    if (together >= YEOUN_TOGETHER_SLOTS) {
      return true;
    }
  }
  return false;
}

/* Whether a key lies a semitone over the bass, in any octave, for an eighth and
   more; a chord that is written so is meant so. */
static bool
rubs_with_bass(const struct yeoun_critic_reading *reading,
               int key,
               int32_t from,
               int32_t to)
{
  const struct yeoun_heard *const bass = &reading->critic->bass;
  const int end = (int)(to / YEOUN_SLOT);
  int together = 0;
  for (int s = (int)(from / YEOUN_SLOT); s < end && s < bass->slots; ++s) {
    const int low = bass->pitch[s];
    const bool rubs = low && key > low && (key - low) % 12 == 1;
    together = rubs ? together + 1 : 0;
    if (together >= YEOUN_TOGETHER_SLOTS) {
      const uint16_t tones =
        yeoun_harmony_at(reading->score, s * YEOUN_SLOT)->chord.tones;
      return !yeoun_tones_hold(tones, low) || !yeoun_tones_hold(tones, key);
    }
  }
  return false;
}

/* Whether a key lies under the bass, or over it more closely than low notes
   bear, for an eighth and more. */
static bool
is_muddy(const struct yeoun_heard *bass, int key, int32_t from, int32_t to)
{
  const int end = (int)(to / YEOUN_SLOT);
  int together = 0;
  for (int s = (int)(from / YEOUN_SLOT); s < end && s < bass->slots; ++s) {
    const int low = bass->pitch[s];
    const bool lumps = low && key < low + yeoun_least_gap(low);
    together = lumps ? together + 1 : 0;
    if (together >= YEOUN_TOGETHER_SLOTS) {
      return true;
    }
  }
  return false;
}

/* Whether a key of the chords or the pad rubs against what the second voice
   holds. */
static bool
rubs_with_counter(const struct yeoun_critic_reading *reading,
                  const struct yeoun_note *note,
                  int key)
{
  const bool is_inner =
    note->lane == YEOUN_LANE_CHORDS || note->lane == YEOUN_LANE_PAD;
  return is_inner && yeoun_heard_rubs(&reading->critic->counter,
                                      key,
                                      note->start,
                                      note->start + note->length);
}

static bool
doubles(const struct yeoun_heard *melody, int key, int32_t at)
{
  const int slot = (int)(at / YEOUN_SLOT);
  return slot < melody->slots && melody->pitch[slot] == key;
}

enum yeoun_accident
yeoun_reading_accident(const struct yeoun_critic_reading *reading,
                       const struct yeoun_note *note,
                       int key)
{
  const struct yeoun_heard *const melody = reading->melody;
  const int32_t to = note->start + note->length;
  if (yeoun_heard_rubs(melody, key, note->start, to)) {
    return YEOUN_ACCIDENT_RUB;
  }
  if (note->lane != YEOUN_LANE_BASS && !reading->is_above) {
    if (covers(melody, key, note->start, to)) {
      return YEOUN_ACCIDENT_COVERED;
    }
    if (doubles(melody, key, note->start)) {
      return YEOUN_ACCIDENT_DOUBLED;
    }
  }
  if (note->lane != YEOUN_LANE_BASS &&
      rubs_with_bass(reading, key, note->start, to)) {
    return YEOUN_ACCIDENT_BASS;
  }
  if (note->lane != YEOUN_LANE_BASS &&
      is_muddy(&reading->critic->bass, key, note->start, to)) {
    return YEOUN_ACCIDENT_MUDDY;
  }
  if (rubs_with_counter(reading, note, key)) {
    return YEOUN_ACCIDENT_INNER;
  }
  return YEOUN_ACCIDENTS;
}

/* Whether its lane strikes a key at that time already. */
static bool
is_taken(const struct yeoun_score *score, int i, int key)
{
  const struct yeoun_note *const note = &score->note[i];
  for (int way = -1; way <= 1; way += 2) {
    for (int j = i + way; j >= 0 && j < score->notes; j += way) {
      const struct yeoun_note *const other = &score->note[j];
      if (other->start != note->start) {
        break;
      }
      if (other->lane == note->lane && other->length > 0 &&
          abs(other->pitch - key) <= 1) {
        return true;
      }
    }
  }
  return false;
}

bool
yeoun_reading_may_take(const struct yeoun_critic_reading *reading,
                       int i,
                       int key)
{
  const struct yeoun_note *const note = &reading->score->note[i];
  const struct yeoun_instrument_facts *const facts =
    yeoun_instrument_facts(reading->score->instrument[note->lane]);
  return key >= facts->low && key <= facts->high &&
         !is_taken(reading->score, i, key) &&
         yeoun_reading_accident(reading, note, key) == YEOUN_ACCIDENTS;
}

int
yeoun_reading_find(const struct yeoun_critic_reading *reading, int i)
{
  enum { FAR = 9 };
  const struct yeoun_note *const note = &reading->score->note[i];
  const struct yeoun_chord chord =
    yeoun_harmony_at(reading->score, note->start)->chord;
  const bool is_bass = note->lane == YEOUN_LANE_BASS;
  const bool is_written =
    chord.bass != chord.root && note->pitch % 12 == chord.bass;
  for (int way = -12; is_bass && way <= 12; way += 24) {
    if (yeoun_reading_may_take(reading, i, note->pitch + way)) {
      return note->pitch + way;
    }
  }
  for (int off = 1; off <= FAR && !(is_bass && is_written); ++off) {
    for (int way = -1; way <= 1; way += 2) {
      const int key = note->pitch + way * off;
      if (yeoun_tones_hold(chord.tones, key) &&
          yeoun_reading_may_take(reading, i, key)) {
        return key;
      }
    }
  }
  return 0;
}
