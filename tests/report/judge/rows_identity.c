// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* Rows about the theme in its variation: a second measure of likeness that sees
   only notes, made apart from the engine's identity. */

#include <stdlib.h>

#include "music/scale.h"
#include "row.h"

/* The melody at a tick, relative to the tonic; -1 in a rest. */
static int
melody_at(const struct yeoun_score *score, int32_t tick, int *cursor)
{
  int i = *cursor;
  int pitch = -1;
  while (i < score->notes && score->note[i].start + score->note[i].length <=
                               tick - 16 * YEOUN_BEAT) {
    ++i;
  }
  *cursor = i;
  for (; i < score->notes && score->note[i].start <= tick; ++i) {
    const struct yeoun_note *note = &score->note[i];
    if (note->lane == YEOUN_LANE_MELODY && piece_is_pitched(note) &&
        tick < note->start + note->length) {
      pitch = note->pitch;
    }
  }
  return pitch < 0 ? -1 : yeoun_pitch_class(pitch - score->key.tonic);
}

static int
third_of(const struct yeoun_chord *chord)
{
  return yeoun_tones_hold(chord->tones, chord->root + 4)   ? 4
         : yeoun_tones_hold(chord->tones, chord->root + 3) ? 3
                                                           : 0;
}

/* 1 same root and third, .5 the same root or two common tones, else 0; each
   relative to its own tonic. */
static double
chord_likeness(const struct yeoun_score *a,
               const struct yeoun_score *b,
               int32_t tick)
{
  const struct yeoun_span *x = piece_span(a, tick);
  const struct yeoun_span *y = piece_span(b, tick);
  if (!x || !y) {
    return 0;
  }
  const struct yeoun_chord p =
    yeoun_chord_transpose(x->chord, -(int)a->key.tonic);
  const struct yeoun_chord q =
    yeoun_chord_transpose(y->chord, -(int)b->key.tonic);
  if (p.root == q.root) {
    return third_of(&p) == third_of(&q) ? 1 : 0.5;
  }
  const unsigned common = p.tones & q.tones;
  return (common & (common - 1)) != 0 ? 0.5 : 0;
}

/* Mean over windows of two bars: in each the product of how much of the tune's
   skeleton (what sounds on the pulse) and of the chords is where the statement
   has it, with equal weight of sum and product, less what any two tunes share.
   1 only when both are equal at every pulse. */
static double
likeness(const struct piece *piece,
         const struct yeoun_score *a,
         const struct yeoun_score *b)
{
  static const double chance =
    0.30; /* of unrelated themes: see row_unrelated */
  double sum = 0;
  int windows = 0;
  int cursor_a = 0;
  int cursor_b = 0;
  for (int bar = 0; bar + 2 <= piece->bars; bar += 2, ++windows) {
    double tune = 0;
    double chords = 0;
    int places = 0;
    const int32_t from = bar * piece->bar;
    for (int32_t t = from; t < from + 2 * piece->bar; t += piece->pulse) {
      const int x = melody_at(a, t, &cursor_a);
      const int y = melody_at(b, t, &cursor_b);
      const int apart = abs(x - y) % 11; /* 11 semitones are a step too */
      const bool both = x >= 0 && y >= 0;
      tune += x == y ? 1 : both && apart <= 2 ? 0.25 : 0;
      chords += chord_likeness(a, b, t);
      ++places;
    }
    tune /= places;
    chords /= places;
    sum += 0.5 * tune + 0.2 * chords + 0.3 * tune * chords;
  }
  const double mean = windows ? sum / windows : 0;
  return mean > chance ? (mean - chance) / (1 - chance) : 0;
}

void
row_likeness(const struct piece *piece, struct tally *tally)
{
  tally->sum += likeness(piece, piece->score, piece->statement);
  tally->weight += 1;
}

/* Whether its own theme's statement is the likest of all. */
void
row_own_first(const struct piece *piece, struct tally *tally)
{
  const double own = likeness(piece, piece->score, piece->statement);
  bool is_first = own > 0;
  for (int i = 0; i < piece->themes && is_first; ++i) {
    is_first =
      i == piece->own || likeness(piece, piece->score, piece->others[i]) < own;
  }
  tally->sum += is_first;
  tally->weight += 1;
}

/* Share of other themes' statements that are more than a quarter alike. */
void
row_unrelated(const struct piece *piece, struct tally *tally)
{
  for (int i = 0; i < piece->themes; ++i) {
    if (i != piece->own) {
      tally->sum += likeness(piece, piece->score, piece->others[i]) > 0.25;
      tally->weight += 1;
    }
  }
}

/* The statement's tones on strong beats that still sound there. */
void
row_structure(const struct piece *piece, struct tally *tally)
{
  int cursor_a = 0;
  int cursor_b = 0;
  for (int32_t t = 0; t < piece->score->length; t += piece->pulse) {
    const bool is_strong = t % piece->bar * 2 % piece->bar == 0;
    const int x = melody_at(piece->score, t, &cursor_a);
    const int y = melody_at(piece->statement, t, &cursor_b);
    if (is_strong && y >= 0) {
      tally->sum += x == y;
      tally->weight += 1;
    }
  }
}
