// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* Rows about accidents of the tune that readers name: corners, falls, a place
   beside the bass, bars that fill up, graces in a close. */

#include <stdlib.h>

#include "row.h"

/* Notes to which the tune leaps by a fourth or more and back as far. */
void
row_zigzags(const struct piece *piece, struct tally *tally)
{
  const struct line *line = &piece->line;
  for (int i = 1; i + 1 < line->notes; ++i) {
    const int to = line->note[i].pitch - line->note[i - 1].pitch;
    const int from = line->note[i + 1].pitch - line->note[i].pitch;
    tally->sum += (to >= 5 && from <= -5) || (to <= -5 && from >= 5);
    tally->weight += 1;
  }
}

/* Phrases that fall by a sixth or more onto their last note. */
void
row_end_falls(const struct piece *piece, struct tally *tally)
{
  const struct line *line = &piece->line;
  for (int p = 0; p < line->phrases; ++p) {
    const int last = piece_phrase_last(line, p);
    if (last > line->first[p]) {
      tally->sum += line->note[last - 1].pitch - line->note[last].pitch >= 9;
      tally->weight += 1;
    }
  }
}

/* Melody notes less than an octave above a bass that sounds as they begin. */
void
row_low_tune(const struct piece *piece, struct tally *tally)
{
  static struct line bass;
  piece_line(piece->score, YEOUN_LANE_BASS, &bass);
  int b = 0;
  for (int i = 0; i < piece->line.notes; ++i) {
    const struct sung *note = &piece->line.note[i];
    while (b + 1 < bass.notes && bass.note[b + 1].start <= note->start) {
      ++b;
    }
    const struct sung *below = &bass.note[b];
    if (bass.notes && below->start <= note->start && below->end > note->start) {
      tally->sum += note->pitch - below->pitch < 12;
      tally->weight += 1;
    }
  }
}

/* Bars before the last of a group of four with more than three notes of an
   eighth or less. */
void
row_full_bars(const struct piece *piece, struct tally *tally)
{
  const struct line *line = &piece->line;
  for (int bar = 2; bar < piece->bars; bar += 4) {
    int shorts = 0;
    for (int i = 0; i + 1 < line->notes; ++i) {
      const int32_t gap = line->note[i + 1].start - line->note[i].start;
      shorts +=
        line->note[i].start / piece->bar == bar && gap <= YEOUN_BEAT / 2;
    }
    tally->sum += shorts > 3 * piece->bar / (4 * YEOUN_BEAT);
    tally->weight += 1;
  }
}

/* Graces in the last bars of groups of four, a bar. */
void
row_close_graces(const struct piece *piece, struct tally *tally)
{
  const struct yeoun_score *score = piece->score;
  for (int i = 0; i < score->notes; ++i) {
    const struct yeoun_note *note = &score->note[i];
    tally->sum += note->lane == YEOUN_LANE_MELODY &&
                  note->articulation == YEOUN_ARTICULATION_GRACE &&
                  (note->start + note->length) / piece->bar % 4 == 3;
  }
  tally->weight += piece->bars / 4;
}
