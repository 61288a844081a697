// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "marks.h"

#include <stdbool.h>
#include <stddef.h>

/* Graces and jokes are not what a phrase aims at. */
static bool
is_sung(const struct yeoun_note *note)
{
  return note->lane == YEOUN_LANE_MELODY &&
         note->articulation != YEOUN_ARTICULATION_GRACE &&
         !(note->marks & YEOUN_MARK_JOKE);
}

static void
mark_climax(struct yeoun_score *score)
{
  struct yeoun_note *highest = NULL;
  for (int i = 0; i < score->notes; ++i) {
    struct yeoun_note *const note = &score->note[i];
    if (is_sung(note) && (!highest || note->pitch >= highest->pitch)) {
      highest = note;
    }
  }
  if (highest) {
    highest->marks |= YEOUN_MARK_CLIMAX;
  }
}

/* An anacrusis begins off the bar: the phrase has ended before it. */
static bool
leads_in(const struct yeoun_score *score, const struct yeoun_note *note)
{
  return (note->marks & YEOUN_MARK_PHRASE_START) &&
         note->start % yeoun_bar_ticks(score->meter);
}

static void
mark_end(struct yeoun_score *score, const struct yeoun_phrase *phrase)
{
  struct yeoun_note *last = NULL;
  for (int i = 0; i < score->notes && score->note[i].start < phrase->end; ++i) {
    struct yeoun_note *const note = &score->note[i];
    if (is_sung(note) && note->start >= phrase->start) {
      const bool is_over =
        last && leads_in(score, note) &&
        phrase->end - note->start < yeoun_bar_ticks(score->meter);
      if (is_over) {
        break;
      }
      last = note;
    }
  }
  if (last) {
    last->marks |= YEOUN_MARK_PHRASE_END;
  }
}

/* A suspension is prepared by the note before; where that is gone (in a blend,
   at a stop) the dissonance leans all the same. */
static void
release_suspensions(struct yeoun_score *score)
{
  const struct yeoun_note *before = NULL;
  for (int i = 0; i < score->notes; ++i) {
    struct yeoun_note *const note = &score->note[i];
    if (note->lane != YEOUN_LANE_MELODY ||
        note->articulation == YEOUN_ARTICULATION_GRACE) {
      continue;
    }
    const bool is_prepared = before && before->pitch == note->pitch &&
                             before->start + before->length == note->start;
    if ((note->marks & YEOUN_MARK_SUSPENSION) && !is_prepared) {
      note->marks = (uint8_t)((note->marks & ~YEOUN_MARK_SUSPENSION) |
                              YEOUN_MARK_APPOGGIATURA);
    }
    before = note;
  }
}

void
yeoun_marks_set(struct yeoun_score *score)
{
  release_suspensions(score);
  mark_climax(score);
  for (int p = 0; p < score->phrases; ++p) {
    if (score->phrase[p].level < 7) {
      mark_end(score, &score->phrase[p]);
    }
  }
}
