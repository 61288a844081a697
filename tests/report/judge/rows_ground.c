// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* Rows about the ground under the tune: that it is there, that it can be heard,
   that it answers. */

#include "music/scale.h"
#include "row.h"

static int32_t
end_of(const struct yeoun_note *note)
{
  return note->start + note->length;
}

static bool
is_below(const struct yeoun_note *note)
{
  return note->lane != YEOUN_LANE_MELODY && piece_is_pitched(note);
}

/* Ticks in which two notes sound together. */
static int32_t
together(const struct yeoun_note *a, const struct yeoun_note *b)
{
  const int32_t from = a->start > b->start ? a->start : b->start;
  const int32_t to = end_of(a) < end_of(b) ? end_of(a) : end_of(b);
  return to - from;
}

/* Notes of the accompaniment that lie less than a fourth over another one that
   is below C3, for half a beat. */
void
row_muddy(const struct piece *piece, struct tally *tally)
{
  const struct yeoun_score *score = piece->score;
  for (int i = 0; i < score->notes; ++i) {
    const struct yeoun_note *const note = &score->note[i];
    bool is_muddy = false;
    for (int j = 0; j < score->notes && is_below(note); ++j) {
      const struct yeoun_note *const other = &score->note[j];
      const int up = note->pitch - other->pitch;
      is_muddy |= is_below(other) && other->pitch < 48 && up > 0 && up < 5 &&
                  together(note, other) >= YEOUN_BEAT / 2;
    }
    tally->sum += is_muddy;
    tally->weight += is_below(note);
  }
}

/* Bars in which the tune sounds for half of the time and nothing else for a
   beat. */
void
row_groundless(const struct piece *piece, struct tally *tally)
{
  const struct yeoun_score *score = piece->score;
  for (int bar = 0; bar < piece->bars; ++bar) {
    const struct yeoun_note whole = {.start = bar * piece->bar,
                                     .length = piece->bar};
    int32_t sung = 0;
    bool has_ground = false;
    for (int i = 0; i < score->notes; ++i) {
      const struct yeoun_note *const note = &score->note[i];
      const int32_t sounds = together(note, &whole);
      sung +=
        !is_below(note) && piece_is_pitched(note) && sounds > 0 ? sounds : 0;
      has_ground |= is_below(note) && sounds >= YEOUN_BEAT / 4;
    }
    tally->sum += !has_ground && 2 * sung >= piece->bar;
    tally->weight += 2 * sung >= piece->bar;
  }
}

/* Places where the tune strikes nothing for two beats and more and the other
   lanes do not strike either; the end of all does not count. */
void
row_unanswered(const struct piece *piece, struct tally *tally)
{
  const struct yeoun_score *score = piece->score;
  const struct line *const line = &piece->line;
  for (int n = 0; n + 1 < line->notes; ++n) {
    const int32_t from = line->note[n].start;
    const int32_t to = line->note[n + 1].start;
    if (to - from < 2 * YEOUN_BEAT) {
      continue;
    }
    bool is_answered = false;
    for (int i = 0; i < score->notes; ++i) {
      const struct yeoun_note *const note = &score->note[i];
      is_answered |= is_below(note) && note->start > from && note->start < to;
    }
    tally->sum += !is_answered;
    tally->weight += 1;
  }
}

/* Pieces whose last bass note is not the root of their last chord. */
void
row_last_bass(const struct piece *piece, struct tally *tally)
{
  static struct line bass;
  const struct yeoun_score *score = piece->score;
  piece_line(score, YEOUN_LANE_BASS, &bass);
  if (bass.notes && score->spans) {
    tally->sum += yeoun_pitch_class(bass.note[bass.notes - 1].pitch) !=
                  score->span[score->spans - 1].chord.root;
    tally->weight += 1;
  }
}

/* Counter notes that begin under or on a sounding note of chords or pad. */
void
row_buried(const struct piece *piece, struct tally *tally)
{
  const struct yeoun_score *score = piece->score;
  for (int i = 0; i < score->notes; ++i) {
    const struct yeoun_note *const note = &score->note[i];
    if (note->lane != YEOUN_LANE_COUNTER || !piece_is_pitched(note)) {
      continue;
    }
    bool is_buried = false;
    for (int j = 0; j < score->notes; ++j) {
      const struct yeoun_note *const other = &score->note[j];
      is_buried |=
        (other->lane == YEOUN_LANE_CHORDS || other->lane == YEOUN_LANE_PAD) &&
        other->pitch >= note->pitch && other->start <= note->start &&
        end_of(other) > note->start;
    }
    tally->sum += is_buried;
    tally->weight += 1;
  }
}
