// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* Rows about the whole: texture, layers, silence, arc, jokes. */

#include <stdlib.h>

#include "music/scale.h"
#include "row.h"

#define PIECE_BARS 64

static int
rhythms(const struct piece *piece, uint64_t rhythm[PIECE_BARS])
{
  const int bars = piece->bars < PIECE_BARS ? piece->bars : PIECE_BARS;
  for (int bar = 0; bar < bars; ++bar) {
    rhythm[bar] = piece_rhythm(piece, PIECE_ACCOMPANIMENT, bar);
  }
  return bars;
}

/* Share of bars with the commonest rhythm of the accompaniment. */
void
row_common_rhythm(const struct piece *piece, struct tally *tally)
{
  uint64_t rhythm[PIECE_BARS];
  const int bars = rhythms(piece, rhythm);
  int most = 0;
  for (int a = 0; a < bars; ++a) {
    int same = 0;
    for (int b = 0; b < bars; ++b) {
      same += rhythm[a] == rhythm[b];
    }
    most = same > most ? same : most;
  }
  tally->sum += most;
  tally->weight += bars;
}

/* Changes of the accompaniment's rhythm that are not at a two-bar line. */
void
row_figure_changes(const struct piece *piece, struct tally *tally)
{
  uint64_t rhythm[PIECE_BARS];
  const int bars = rhythms(piece, rhythm);
  for (int bar = 1; bar < bars; bar += 2) {
    tally->sum += rhythm[bar] != rhythm[bar - 1];
    tally->weight += 1;
  }
}

/* How much fuller the fullest quarter is than the emptiest, against the mean:
   onsets of all lanes but the melody. */
void
row_arc(const struct piece *piece, struct tally *tally)
{
  double onsets[4] = {0};
  for (int i = 0; i < piece->score->notes; ++i) {
    const struct yeoun_note *note = &piece->score->note[i];
    if (note->lane != YEOUN_LANE_MELODY && note->lane != YEOUN_LANE_DRUMS) {
      onsets[(int64_t)note->start * 4 / piece->score->length] += 1;
    }
  }
  double low = onsets[0];
  double high = onsets[0];
  double sum = 0;
  for (int i = 0; i < 4; ++i) {
    low = onsets[i] < low ? onsets[i] : low;
    high = onsets[i] > high ? onsets[i] : high;
    sum += onsets[i] / 4;
  }
  tally->sum += sum > 0 ? (high - low) / sum : 0;
  tally->weight += 1;
}

static int
count_bits(unsigned set)
{
  int bits = 0;
  for (; set; set &= set - 1) {
    ++bits;
  }
  return bits;
}

void
row_lanes(const struct piece *piece, struct tally *tally)
{
  for (int bar = 0; bar < piece->bars; ++bar) {
    tally->sum += count_bits(piece_lanes_in_bar(piece, bar));
    tally->weight += 1;
  }
}

void
row_thin_bars(const struct piece *piece, struct tally *tally)
{
  for (int bar = 0; bar < piece->bars; ++bar) {
    tally->sum += count_bits(piece_lanes_in_bar(piece, bar)) <= 2;
    tally->weight += 1;
  }
}

/* Whether all lanes are silent together for a sixteenth or more, once. */
void
row_stops(const struct piece *piece, struct tally *tally)
{
  const struct yeoun_score *score = piece->score;
  int32_t silent_since = 0;
  bool stops = false;
  for (int i = 0; i < score->notes; ++i) {
    const struct yeoun_note *note = &score->note[i];
    const int32_t end = note->start + note->length;
    stops = stops || note->start - silent_since >= YEOUN_BEAT / 4;
    silent_since = end > silent_since ? end : silent_since;
  }
  stops = stops || score->length - silent_since >= YEOUN_BEAT / 4;
  tally->sum += stops;
  tally->weight += 1;
}

static bool
holds(const struct yeoun_score *score, const struct yeoun_note *note)
{
  for (int i = 0; i < score->notes; ++i) {
    const struct yeoun_note *other = &score->note[i];
    if (other->lane == note->lane && other->start == note->start &&
        (other->pitch - note->pitch) % 12 == 0) {
      return true;
    }
  }
  return false;
}

/* Notes of the emptier setting that the fuller one does not have. */
void
row_emptier(const struct piece *piece, struct tally *tally)
{
  if (!piece->emptier) {
    return;
  }
  for (int i = 0; i < piece->emptier->notes; ++i) {
    tally->sum += !holds(piece->score, &piece->emptier->note[i]);
    tally->weight += 1;
  }
}

/* Longest silence of all lanes that ends, or begins, near a tick. */
static int32_t
silence_near(const struct yeoun_score *score, int32_t from, int32_t to)
{
  int32_t since = from;
  int32_t longest = 0;
  for (int i = 0; i < score->notes; ++i) {
    const struct yeoun_note *note = &score->note[i];
    const int32_t end = note->start + note->length;
    if (end <= since || note->start >= to) {
      continue;
    }
    longest = note->start - since > longest ? note->start - since : longest;
    since = end > since ? end : since;
  }
  return to - since > longest ? to - since : longest;
}

/* Punches with silence of a half beat in the two beats before or in the two
   beats after. The last marked note of a group is the punch. */
void
row_punches(const struct piece *piece, struct tally *tally)
{
  const struct yeoun_score *score = piece->score;
  const int32_t near = 2 * YEOUN_BEAT;
  int32_t last = -1;
  for (int i = score->notes - 1; i >= 0; --i) {
    const struct yeoun_note *note = &score->note[i];
    if (!(note->marks & YEOUN_MARK_JOKE) ||
        (last >= 0 && last - note->start < piece->bar)) {
      continue;
    }
    last = note->start;
    const int32_t end = note->start + note->length;
    const int32_t before = note->start > near ? note->start - near : 0;
    tally->sum += silence_near(score, before, note->start) >= YEOUN_BEAT / 2 ||
                  silence_near(score, end, end + near) >= YEOUN_BEAT / 2;
    tally->weight += 1;
  }
}
