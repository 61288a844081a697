// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* Accompaniments ruined. */

#include <stdlib.h>

#include "music/scale.h"
#include "mutant.h"
#include "piece.h"

static bool
is_hit(struct mutation *mutation)
{
  return yeoun_random_chance(&mutation->random, mutation->dose);
}

static bool
is_accompaniment(const struct yeoun_note *note)
{
  return note->lane != YEOUN_LANE_MELODY && piece_is_pitched(note);
}

/* Keep the notes that have a length. */
static void
sweep(struct yeoun_score *score)
{
  int kept = 0;
  for (int i = 0; i < score->notes; ++i) {
    if (score->note[i].length > 0) {
      score->note[kept++] = score->note[i];
    }
  }
  score->notes = (uint16_t)kept;
}

static struct yeoun_note
plain_note(int32_t start, int32_t length, int pitch, unsigned lane)
{
  const struct yeoun_note note = {.start = start,
                                  .length = length,
                                  .pitch = (uint8_t)pitch,
                                  .lane = (uint8_t)lane};
  return note;
}

/* Half notes of any pitch under the melody, bar by bar, in the counter's
   stead. */
void
mutate_counter(struct mutation *mutation)
{
  struct yeoun_score *score = mutation->score;
  const int32_t bar = yeoun_bar_ticks(score->meter);
  for (int32_t from = 0; from < score->length; from += bar) {
    if (!is_hit(mutation)) {
      continue;
    }
    for (int i = 0; i < score->notes; ++i) {
      if (score->note[i].lane == YEOUN_LANE_COUNTER &&
          score->note[i].start / bar == from / bar) {
        score->note[i].length = 0;
      }
    }
    for (int half = 0; half < 2; ++half) {
      const int pitch = 52 + (int)yeoun_random_below(&mutation->random, 18);
      (void)yeoun_score_add(
        score,
        plain_note(from + half * bar / 2, bar / 2, pitch, YEOUN_LANE_COUNTER));
    }
  }
  sweep(score);
}

void
mutate_bass(struct mutation *mutation)
{
  struct yeoun_score *score = mutation->score;
  for (int i = 0; i < score->notes; ++i) {
    if (score->note[i].lane == YEOUN_LANE_BASS && is_hit(mutation)) {
      score->note[i].pitch =
        (uint8_t)(33 + yeoun_random_below(&mutation->random, 20));
    }
  }
}

/* Copy the latest bar in which a lane played into one where it does not. */
static void
fill_bar(struct yeoun_score *score, unsigned lane, int32_t bar, int32_t from)
{
  int32_t source = -1;
  for (int i = 0; i < score->notes; ++i) {
    const struct yeoun_note *note = &score->note[i];
    if (note->lane != lane) {
      continue;
    }
    if (note->start / bar == from / bar) {
      return;
    }
    if (note->start < from || source < 0) {
      source = note->start / bar;
    }
  }
  const int notes = score->notes;
  for (int i = 0; i < notes && source >= 0; ++i) {
    struct yeoun_note note = score->note[i];
    if (note.lane == lane && note.start / bar == source) {
      note.start += from - source * bar;
      (void)yeoun_score_add(score, note);
    }
  }
}

/* Each note held until its lane goes on. */
static void
hold_notes(struct mutation *mutation, unsigned lane)
{
  struct yeoun_score *score = mutation->score;
  for (int i = 0; i < score->notes; ++i) {
    struct yeoun_note *note = &score->note[i];
    if (note->lane != lane || !piece_is_pitched(note) || !is_hit(mutation)) {
      continue;
    }
    int32_t next = score->length;
    for (int j = i + 1; j < score->notes; ++j) {
      if (score->note[j].lane == lane && score->note[j].start > note->start) {
        next = score->note[j].start;
        break;
      }
    }
    note->length =
      next - note->start > note->length ? next - note->start : note->length;
  }
}

void
mutate_no_breath(struct mutation *mutation)
{
  struct yeoun_score *score = mutation->score;
  const int32_t bar = yeoun_bar_ticks(score->meter);
  for (unsigned lane = 0; lane < YEOUN_LANE_DRUMS; ++lane) {
    for (int32_t from = 0; from < score->length; from += bar) {
      if (is_hit(mutation)) {
        fill_bar(score, lane, bar, from);
      }
    }
  }
  yeoun_score_sort(score);
  for (unsigned lane = 0; lane < YEOUN_LANE_DRUMS; ++lane) {
    hold_notes(mutation, lane);
  }
  /* And something is always there: the tonic, from bar line to bar line. */
  for (int32_t from = 0; from < score->length; from += bar) {
    if (is_hit(mutation)) {
      (void)yeoun_score_add(
        score, plain_note(from, bar, 36 + score->key.tonic, YEOUN_LANE_PAD));
    }
  }
}

static int
nearest(uint16_t tones, int pitch)
{
  for (int away = 0; away < 12; ++away) {
    if (yeoun_tones_hold(tones, pitch - away)) {
      return pitch - away;
    }
    if (yeoun_tones_hold(tones, pitch + away)) {
      return pitch + away;
    }
  }
  return pitch;
}

void
mutate_no_arc(struct mutation *mutation)
{
  static struct yeoun_score old;
  struct yeoun_score *score = mutation->score;
  const int32_t bar = yeoun_bar_ticks(score->meter);
  old = *score;
  /* The dose is of pieces: an arc is a thing of the whole. */
  const bool is_ruined = is_hit(mutation);
  for (int32_t from = bar; is_ruined && from < score->length; from += bar) {
    for (int i = 0; i < score->notes; ++i) {
      if (score->note[i].lane != YEOUN_LANE_MELODY &&
          score->note[i].start / bar == from / bar) {
        score->note[i].length = 0;
      }
    }
    for (int i = 0; i < old.notes; ++i) {
      struct yeoun_note note = old.note[i];
      if (note.lane == YEOUN_LANE_MELODY || note.start >= bar) {
        continue;
      }
      note.start += from;
      const struct yeoun_span *span = piece_span(score, note.start);
      if (span && note.lane != YEOUN_LANE_DRUMS) {
        note.pitch = (uint8_t)nearest(span->chord.tones, note.pitch);
      }
      (void)yeoun_score_add(score, note);
    }
  }
  sweep(score);
}

/* A chord of two notes over the beats before and after each punch. */
void
mutate_no_pause(struct mutation *mutation)
{
  struct yeoun_score *score = mutation->score;
  const int notes = score->notes;
  for (int i = 0; i < notes; ++i) {
    const struct yeoun_note note = score->note[i];
    if (!(note.marks & YEOUN_MARK_JOKE) || !is_hit(mutation)) {
      continue;
    }
    int32_t from = note.start - 4 * YEOUN_BEAT;
    from = from < 0 ? 0 : from;
    const int32_t length = note.start + note.length + 4 * YEOUN_BEAT - from;
    (void)yeoun_score_add(score, plain_note(from, length, 55, YEOUN_LANE_PAD));
  }
}

void
mutate_leaning(struct mutation *mutation)
{
  struct yeoun_score *score = mutation->score;
  for (int i = 0; i < score->notes; ++i) {
    struct yeoun_note *note = &score->note[i];
    if (is_accompaniment(note) && note->lane != YEOUN_LANE_BASS &&
        is_hit(mutation)) {
      const int up = yeoun_random_below(&mutation->random, 2) ? 1 : -1;
      note->pitch = (uint8_t)(note->pitch + up);
    }
  }
}

void
mutate_doubled(struct mutation *mutation)
{
  struct yeoun_score *score = mutation->score;
  const int32_t bar = yeoun_bar_ticks(score->meter);
  const int notes = score->notes;
  for (int32_t from = 0; from < score->length; from += bar) {
    if (!is_hit(mutation)) {
      continue;
    }
    for (int i = 0; i < notes; ++i) {
      struct yeoun_note note = score->note[i];
      if (note.start / bar != from / bar) {
        continue;
      }
      if (note.lane == YEOUN_LANE_COUNTER) {
        score->note[i].length = 0;
      }
      if (note.lane == YEOUN_LANE_MELODY && piece_is_pitched(&note)) {
        note.lane = YEOUN_LANE_COUNTER;
        note.pitch = (uint8_t)(note.pitch - 12);
        (void)yeoun_score_add(score, note);
      }
    }
  }
  sweep(score);
}

void
mutate_covered(struct mutation *mutation)
{
  struct yeoun_score *score = mutation->score;
  for (int i = 0; i < score->notes; ++i) {
    struct yeoun_note *note = &score->note[i];
    if (is_accompaniment(note) && note->lane != YEOUN_LANE_BASS &&
        is_hit(mutation)) {
      while (note->pitch < 79) {
        note->pitch = (uint8_t)(note->pitch + 12);
      }
    }
  }
}

/* A bar of the chords lane as eighths of one pitch. */
void
mutate_hammer(struct mutation *mutation)
{
  struct yeoun_score *score = mutation->score;
  const int32_t bar = yeoun_bar_ticks(score->meter);
  for (int32_t from = 0; from < score->length; from += bar) {
    int pitch = 0;
    if (!is_hit(mutation)) {
      continue;
    }
    for (int i = 0; i < score->notes; ++i) {
      struct yeoun_note *note = &score->note[i];
      if (note->lane == YEOUN_LANE_CHORDS && note->start / bar == from / bar) {
        pitch = note->pitch;
        note->length = 0;
      }
    }
    for (int32_t t = from; pitch && t < from + bar; t += YEOUN_BEAT / 2) {
      (void)yeoun_score_add(
        score, plain_note(t, YEOUN_BEAT / 2, pitch, YEOUN_LANE_CHORDS));
    }
  }
  sweep(score);
}

void
mutate_thick(struct mutation *mutation)
{
  struct yeoun_score *score = mutation->score;
  const int notes = score->notes;
  for (int i = 0; i < notes; ++i) {
    struct yeoun_note note = score->note[i];
    if (!is_accompaniment(&note) || !is_hit(mutation)) {
      continue;
    }
    note.length += 2 * YEOUN_BEAT;
    note.pitch = (uint8_t)(note.pitch + 12);
    (void)yeoun_score_add(score, note);
    note.pitch = (uint8_t)(note.pitch - 24);
    (void)yeoun_score_add(score, note);
    score->note[i].length = note.length;
  }
}

/* Each bar's accompaniment on sixteenths of its own. */
void
mutate_restless(struct mutation *mutation)
{
  struct yeoun_score *score = mutation->score;
  const int32_t bar = yeoun_bar_ticks(score->meter);
  const int32_t sixteenth = YEOUN_BEAT / 4;
  for (int i = 0; i < score->notes; ++i) {
    struct yeoun_note *note = &score->note[i];
    if (!is_accompaniment(note) || !is_hit(mutation)) {
      continue;
    }
    const uint32_t places = (uint32_t)(bar / sixteenth);
    note->start =
      note->start / bar * bar +
      sixteenth * (int32_t)yeoun_random_below(&mutation->random, places);
  }
}

void
mutate_redrawn(struct mutation *mutation)
{
  struct yeoun_score *score = mutation->score;
  for (int i = 0; i < score->notes; ++i) {
    struct yeoun_note *note = &score->note[i];
    if (note->lane != YEOUN_LANE_DRUMS && is_hit(mutation)) {
      const uint32_t up = 1 + yeoun_random_below(&mutation->random, 10);
      note->pitch = (uint8_t)(note->pitch + (int)up - 5 - (up == 5));
    }
  }
}
