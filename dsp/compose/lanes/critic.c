// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "critic.h"

#include <stdlib.h>

#include "compose/harmony/harmony.h"
#include "reading.h"

enum { READINGS = 4 };

static bool
is_pitched(const struct yeoun_note *note)
{
  return note->length > 0 && note->lane != YEOUN_LANE_MELODY &&
         note->lane != YEOUN_LANE_DRUMS;
}

static bool
is_comic(const struct yeoun_critic_reading *reading, int32_t tick)
{
  const int bar = (int)(tick / reading->plan->bar_ticks);
  return bar < YEOUN_UNITS && reading->plan->pole_of_bar[bar] == YEOUN_COMIC;
}

/* Where a note begins to be an accident. */
static int32_t
onset_of(const struct yeoun_critic_reading *reading,
         const struct yeoun_note *note)
{
  struct yeoun_note head = *note;
  for (head.length = 2 * YEOUN_SLOT; head.length < note->length;
       head.length += YEOUN_SLOT) {
    if (yeoun_reading_accident(reading, &head, note->pitch) !=
        YEOUN_ACCIDENTS) {
      return note->start + head.length - YEOUN_TOGETHER_SLOTS * YEOUN_SLOT;
    }
  }
  return note->start;
}

/* The bass has moved: hear it again. */
static void
hear_bass(struct yeoun_critic_reading *reading)
{
  yeoun_heard_listen_to(
    reading->plan, reading->score, YEOUN_LANE_BASS, &reading->critic->bass);
}

static void
hear_counter(struct yeoun_critic_reading *reading)
{
  yeoun_heard_listen_to(reading->plan,
                        reading->score,
                        YEOUN_LANE_COUNTER,
                        &reading->critic->counter);
}

/* What others are read against has changed. */
static void
hear_again(struct yeoun_critic_reading *reading, unsigned lane)
{
  if (lane == YEOUN_LANE_BASS) {
    hear_bass(reading);
  } else if (lane == YEOUN_LANE_COUNTER) {
    hear_counter(reading);
  }
}

/* Stop before the accident where half of the note comes before it; else sing
   another tone of the chord; else be silent. */
static void
mend_note(struct yeoun_critic_reading *reading, int i)
{
  struct yeoun_note *const note = &reading->score->note[i];
  const int32_t before = onset_of(reading, note) - note->start;
  const int key = yeoun_reading_find(reading, i);
  const bool is_shortened = before >= YEOUN_BEAT && 2 * before >= note->length;
  if (is_shortened) {
    note->length = before;
  } else if (key) {
    note->pitch = (uint8_t)key;
  } else if (note->lane != YEOUN_LANE_BASS) {
    note->length = before >= YEOUN_BEAT ? before : 0;
  }
}

static void
count_one(struct yeoun_critic_reading *reading, enum yeoun_accident kind)
{
  ++reading->count[kind];
}

static bool
may_change(const struct yeoun_critic_reading *reading,
           const struct yeoun_note *note)
{
  return (reading->set >> note->lane) & 1U;
}

/* A bass note between the chords that rubs from below gives way itself. */
static void
mend_bass_under(struct yeoun_critic_reading *reading, int i)
{
  struct yeoun_score *const score = reading->score;
  const struct yeoun_note *const note = &score->note[i];
  const int32_t to = note->start + note->length;
  for (int j = 0; j < score->notes && score->note[j].start < to; ++j) {
    struct yeoun_note *const bass = &score->note[j];
    const bool rubs = bass->lane == YEOUN_LANE_BASS &&
                      bass->start + bass->length > note->start &&
                      note->pitch > bass->pitch &&
                      (note->pitch - bass->pitch) % 12 == 1;
    const uint16_t tones = yeoun_harmony_at(score, bass->start)->chord.tones;
    if (rubs && may_change(reading, bass) &&
        !yeoun_tones_hold(tones, bass->pitch)) {
      const int key = yeoun_reading_find(reading, j);
      bass->pitch = key ? (uint8_t)key : bass->pitch;
      hear_bass(reading);
      return;
    }
  }
}

static void
read_notes(struct yeoun_critic_reading *reading)
{
  struct yeoun_score *const score = reading->score;
  for (int i = 0; i < score->notes; ++i) {
    const struct yeoun_note *const note = &score->note[i];
    if (!is_pitched(note)) {
      continue;
    }
    const enum yeoun_accident kind =
      yeoun_reading_accident(reading, note, note->pitch);
    if (kind == YEOUN_ACCIDENTS) {
      continue;
    }
    count_one(reading, kind);
    if (kind == YEOUN_ACCIDENT_BASS && reading->set) {
      mend_bass_under(reading, i);
      if (yeoun_reading_accident(reading, note, note->pitch) ==
          YEOUN_ACCIDENTS) {
        continue;
      }
    }
    if (may_change(reading, note)) {
      mend_note(reading, i);
      hear_again(reading, note->lane);
    }
  }
}

/* The strokes of one lane in a bar, key by key. */
struct strokes {
  int bar, count;
  int32_t start;
  int16_t last[128];  /* number of the stroke that had the key */
  int16_t note[128];  /* index of its note */
  uint8_t times[128]; /* in a row */
};

static void
turn_page(struct strokes *strokes, int bar)
{
  strokes->bar = bar;
  for (int key = 0; key < 128; ++key) {
    strokes->times[key] = 0;
  }
}

/* One key three times in a row in a bar: the third is bound to the second.
   Comic chords are struck again on purpose. */
static void
read_hammers(struct yeoun_critic_reading *reading)
{
  struct yeoun_score *const score = reading->score;
  struct strokes strokes = {.bar = -1, .start = -1};
  for (int i = 0; i < score->notes; ++i) {
    struct yeoun_note *const note = &score->note[i];
    if (note->lane != YEOUN_LANE_CHORDS || note->length <= 0 ||
        is_comic(reading, note->start)) {
      continue;
    }
    const int key = note->pitch & 127;
    const int bar = (int)(note->start / reading->plan->bar_ticks);
    if (bar != strokes.bar) {
      turn_page(&strokes, bar);
    }
    strokes.count += note->start != strokes.start;
    strokes.start = note->start;
    const bool again =
      strokes.times[key] && strokes.last[key] == strokes.count - 1;
    strokes.times[key] = again ? (uint8_t)(strokes.times[key] + 1) : 1;
    strokes.last[key] = (int16_t)strokes.count;
    if (strokes.times[key] >= 3) {
      count_one(reading, YEOUN_ACCIDENT_HAMMERED);
      if (may_change(reading, note)) {
        struct yeoun_note *const bound = &score->note[strokes.note[key]];
        bound->length = note->start + note->length - bound->start;
        note->length = 0;
        strokes.times[key] = 2;
        continue;
      }
    }
    strokes.note[key] = (int16_t)i;
  }
}

static bool
is_parallel(int from, int to, int other_from, int other_to)
{
  const int before = abs(other_from - from) % 12;
  const int after = abs(other_to - to) % 12;
  return other_from && other_to && from != to && other_from != other_to &&
         (to > from) == (other_to > other_from) && before == after &&
         (after == 0 || after == 7);
}

/* Two notes of a lane in turn, and what is heard with them. */
struct pair {
  int from, to; /* indices */
  int other_from, other_to;
};

/* Whether a bass note is the form's last: it stays where it is. */
static bool
is_last_bass(const struct yeoun_score *score, int i)
{
  const struct yeoun_note *const note = &score->note[i];
  return note->lane == YEOUN_LANE_BASS &&
         note->start >= score->span[score->spans - 1].start;
}

/* A seventh or a suspension in the bass would ask for a step down that nobody
   has written. */
static bool
bears(const struct yeoun_chord *chord, int key)
{
  const int up = yeoun_pitch_class(key - chord->root);
  return yeoun_pitch_class(key) == chord->bass ||
         (yeoun_tones_hold(chord->tones, key) &&
          (up == 0 || up == 3 || up == 4 || up == 6 || up == 7));
}

/* A chord tone instead of one of the two, so that they go another way. */
static bool
find_other_way(struct yeoun_critic_reading *reading,
               const struct pair *pair,
               bool is_first)
{
  enum { FAR = 9 };
  struct yeoun_score *const score = reading->score;
  const int i = is_first ? pair->from : pair->to;
  struct yeoun_note *const note = &score->note[i];
  const struct yeoun_chord chord = yeoun_harmony_at(score, note->start)->chord;
  const bool is_bass = note->lane == YEOUN_LANE_BASS;
  const bool is_written =
    is_bass && chord.bass != chord.root && note->pitch % 12 == chord.bass;
  for (int off = 1; off <= 12; ++off) {
    for (int way = -1; way <= 1; way += 2) {
      const int key = note->pitch + way * off;
      const bool may_be = off == 12 ? is_bass : off > FAR ? false : !is_written;
      const int from = is_first ? key : score->note[pair->from].pitch;
      const int to = is_first ? score->note[pair->to].pitch : key;
      if (may_be &&
          (is_bass ? bears(&chord, key) : yeoun_tones_hold(chord.tones, key)) &&
          yeoun_reading_may_take(reading, i, key) &&
          !is_parallel(from, to, pair->other_from, pair->other_to)) {
        note->pitch = (uint8_t)key;
        return true;
      }
    }
  }
  return false;
}

/* The bass rather leads on another way than it arrives elsewhere. What finds no
   other way is left out, but in the bass. */
static void
part_ways(struct yeoun_critic_reading *reading, const struct pair *pair)
{
  struct yeoun_note *const note = &reading->score->note[pair->to];
  const struct yeoun_note *const before = &reading->score->note[pair->from];
  const bool is_bass = note->lane == YEOUN_LANE_BASS;
  const int32_t bar = reading->plan->bar_ticks;
  const bool arrives =
    is_bass && note->start % bar == 0 && before->start % bar != 0;
  if (!(arrives && find_other_way(reading, pair, true)) &&
      !find_other_way(reading, pair, false)) {
    note->length = is_bass ? note->length : 0;
  }
}

/* Short notes of a pulse each follow one another as long ones do. */
static bool
is_followed(const struct yeoun_plan *plan,
            const struct yeoun_note *before,
            const struct yeoun_note *note)
{
  const int32_t pulse = yeoun_pulse_ticks(plan->meter);
  const int32_t sounding = before->length > pulse ? before->length : pulse;
  return before->start + sounding >= note->start;
}

/* Fifths and octaves of one lane with what is heard, from each of its notes to
   the next, where both have moved. */
static void
read_parallels(struct yeoun_critic_reading *reading,
               unsigned lane,
               const struct yeoun_heard *other)
{
  struct yeoun_score *const score = reading->score;
  int before = -1;
  for (int i = 0; i < score->notes; ++i) {
    const struct yeoun_note *const note = &score->note[i];
    if (note->lane != lane || note->length <= 0) {
      continue;
    }
    const int slot = (int)(note->start / YEOUN_SLOT);
    const bool meets = slot < other->slots && other->pitch[slot];
    if (meets && before >= 0) {
      const struct yeoun_note *const last = &score->note[before];
      const struct pair pair = {
        before, i, other->pitch[last->start / YEOUN_SLOT], other->pitch[slot]};
      if (is_followed(reading->plan, last, note) &&
          is_parallel(
            last->pitch, note->pitch, pair.other_from, pair.other_to)) {
        count_one(reading, YEOUN_ACCIDENT_PARALLEL);
        if (may_change(reading, note)) {
          if (is_last_bass(score, i)) {
            find_other_way(reading, &pair, true);
          } else {
            part_ways(reading, &pair);
          }
        }
      }
    }
    before = meets ? i : -1;
  }
}

static void
read_score(struct yeoun_critic_reading *reading)
{
  struct yeoun_critic *const critic = reading->critic;
  for (int k = 0; k < YEOUN_ACCIDENTS; ++k) {
    reading->count[k] = 0;
  }
  hear_bass(reading);
  read_parallels(reading, YEOUN_LANE_BASS, reading->melody);
  hear_bass(reading);
  read_parallels(reading, YEOUN_LANE_COUNTER, reading->melody);
  read_parallels(reading, YEOUN_LANE_COUNTER, &critic->bass);
  hear_counter(reading);
  read_notes(reading);
  read_hammers(reading);
}

static void
drop_silent(struct yeoun_score *score)
{
  int kept = 0;
  for (int i = 0; i < score->notes; ++i) {
    if (score->note[i].length > 0) {
      score->note[kept++] = score->note[i];
    }
  }
  score->notes = (uint16_t)kept;
}

static unsigned
sum_of(const uint16_t count[YEOUN_ACCIDENTS])
{
  unsigned sum = 0;
  for (int k = 0; k < YEOUN_ACCIDENTS; ++k) {
    sum += count[k];
  }
  return sum;
}

static struct yeoun_critic_reading
open_reading(const struct yeoun_plan *plan,
             const struct yeoun_heard *melody,
             struct yeoun_score *score,
             struct yeoun_critic *critic)
{
  return (struct yeoun_critic_reading){.plan = plan,
                                       .score = score,
                                       .critic = critic,
                                       .melody = melody,
                                       .is_above = yeoun_heard_is_low(melody)};
}

void
yeoun_critic_count(const struct yeoun_plan *plan,
                   struct yeoun_score *score,
                   struct yeoun_critic *critic,
                   uint16_t count[YEOUN_ACCIDENTS])
{
  yeoun_heard_listen_to(plan, score, YEOUN_LANE_MELODY, &critic->melody);
  struct yeoun_critic_reading reading =
    open_reading(plan, &critic->melody, score, critic);
  reading.count = count;
  read_score(&reading);
}

void
yeoun_critic_mend(const struct yeoun_plan *plan,
                  const struct yeoun_heard *melody,
                  unsigned set,
                  struct yeoun_score *score,
                  struct yeoun_critic *critic)
{
  struct yeoun_critic_reading reading =
    open_reading(plan, melody, score, critic);
  uint16_t first[YEOUN_ACCIDENTS] = {0};
  uint16_t last[YEOUN_ACCIDENTS] = {0};
  for (int round = 0; round < READINGS; ++round) {
    reading.set = round + 1 < READINGS ? set : 0;
    reading.count = round ? last : first;
    read_score(&reading);
    drop_silent(score);
    if (!sum_of(reading.count)) {
      break;
    }
  }
  /* What the tune has of its own was counted when it was calmed. */
  for (int k = 0; k < YEOUN_ACCIDENTS; ++k) {
    if (k < YEOUN_ACCIDENT_STRAY) {
      critic->report.found[k] = first[k];
      critic->report.left[k] = last[k];
    }
  }
  yeoun_score_sort(score);
}
