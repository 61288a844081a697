// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* Melodies ruined. */

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
is_melody(const struct yeoun_note *note)
{
  return note->lane == YEOUN_LANE_MELODY && piece_is_pitched(note);
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

/* Any tone of the scale from one key to another. */
static int
draw_tone(struct mutation *mutation, int low, int high)
{
  const struct yeoun_scale scale = yeoun_scale_of_key(mutation->score->key);
  const uint16_t tones = yeoun_scale_tones(&scale);
  for (;;) {
    const int pitch = low + (int)yeoun_random_below(&mutation->random,
                                                    (uint32_t)(high - low + 1));
    if (yeoun_tones_hold(tones, pitch)) {
      return pitch;
    }
  }
}

/* Lowest, highest and mean pitch of the melody. */
struct reach {
  int low, high, mean;
};

static struct reach
reach_of(const struct yeoun_score *score)
{
  struct reach reach = {127, 0, 66};
  long sum = 0;
  int notes = 0;
  for (int i = 0; i < score->notes; ++i) {
    const struct yeoun_note *note = &score->note[i];
    if (is_melody(note)) {
      reach.low = note->pitch < reach.low ? note->pitch : reach.low;
      reach.high = note->pitch > reach.high ? note->pitch : reach.high;
      sum += note->pitch;
      ++notes;
    }
  }
  reach.mean = notes ? (int)(sum / notes) : 66;
  return reach;
}

void
mutate_free_melody(struct mutation *mutation)
{
  struct yeoun_score *score = mutation->score;
  const struct reach reach = reach_of(score);
  for (int i = 0; i < score->notes; ++i) {
    if (is_melody(&score->note[i]) && is_hit(mutation)) {
      score->note[i].pitch =
        (uint8_t)draw_tone(mutation, reach.mean - 9, reach.mean + 9);
    }
  }
}

/* The first note of the melody lane at a tick. */
static struct yeoun_note *
note_at(struct yeoun_score *score, int32_t start)
{
  for (int i = 0; i < score->notes; ++i) {
    if (is_melody(&score->note[i]) && score->note[i].start == start) {
      return &score->note[i];
    }
  }
  return NULL;
}

void
mutate_no_close(struct mutation *mutation)
{
  static struct line line;
  struct yeoun_score *score = mutation->score;
  piece_line(score, YEOUN_LANE_MELODY, &line);
  for (int p = 0; p < line.phrases; ++p) {
    const struct sung *last = &line.note[piece_phrase_last(&line, p)];
    const struct yeoun_span *span = piece_span(score, last->end - 1);
    struct yeoun_note *note = note_at(score, last->start);
    if (!span || !note || !is_hit(mutation)) {
      continue;
    }
    /* Up from it to a tone that neither triad nor chord has. */
    for (int up = 1; up < 6; ++up) {
      if (!yeoun_tones_hold(span->chord.tones, last->pitch + up)) {
        note->pitch = (uint8_t)(last->pitch + up);
        break;
      }
    }
  }
  /* Nor does a section: its last chord gives way to the one a step above. */
  const int32_t group = 8 * yeoun_bar_ticks(score->meter);
  for (int32_t end = group; end <= score->length; end += group) {
    for (int s = 0; s < score->spans; ++s) {
      struct yeoun_span *span = &score->span[s];
      if (span->start < end && span->start + span->length >= end &&
          is_hit(mutation)) {
        span->chord = yeoun_chord_make(
          score->key.tonic + 2u, YEOUN_CHORD_MIN, score->key.tonic + 2u);
      }
    }
  }
}

void
mutate_downbeats(struct mutation *mutation)
{
  static struct line line;
  struct yeoun_score *score = mutation->score;
  const int32_t bar = yeoun_bar_ticks(score->meter);
  piece_line(score, YEOUN_LANE_MELODY, &line);
  for (int p = 0; p < line.phrases; ++p) {
    const int32_t early = line.note[line.first[p]].start % bar;
    const int last = piece_phrase_last(&line, p);
    const bool is_ruined = is_hit(mutation);
    for (int i = line.first[p]; is_ruined && i <= last; ++i) {
      struct yeoun_note *note = note_at(score, line.note[i].start);
      if (note) {
        note->start -= early;
      }
    }
  }
}

void
mutate_flat_peaks(struct mutation *mutation)
{
  struct yeoun_score *score = mutation->score;
  const int32_t group = 4 * yeoun_bar_ticks(score->meter);
  for (int32_t from = 0; from < score->length; from += group) {
    int high = 0;
    for (int i = 0; i < score->notes; ++i) {
      const struct yeoun_note *note = &score->note[i];
      if (is_melody(note) && note->start / group == from / group) {
        high = note->pitch > high ? note->pitch : high;
      }
    }
    if (!is_hit(mutation)) {
      continue;
    }
    for (int i = 0; i < score->notes; ++i) {
      struct yeoun_note *note = &score->note[i];
      if (is_melody(note) && note->start / group == from / group &&
          note->pitch >= high - 4) {
        note->pitch = (uint8_t)(high - 2);
      }
    }
  }
}

/* Each bar's melody moved onto other eighths. */
void
mutate_forgetful(struct mutation *mutation)
{
  struct yeoun_score *score = mutation->score;
  const int32_t bar = yeoun_bar_ticks(score->meter);
  const int32_t eighth = YEOUN_BEAT / 2;
  int32_t hit_bar = -1;
  int32_t free_from = 0;
  for (int i = 0; i < score->notes; ++i) {
    struct yeoun_note *note = &score->note[i];
    if (!is_melody(note)) {
      continue;
    }
    if (note->start / bar != hit_bar / bar || hit_bar < 0) {
      hit_bar = is_hit(mutation) ? note->start / bar * bar : -1;
      free_from = note->start / bar * bar;
    }
    if (hit_bar < 0) {
      continue;
    }
    const int32_t left = hit_bar + bar - free_from;
    if (left < eighth) {
      note->length = 0;
      continue;
    }
    const uint32_t most = left > bar / 2 ? 4 : 2;
    note->start = free_from + eighth * (int32_t)yeoun_random_below(
                                         &mutation->random,
                                         (uint32_t)(left / eighth) < most
                                           ? (uint32_t)(left / eighth)
                                           : most);
    note->length = eighth;
    free_from = note->start + eighth;
  }
  sweep(score);
}

void
mutate_narrow(struct mutation *mutation)
{
  struct yeoun_score *score = mutation->score;
  const struct reach reach = reach_of(score);
  bool is_narrow = is_hit(mutation);
  for (int i = 0; i < score->notes; ++i) {
    struct yeoun_note *note = &score->note[i];
    if (is_melody(note) && (note->marks & YEOUN_MARK_PHRASE_START)) {
      is_narrow = is_hit(mutation); /* a place is a phrase */
    }
    if (is_melody(note) && is_narrow) {
      const int away = note->pitch - reach.mean;
      note->pitch = (uint8_t)(reach.mean + (away > 1 ? 2 : away < -1 ? -2 : 0));
    }
  }
}

void
mutate_octaves(struct mutation *mutation)
{
  struct yeoun_score *score = mutation->score;
  for (int i = 0; i < score->notes; ++i) {
    struct yeoun_note *note = &score->note[i];
    if (is_melody(note) && is_hit(mutation)) {
      note->pitch =
        (uint8_t)(note->pitch +
                  12 * ((int)yeoun_random_below(&mutation->random, 3) - 1));
    }
  }
}

/* A beat late; half of the phrases at half the dose, so that lines overlap. */
void
mutate_late(struct mutation *mutation)
{
  struct yeoun_score *score = mutation->score;
  const int32_t bar = yeoun_bar_ticks(score->meter);
  const int32_t late = yeoun_pulse_ticks(score->meter);
  bool is_late = false;
  int32_t group = -1;
  for (int i = 0; i < score->notes; ++i) {
    struct yeoun_note *note = &score->note[i];
    if (!is_melody(note)) {
      continue;
    }
    if (note->start / (2 * bar) != group) {
      group = note->start / (2 * bar);
      is_late = is_hit(mutation);
    }
    if (is_late && note->start + late < score->length) {
      note->start += late;
    }
  }
}

/* The bar with the highest note changes places with the first. */
void
mutate_early_top(struct mutation *mutation)
{
  struct yeoun_score *score = mutation->score;
  const int32_t bar = yeoun_bar_ticks(score->meter);
  const struct reach reach = reach_of(score);
  if (!is_hit(mutation)) {
    return;
  }
  int32_t top = 0;
  for (int i = 0; i < score->notes; ++i) {
    if (is_melody(&score->note[i]) && score->note[i].pitch == reach.high) {
      top = score->note[i].start / bar;
      break;
    }
  }
  for (int i = 0; i < score->notes; ++i) {
    struct yeoun_note *note = &score->note[i];
    const int32_t at = note->start / bar;
    if (is_melody(note) && (at == top || at == 0)) {
      note->start += at == top ? -top * bar : top * bar;
    }
  }
}

/* The pitches stay, the onsets are those of the first bar that has any; what
   is left over falls away. */
void
mutate_one_rhythm(struct mutation *mutation)
{
  static struct yeoun_score old;
  struct yeoun_score *score = mutation->score;
  const int32_t bar = yeoun_bar_ticks(score->meter);
  int32_t model = -1;
  old = *score;
  for (int32_t from = 0; from < score->length; from += bar) {
    const bool is_ruined = is_hit(mutation);
    int32_t place = 0; /* in the model bar: the next onset's earliest place */
    for (int i = 0; i < score->notes; ++i) {
      struct yeoun_note *note = &score->note[i];
      if (!is_melody(note) || old.note[i].start / bar != from / bar) {
        continue;
      }
      model = model < 0 ? from : model;
      if (!is_ruined || from == model) {
        continue;
      }
      note->length = 0;
      for (int j = 0; j < old.notes; ++j) {
        const struct yeoun_note *like = &old.note[j];
        if (is_melody(like) && like->start / bar == model / bar &&
            like->start % bar >= place) {
          note->start = from + like->start % bar;
          note->length = like->length;
          place = like->start % bar + 1;
          break;
        }
      }
    }
  }
  sweep(score);
}

void
mutate_chopped(struct mutation *mutation)
{
  struct yeoun_score *score = mutation->score;
  const int32_t sixteenth = YEOUN_BEAT / 4;
  const int notes = score->notes;
  for (int i = 0; i < notes; ++i) {
    struct yeoun_note *note = &score->note[i];
    if (!is_melody(note) || note->length < 2 * sixteenth || !is_hit(mutation)) {
      continue;
    }
    struct yeoun_note part = *note;
    note->length = sixteenth;
    for (int32_t t = sixteenth; t + sixteenth <= part.length; t += sixteenth) {
      struct yeoun_note next = part;
      next.start = part.start + t;
      next.length = sixteenth;
      next.pitch = (uint8_t)(part.pitch + (t / sixteenth % 2 ? 2 : 0));
      (void)yeoun_score_add(score, next);
    }
  }
}
