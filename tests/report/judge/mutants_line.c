// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* Tunes with the accidents that readers name. */

#include "mutant.h"
#include "piece.h"

static bool
is_hit(struct mutation *mutation)
{
  return yeoun_random_chance(&mutation->random, mutation->dose);
}

static bool
is_melody(const struct yeoun_note *note)
{
  return note->lane == YEOUN_LANE_MELODY && piece_is_pitched(note);
}

void
mutate_zigzag(struct mutation *mutation)
{
  struct yeoun_score *score = mutation->score;
  int before = -1;
  int count = 0;
  for (int i = 0; i < score->notes; ++i) {
    struct yeoun_note *note = &score->note[i];
    if (!is_melody(note)) {
      continue;
    }
    if (before >= 0 && ++count % 2 && is_hit(mutation)) {
      note->pitch = (uint8_t)(before + 8);
    }
    before = note->pitch;
  }
}

void
mutate_falling_ends(struct mutation *mutation)
{
  static struct line line;
  struct yeoun_score *score = mutation->score;
  piece_line(score, YEOUN_LANE_MELODY, &line);
  for (int p = 0; p < line.phrases; ++p) {
    const int last = piece_phrase_last(&line, p);
    const bool is_ruined = is_hit(mutation);
    for (int i = 0; is_ruined && i < score->notes; ++i) {
      struct yeoun_note *note = &score->note[i];
      if (is_melody(note) && note->start == line.note[last].start) {
        note->pitch = (uint8_t)(note->pitch - 12);
      }
    }
  }
}

/* Bars of the tune two octaves lower. */
void
mutate_low_tune(struct mutation *mutation)
{
  struct yeoun_score *score = mutation->score;
  const int32_t bar = yeoun_bar_ticks(score->meter);
  for (int32_t from = 0; from < score->length; from += bar) {
    const bool is_ruined = is_hit(mutation);
    for (int i = 0; is_ruined && i < score->notes; ++i) {
      struct yeoun_note *note = &score->note[i];
      if (is_melody(note) && note->start / bar == from / bar) {
        note->pitch = (uint8_t)(note->pitch - 24);
      }
    }
  }
}

/* The bar before a close in eighths, up and down. */
void
mutate_full_bars(struct mutation *mutation)
{
  struct yeoun_score *score = mutation->score;
  const int32_t bar = yeoun_bar_ticks(score->meter);
  const int32_t eighth = YEOUN_BEAT / 2;
  for (int32_t from = 2 * bar; from < score->length; from += 4 * bar) {
    int pitch = 0;
    if (!is_hit(mutation)) {
      continue;
    }
    for (int i = 0; i < score->notes; ++i) {
      struct yeoun_note *note = &score->note[i];
      if (is_melody(note) && note->start >= from && note->start < from + bar) {
        pitch = pitch ? pitch : note->pitch;
        note->lane = YEOUN_LANE_COUNTER;
      }
    }
    for (int32_t at = 0; pitch && at < bar; at += eighth) {
      yeoun_score_add(
        score,
        (struct yeoun_note){.start = from + at,
                            .length = eighth,
                            .pitch = (uint8_t)(pitch + (int)(at / eighth % 3)),
                            .lane = YEOUN_LANE_MELODY});
    }
  }
}

void
mutate_close_graces(struct mutation *mutation)
{
  struct yeoun_score *score = mutation->score;
  const int32_t bar = yeoun_bar_ticks(score->meter);
  const int written = score->notes;
  for (int i = 0; i < written; ++i) {
    const struct yeoun_note note = score->note[i];
    if (is_melody(&note) && note.start / bar % 4 == 3 && is_hit(mutation)) {
      yeoun_score_add(
        score,
        (struct yeoun_note){.start = note.start - YEOUN_BEAT / 8,
                            .length = YEOUN_BEAT / 8,
                            .pitch = (uint8_t)(note.pitch - 1),
                            .lane = YEOUN_LANE_MELODY,
                            .articulation = YEOUN_ARTICULATION_GRACE});
    }
  }
}
