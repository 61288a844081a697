// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "piece.h"

#include <stddef.h>
#include <stdlib.h>

#include "music/key.h"

bool
piece_is_pitched(const struct yeoun_note *note)
{
  return note->lane != YEOUN_LANE_DRUMS &&
         note->articulation != YEOUN_ARTICULATION_GRACE;
}

static int
compare(const void *a, const void *b)
{
  const int32_t x = *(const int32_t *)a;
  const int32_t y = *(const int32_t *)b;
  return (x > y) - (x < y);
}

/* Middle distance from onset to onset. */
static int32_t
usual_gap(const struct line *line)
{
  int32_t gap[PIECE_LINE];
  if (line->notes < 2) {
    return 1;
  }
  for (int i = 0; i + 1 < line->notes; ++i) {
    gap[i] = line->note[i + 1].start - line->note[i].start;
  }
  qsort(gap, (size_t)line->notes - 1, sizeof(gap[0]), compare);
  return gap[(line->notes - 1) / 2];
}

/* A phrase ends where the next onset is late: a rest of half a beat, or at
   least twice as long as usual and a beat and a half; of three notes or more.
   After the grouping rules of proximity, Lerdahl and Jackendoff 1983. */
static void
find_phrases(struct line *line)
{
  const int32_t usual = usual_gap(line);
  line->phrases = 0;
  for (int i = 0, since = 0; i < line->notes; ++i, ++since) {
    bool begins = i == 0;
    if (i > 0 && since >= 3) {
      const struct sung *last = &line->note[i - 1];
      const int32_t gap = line->note[i].start - last->start;
      const int32_t rest = line->note[i].start - last->end;
      begins = (rest >= YEOUN_BEAT / 2 && gap >= YEOUN_BEAT) ||
               (gap >= 2 * usual && gap >= YEOUN_BEAT * 3 / 2);
    }
    if (begins && line->phrases < PIECE_PHRASES) {
      line->first[line->phrases++] = i;
      since = 0;
    }
  }
}

void
piece_line(const struct yeoun_score *score, unsigned lane, struct line *line)
{
  line->notes = 0;
  for (int i = 0; i < score->notes; ++i) {
    const struct yeoun_note *note = &score->note[i];
    if (note->lane != lane || !piece_is_pitched(note)) {
      continue;
    }
    const struct sung sung = {
      note->start, note->start + note->length, note->pitch};
    struct sung *last = line->notes ? &line->note[line->notes - 1] : NULL;
    if (last && last->start == sung.start) {
      *last = sung.pitch > last->pitch ? sung : *last;
    } else if (line->notes < PIECE_LINE) {
      line->note[line->notes++] = sung;
    }
  }
  find_phrases(line);
}

void
piece_look(struct piece *piece)
{
  const struct yeoun_score *score = piece->score;
  piece->bar = yeoun_bar_ticks(score->meter);
  piece->pulse = yeoun_pulse_ticks(score->meter);
  piece->bars = score->length / piece->bar;
  piece->tonic = score->key.tonic;
  piece->is_minor = yeoun_key_is_minor(score->key);
  piece_line(score, YEOUN_LANE_MELODY, &piece->line);
}

const struct yeoun_span *
piece_span(const struct yeoun_score *score, int32_t tick)
{
  const struct yeoun_span *found = NULL;
  for (int i = 0; i < score->spans && score->span[i].start <= tick; ++i) {
    found = &score->span[i];
  }
  return found;
}

int
piece_phrase_last(const struct line *line, int phrase)
{
  return (phrase + 1 < line->phrases ? line->first[phrase + 1] : line->notes) -
         1;
}

unsigned
piece_lanes_in_bar(const struct piece *piece, int bar)
{
  const int32_t from = bar * piece->bar;
  const int32_t to = from + piece->bar;
  unsigned lanes = 0;
  for (int i = 0; i < piece->score->notes; ++i) {
    const struct yeoun_note *note = &piece->score->note[i];
    const int32_t end = note->start + note->length;
    const bool begins = note->start >= from && note->start < to;
    const bool holds = note->start < from && end >= from + piece->pulse;
    if (begins || holds) {
      lanes |= 1u << note->lane;
    }
  }
  return lanes;
}

uint64_t
piece_rhythm(const struct piece *piece, unsigned lanes, int bar)
{
  uint64_t rhythm = 0;
  for (int i = 0; i < piece->score->notes; ++i) {
    const struct yeoun_note *note = &piece->score->note[i];
    if ((lanes >> note->lane & 1u) && note->start / piece->bar == bar &&
        note->articulation != YEOUN_ARTICULATION_GRACE) {
      rhythm |= (uint64_t)1 << (note->start % piece->bar * 64 / piece->bar);
    }
  }
  return rhythm;
}
