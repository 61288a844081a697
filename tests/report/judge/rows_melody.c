// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* Rows about the tune by itself: its notes, its phrases, what it remembers. */

#include <stddef.h>
#include <stdlib.h>

#include "music/scale.h"
#include "row.h"
#include "surprise.h"

void
row_surprise(const struct piece *piece, struct tally *tally)
{
  int pitch[PIECE_LINE];
  const struct line *line = &piece->line;
  for (int i = 0; i < line->notes; ++i) {
    pitch[i] = line->note[i].pitch;
  }
  tally->sum +=
    surprise_bits(pitch, line->notes, piece->is_minor, piece->tonic);
  tally->weight += line->notes > 1 ? line->notes - 1 : 0;
}

/* Moves of an octave and more. */
void
row_wide_leaps(const struct piece *piece, struct tally *tally)
{
  const struct line *line = &piece->line;
  for (int i = 1; i < line->notes; ++i) {
    tally->sum += abs(line->note[i].pitch - line->note[i - 1].pitch) >= 12;
    tally->weight += 1;
  }
}

void
row_phrase_range(const struct piece *piece, struct tally *tally)
{
  const struct line *line = &piece->line;
  for (int p = 0; p < line->phrases; ++p) {
    int low = 127;
    int high = 0;
    for (int i = line->first[p]; i <= piece_phrase_last(line, p); ++i) {
      const int pitch = line->note[i].pitch;
      low = pitch < low ? pitch : low;
      high = pitch > high ? pitch : high;
    }
    tally->sum += high - low;
    tally->weight += 1;
  }
}

/* Sixteenths and shorter. */
void
row_short_notes(const struct piece *piece, struct tally *tally)
{
  const struct line *line = &piece->line;
  for (int i = 0; i + 1 < line->notes; ++i) {
    const int32_t gap = line->note[i + 1].start - line->note[i].start;
    tally->sum += gap <= YEOUN_BEAT / 4;
    tally->weight += 1;
  }
}

/* First beats on a tone foreign to the chord that does not move on by step. */
void
row_foreign_downbeats(const struct piece *piece, struct tally *tally)
{
  const struct line *line = &piece->line;
  for (int i = 0; i < line->notes; ++i) {
    const struct sung *note = &line->note[i];
    const struct yeoun_span *span = piece_span(piece->score, note->start);
    if (!span || note->start % piece->bar != 0) {
      continue;
    }
    const int step =
      i + 1 < line->notes ? abs(line->note[i + 1].pitch - note->pitch) : 0;
    tally->sum += !yeoun_tones_hold(span->chord.tones, note->pitch) &&
                  (step == 0 || step > 2);
    tally->weight += 1;
  }
}

static bool
is_triad_tone(const struct yeoun_chord *chord, int pitch)
{
  const int up = yeoun_pitch_class(pitch - chord->root);
  const bool is_third = up == 3 || up == 4;
  const bool is_fifth = up == 6 || up == 7 || up == 8;
  return yeoun_tones_hold(chord->tones, pitch) &&
         (up == 0 || is_third || is_fifth);
}

/* Phrase ends that are not root, third or fifth of the chord as they end. */
void
row_open_ends(const struct piece *piece, struct tally *tally)
{
  const struct line *line = &piece->line;
  for (int p = 0; p < line->phrases; ++p) {
    const struct sung *note = &line->note[piece_phrase_last(line, p)];
    const int32_t end =
      note->end < piece->score->length ? note->end : piece->score->length;
    const struct yeoun_span *span = piece_span(piece->score, end - 1);
    if (span) {
      tally->sum += !is_triad_tone(&span->chord, note->pitch);
      tally->weight += 1;
    }
  }
}

void
row_downbeat_starts(const struct piece *piece, struct tally *tally)
{
  const struct line *line = &piece->line;
  for (int p = 0; p < line->phrases; ++p) {
    tally->sum += line->note[line->first[p]].start % piece->bar == 0;
    tally->weight += 1;
  }
}

/* Four-bar windows in which the melody rests half a beat. */
void
row_rests(const struct piece *piece, struct tally *tally)
{
  const struct line *line = &piece->line;
  for (int bar = 0; bar + 4 <= piece->bars; bar += 4) {
    const int32_t to = (bar + 4) * piece->bar;
    int32_t silent_since = bar * piece->bar;
    bool rests = false;
    for (int i = 0; i < line->notes && !rests; ++i) {
      const struct sung *note = &line->note[i];
      if (note->end <= silent_since || note->start >= to) {
        continue;
      }
      rests = note->start - silent_since >= YEOUN_BEAT / 2;
      silent_since = note->end;
    }
    rests = rests || to - silent_since >= YEOUN_BEAT / 2;
    tally->sum += rests;
    tally->weight += 1;
  }
}

/* Four-bar groups whose highest note sounds once. */
void
row_single_peaks(const struct piece *piece, struct tally *tally)
{
  const struct line *line = &piece->line;
  for (int bar = 0; bar + 4 <= piece->bars; bar += 4) {
    int top = 0;
    int times = 0;
    for (int i = 0; i < line->notes; ++i) {
      const int pitch = line->note[i].pitch;
      if (line->note[i].start / piece->bar / 4 != bar / 4 || pitch < top) {
        continue;
      }
      times = pitch > top ? 1 : times + 1;
      top = pitch;
    }
    tally->sum += times == 1;
    tally->weight += times > 0;
  }
}

/* The rhythm of a bar of melody; 0 when none begins there. */
static uint64_t
melody_rhythm(const struct piece *piece, int bar)
{
  return piece_rhythm(piece, 1u << YEOUN_LANE_MELODY, bar);
}

/* Bars with the rhythm of the bar four or eight before. */
void
row_echoes(const struct piece *piece, struct tally *tally)
{
  for (int bar = 4; bar < piece->bars; ++bar) {
    const uint64_t rhythm = melody_rhythm(piece, bar);
    if (rhythm == 0) {
      continue;
    }
    tally->sum += rhythm == melody_rhythm(piece, bar - 4) ||
                  (bar >= 8 && rhythm == melody_rhythm(piece, bar - 8));
    tally->weight += 1;
  }
}

/* Phrases that begin with the first phrase's three onsets, place in the bar
   and all. */
void
row_same_starts(const struct piece *piece, struct tally *tally)
{
  const struct line *line = &piece->line;
  for (int p = 1; p < line->phrases; ++p) {
    const int first = line->first[p];
    bool is_same = first + 2 < line->notes && line->notes > 2;
    for (int i = 0; i < 3 && is_same; ++i) {
      is_same = line->note[first + i].start % piece->bar ==
                line->note[i].start % piece->bar;
    }
    tally->sum += is_same;
    tally->weight += 1;
  }
}

/* Where the highest note of all first sounds, 0..1. */
void
row_top_place(const struct piece *piece, struct tally *tally)
{
  const struct line *line = &piece->line;
  int top = -1;
  for (int i = 0; i < line->notes; ++i) {
    if (top < 0 || line->note[i].pitch > line->note[top].pitch) {
      top = i;
    }
  }
  if (top >= 0) {
    tally->sum += (double)line->note[top].start / (double)piece->score->length;
    tally->weight += 1;
  }
}
