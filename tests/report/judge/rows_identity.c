// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* Rows about the theme in its variation: a second measure of likeness that sees
   only notes, made apart from the engine's identity. */

#include <stdlib.h>

#include "music/scale.h"
#include "row.h"

/* What a tone that is only touched, and a step in its stead, are worth; the
   shares of tune and chords alone (the rest is their product); what any two
   tunes share. Chosen so that 172 variations by Mozart and Beethoven (TAVERN)
   know their own theme (160 of 167 first among the sets in their metre) while
   19 of 20 pairs of unrelated sets stay below a quarter (.245). */
#define TOUCHED 0.8
#define STEP 0.25
#define TUNE 0.35
#define CHORDS 0.25
#define CHANCE 0.20

/* First note that can still sound at a tick, from a cursor that only goes on.
 */
static int
first_near(const struct yeoun_score *score, int32_t tick, int *cursor)
{
  while (*cursor < score->notes &&
         score->note[*cursor].start + score->note[*cursor].length <=
           tick - 16 * YEOUN_BEAT) {
    ++*cursor;
  }
  return *cursor;
}

static bool
is_melody(const struct yeoun_note *note)
{
  return note->lane == YEOUN_LANE_MELODY && piece_is_pitched(note);
}

/* The melody at a tick, relative to the tonic; -1 in a rest. */
static int
melody_at(const struct yeoun_score *score, int32_t tick, int *cursor)
{
  int pitch = -1;
  int i = first_near(score, tick, cursor);
  for (; i < score->notes && score->note[i].start <= tick; ++i) {
    const struct yeoun_note *note = &score->note[i];
    if (is_melody(note) && tick < note->start + note->length) {
      pitch = note->pitch;
    }
  }
  return pitch < 0 ? -1 : yeoun_pitch_class(pitch - score->key.tonic);
}

/* All that the melody touches from one tick to another, as a set of tones
   relative to the tonic. */
static unsigned
melody_between(const struct yeoun_score *score,
               int32_t from,
               int32_t to,
               int *cursor)
{
  unsigned tones = 0;
  for (int i = first_near(score, from, cursor);
       i < score->notes && score->note[i].start < to;
       ++i) {
    const struct yeoun_note *note = &score->note[i];
    if (is_melody(note) && note->start + note->length > from) {
      tones |= 1u << yeoun_pitch_class(note->pitch - score->key.tonic);
    }
  }
  return tones;
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

/* How much of a tone of the statement is in a pulse of the variation: it sounds
   on the pulse; it is touched within it, as in a figuration; a step lies there
   in its stead. */
static double
tone_likeness(int on_pulse, unsigned touched, int own)
{
  if (own < 0) {
    return on_pulse < 0 ? 1 : 0;
  }
  if (on_pulse == own) {
    return 1;
  }
  if (touched >> own & 1u) {
    return TOUCHED;
  }
  const int apart = abs(on_pulse - own);
  const bool is_step = apart <= 2 || apart >= 10;
  return on_pulse >= 0 && is_step ? STEP : 0;
}

/* Mean over windows of two bars: how much of the tune's skeleton (the
   statement's tone at each pulse) and of its chords is where the statement has
   it, less what any two tunes share. 1 only when both are equal at every pulse.
   172 human variations: mean .54, nine in ten above .13. */
static double
likeness(const struct piece *piece,
         const struct yeoun_score *a,
         const struct yeoun_score *b)
{
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
      const unsigned touched =
        melody_between(a, t, t + piece->pulse, &cursor_a);
      tune += tone_likeness(x, touched, y);
      chords += chord_likeness(a, b, t);
      ++places;
    }
    tune /= places;
    chords /= places;
    sum += TUNE * tune + CHORDS * chords + (1 - TUNE - CHORDS) * tune * chords;
  }
  const double mean = windows ? sum / windows : 0;
  return mean > CHANCE ? (mean - CHANCE) / (1 - CHANCE) : 0;
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
