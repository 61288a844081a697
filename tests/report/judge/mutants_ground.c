// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* The ground under the tune ruined. */

#include "mutant.h"
#include "piece.h"

static bool
is_hit(struct mutation *mutation)
{
  return yeoun_random_chance(&mutation->random, mutation->dose);
}

/* Take away all notes of other lanes than the melody that begin in a stretch.
 */
static void
clear(struct yeoun_score *score, int32_t from, int32_t to)
{
  int kept = 0;
  for (int i = 0; i < score->notes; ++i) {
    const struct yeoun_note *const note = &score->note[i];
    if (note->lane == YEOUN_LANE_MELODY || !piece_is_pitched(note) ||
        note->start < from || note->start >= to) {
      score->note[kept++] = *note;
    }
  }
  score->notes = (uint16_t)kept;
}

/* Chords and pads down among the bass. */
void
mutate_muddy(struct mutation *mutation)
{
  struct yeoun_score *score = mutation->score;
  for (int i = 0; i < score->notes; ++i) {
    struct yeoun_note *const note = &score->note[i];
    if ((note->lane == YEOUN_LANE_CHORDS || note->lane == YEOUN_LANE_PAD) &&
        is_hit(mutation)) {
      while (note->pitch > 48) {
        note->pitch = (uint8_t)(note->pitch - 12);
      }
    }
  }
}

/* Bars without an accompaniment. */
void
mutate_groundless(struct mutation *mutation)
{
  struct yeoun_score *score = mutation->score;
  const int32_t bar = yeoun_bar_ticks(score->meter);
  for (int32_t from = 0; from < score->length; from += bar) {
    if (!is_hit(mutation)) {
      continue;
    }
    for (int i = 0; i < score->notes; ++i) {
      struct yeoun_note *const note = &score->note[i];
      if (note->lane != YEOUN_LANE_MELODY && note->start < from &&
          note->start + note->length > from) {
        note->length = from - note->start;
      }
    }
    clear(score, from, from + bar);
  }
}

/* Nothing is struck while the tune strikes nothing. */
void
mutate_mute(struct mutation *mutation)
{
  static struct line line;
  struct yeoun_score *score = mutation->score;
  piece_line(score, YEOUN_LANE_MELODY, &line);
  for (int n = 0; n + 1 < line.notes; ++n) {
    const int32_t from = line.note[n].start;
    const int32_t to = line.note[n + 1].start;
    if (to - from >= 2 * YEOUN_BEAT && is_hit(mutation)) {
      clear(score, from + 1, to);
    }
  }
}
