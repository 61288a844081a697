// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* Rows about what lanes do to each other. */

#include <stdlib.h>

#include "music/scale.h"
#include "row.h"

static int32_t
end_of(const struct yeoun_note *note)
{
  return note->start + note->length;
}

/* Ticks in which two notes sound together. */
static int32_t
overlap(const struct yeoun_note *a, const struct yeoun_note *b)
{
  const int32_t from = a->start > b->start ? a->start : b->start;
  const int32_t to = end_of(a) < end_of(b) ? end_of(a) : end_of(b);
  return to > from ? to - from : 0;
}

/* A semitone or a minor ninth; a major seventh is a colour of many chords. */
static bool
is_semitone(int a, int b)
{
  return abs(a - b) % 12 == 1;
}

/* Melody notes of a beat and more that lie a semitone or ninth from a
   note of another lane for half a beat and more. */
void
row_held_clashes(const struct piece *piece, struct tally *tally)
{
  const struct yeoun_score *score = piece->score;
  for (int i = 0; i < score->notes; ++i) {
    const struct yeoun_note *note = &score->note[i];
    if (note->lane != YEOUN_LANE_MELODY || note->length < YEOUN_BEAT ||
        !piece_is_pitched(note)) {
      continue;
    }
    bool clashes = false;
    for (int j = 0; j < score->notes && !clashes; ++j) {
      const struct yeoun_note *other = &score->note[j];
      clashes = other->lane != YEOUN_LANE_MELODY && piece_is_pitched(other) &&
                overlap(note, other) >= YEOUN_BEAT / 2 &&
                is_semitone(note->pitch, other->pitch);
    }
    tally->sum += clashes;
    tally->weight += 1;
  }
}

/* Onsets of any lane a semitone from what another lane still holds. */
void
row_clashes(const struct piece *piece, struct tally *tally)
{
  const struct yeoun_score *score = piece->score;
  for (int i = 0; i < score->notes; ++i) {
    const struct yeoun_note *note = &score->note[i];
    if (!piece_is_pitched(note)) {
      continue;
    }
    bool clashes = false;
    for (int j = 0; j < score->notes && !clashes; ++j) {
      const struct yeoun_note *other = &score->note[j];
      clashes = other->lane != note->lane && piece_is_pitched(other) &&
                other->start <= note->start &&
                overlap(note, other) >= YEOUN_BEAT / 4 &&
                is_semitone(note->pitch, other->pitch);
    }
    tally->sum += clashes;
    tally->weight += 1;
  }
}

/* Pitch of a line that sounds at a tick, 0 of none. */
static int
sounding(const struct line *line, int32_t tick)
{
  for (int i = 0; i < line->notes; ++i) {
    if (line->note[i].start <= tick && tick < line->note[i].end) {
      return line->note[i].pitch;
    }
  }
  return 0;
}

/* Moves of two lines from pulse to pulse, and those in which both move into the
   octave or the fifth that they already were. */
static void
count_parallels(const struct line *upper,
                const struct line *lower,
                const struct piece *piece,
                struct tally *tally)
{
  int last_high = 0;
  int last_low = 0;
  for (int32_t tick = 0; tick < piece->score->length; tick += piece->pulse) {
    const int high = sounding(upper, tick);
    const int low = sounding(lower, tick);
    if (high && low && last_high && last_low && high != last_high &&
        low != last_low) {
      const int apart = abs(high - low) % 12;
      const int before = abs(last_high - last_low) % 12;
      tally->sum += apart == before && (apart == 0 || apart == 7);
      tally->weight += 1;
    }
    last_high = high;
    last_low = low;
  }
}

/* Melody, counter and bass, each with each. */
void
row_parallels(const struct piece *piece, struct tally *tally)
{
  static struct line counter;
  static struct line bass;
  piece_line(piece->score, YEOUN_LANE_COUNTER, &counter);
  piece_line(piece->score, YEOUN_LANE_BASS, &bass);
  count_parallels(&piece->line, &counter, piece, tally);
  count_parallels(&piece->line, &bass, piece, tally);
  count_parallels(&counter, &bass, piece, tally);
}

/* Counter notes on the beat that make a second, seventh or tritone with the
   melody and do not leave it by step. */
void
row_counter_clashes(const struct piece *piece, struct tally *tally)
{
  static struct line counter;
  piece_line(piece->score, YEOUN_LANE_COUNTER, &counter);
  for (int i = 0; i < counter.notes; ++i) {
    const struct sung *note = &counter.note[i];
    const int high = sounding(&piece->line, note->start);
    if (!high) {
      continue;
    }
    const int apart = abs(high - note->pitch) % 12;
    const int step =
      i + 1 < counter.notes ? abs(counter.note[i + 1].pitch - note->pitch) : 0;
    const bool harsh =
      apart == 1 || apart == 2 || apart == 6 || apart == 10 || apart == 11;
    tally->sum += harsh && (step == 0 || step > 2);
    tally->weight += 1;
  }
}

/* Melody notes with a higher or equal note of counter, chords or pad above
   them for half their length. */
void
row_covered(const struct piece *piece, struct tally *tally)
{
  const struct yeoun_score *score = piece->score;
  for (int i = 0; i < score->notes; ++i) {
    const struct yeoun_note *note = &score->note[i];
    if (note->lane != YEOUN_LANE_MELODY || !piece_is_pitched(note)) {
      continue;
    }
    int32_t covered = 0;
    for (int j = 0; j < score->notes; ++j) {
      const struct yeoun_note *other = &score->note[j];
      if (other->lane != YEOUN_LANE_MELODY && piece_is_pitched(other) &&
          other->pitch >= note->pitch) {
        const int32_t together = overlap(note, other);
        covered = together > covered ? together : covered;
      }
    }
    tally->sum += 2 * covered >= note->length;
    tally->weight += 1;
  }
}

/* Bars in which a line of single notes in the chords lane strikes one pitch
   three times running. */
void
row_hammered(const struct piece *piece, struct tally *tally)
{
  const struct yeoun_score *score = piece->score;
  for (int bar = 0; bar < piece->bars; ++bar) {
    int32_t last = -1;
    int pitch = -1;
    int times = 0;
    int most = 0;
    bool has_notes = false;
    for (int i = 0; i < score->notes; ++i) {
      const struct yeoun_note *note = &score->note[i];
      if (note->lane != YEOUN_LANE_CHORDS || note->start / piece->bar != bar) {
        continue;
      }
      has_notes = true;
      times = note->start == last ? 0 : note->pitch == pitch ? times + 1 : 1;
      most = times > most ? times : most;
      last = note->start;
      pitch = note->pitch;
    }
    tally->sum += most >= 3;
    tally->weight += has_notes;
  }
}

/* Notes that sound, at each pulse where any does. */
void
row_voices(const struct piece *piece, struct tally *tally)
{
  const struct yeoun_score *score = piece->score;
  for (int32_t tick = 0; tick < score->length; tick += piece->pulse) {
    int voices = 0;
    for (int i = 0; i < score->notes; ++i) {
      const struct yeoun_note *note = &score->note[i];
      voices +=
        piece_is_pitched(note) && note->start <= tick && tick < end_of(note);
    }
    tally->sum += voices;
    tally->weight += voices > 0;
  }
}

/* Bass notes at the start and in the middle of bars that are the written bass,
   root, third or fifth of the chord. */
void
row_bass_tones(const struct piece *piece, struct tally *tally)
{
  const struct yeoun_score *score = piece->score;
  for (int i = 0; i < score->notes; ++i) {
    const struct yeoun_note *note = &score->note[i];
    const struct yeoun_span *span = piece_span(score, note->start);
    if (note->lane != YEOUN_LANE_BASS || !piece_is_pitched(note) || !span ||
        note->start * 2 % piece->bar != 0) {
      continue;
    }
    const int up = yeoun_pitch_class(note->pitch - span->chord.root);
    tally->sum += yeoun_pitch_class(note->pitch) == span->chord.bass ||
                  (yeoun_tones_hold(span->chord.tones, note->pitch) &&
                   (up == 0 || (up >= 3 && up <= 8 && up != 5)));
    tally->weight += 1;
  }
}

/* Moves of the bass from bar to bar beyond a fifth, octaves aside. */
void
row_bass_leaps(const struct piece *piece, struct tally *tally)
{
  static struct line bass;
  piece_line(piece->score, YEOUN_LANE_BASS, &bass);
  for (int i = 1; i < bass.notes; ++i) {
    const int move = abs(bass.note[i].pitch - bass.note[i - 1].pitch);
    tally->sum += move > 7 && move != 12;
    tally->weight += 1;
  }
}
