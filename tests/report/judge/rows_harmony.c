// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* Rows about the chords, read off the spans and the notes. */

#include <stddef.h>
#include <stdlib.h>

#include "music/scale.h"
#include "row.h"

static bool
has(const struct yeoun_chord *chord, int up)
{
  return yeoun_tones_hold(chord->tones, chord->root + up);
}

/* What wants to resolve: a major third with a minor seventh, a diminished
   seventh, a half-diminished chord. */
static bool
wants(const struct yeoun_chord *chord)
{
  const bool is_dominant = has(chord, 4) && has(chord, 10);
  const bool is_diminished = has(chord, 3) && has(chord, 6) && !has(chord, 7) &&
                             (has(chord, 9) || has(chord, 10));
  return is_dominant || is_diminished;
}

/* Whether the bass roots go as such chords go: a dominant up a fourth, down a
   semitone, up a step or a semitone (deceptive), or another form of itself; a
   diminished chord up a semitone or a fourth, down a semitone, to a common
   tone. Blues: the tonic's and the subdominant's own sevenths are free. */
static bool
is_led(const struct piece *piece,
       const struct yeoun_chord *chord,
       const struct yeoun_chord *next)
{
  const int up = yeoun_pitch_class(next->root - chord->root);
  const int degree = yeoun_pitch_class(chord->root - piece->tonic);
  if (has(chord, 4)) {
    enum { GOALS = 1 << 0 | 1 << 1 | 1 << 2 | 1 << 4 | 1 << 5 | 1 << 11 };
    const int arrival = yeoun_pitch_class(next->root - piece->tonic);
    const bool is_blues = (degree == 0 || degree == 5 || degree == 10) &&
                          (arrival == 0 || arrival == 5 || arrival == 7);
    const bool is_home = degree == 7 && (up == 10 || up == 7);
    return (GOALS >> up & 1) || is_blues || is_home;
  }
  enum {
    GOALS = 1 << 0 | 1 << 1 | 1 << 5 | 1 << 6 | 1 << 8 | 1 << 9 | 1 << 11
  };
  return (GOALS >> up & 1) || (degree == 2 && up == 10);
}

static bool
is_equal(const struct yeoun_chord *a, const struct yeoun_chord *b)
{
  return a->root == b->root && a->tones == b->tones;
}

/* Whether the theme itself goes from one to the other: then it is asked for. */
static bool
is_of_theme(const struct piece *piece,
            const struct yeoun_chord *chord,
            const struct yeoun_chord *next)
{
  const struct yeoun_theme *theme = piece->theme;
  for (int i = 0; i < theme->chords; ++i) {
    const struct yeoun_chord *after = &theme->chord[(i + 1) % theme->chords];
    if (theme->chord[i].root == chord->root && after->root == next->root) {
      return true;
    }
  }
  return false;
}

void
row_lost_chords(const struct piece *piece, struct tally *tally)
{
  const struct yeoun_score *score = piece->score;
  for (int i = 0; i + 1 < score->spans; ++i) {
    const struct yeoun_chord *chord = &score->span[i].chord;
    const struct yeoun_chord *next = &score->span[i + 1].chord;
    if (wants(chord) && !is_equal(chord, next)) {
      tally->sum +=
        !is_led(piece, chord, next) && !is_of_theme(piece, chord, next);
      tally->weight += 1;
    }
  }
}

/* Tones of the key and of the theme's own chords; in minor both sixths and
   sevenths. */
static uint16_t
known_tones(const struct piece *piece)
{
  const struct yeoun_scale scale = yeoun_scale_of_key(piece->score->key);
  unsigned tones = yeoun_scale_tones(&scale);
  if (piece->is_minor) {
    tones |= 1u << (piece->tonic + 11) % 12;
  }
  for (int i = 0; i < piece->theme->chords; ++i) {
    tones |= piece->theme->chord[i].tones;
  }
  return (uint16_t)tones;
}

/* Time on chords that have a tone foreign to key and theme and do not lead on
   as a dominant or a diminished chord does. */
void
row_foreign_chords(const struct piece *piece, struct tally *tally)
{
  const struct yeoun_score *score = piece->score;
  const uint16_t known = known_tones(piece);
  for (int i = 0; i < score->spans; ++i) {
    const struct yeoun_span *span = &score->span[i];
    const bool leads = i + 1 < score->spans && wants(&span->chord) &&
                       is_led(piece, &span->chord, &score->span[i + 1].chord);
    tally->sum += (span->chord.tones & ~known) && !leads ? span->length : 0;
    tally->weight += span->length;
  }
}

/* Third above the root: 3, 4, or 0 when it has none or both. */
static int
third(const struct yeoun_chord *chord)
{
  return has(chord, 4) ? 4 : has(chord, 3) ? 3 : 0;
}

static bool
is_same_chord(const struct yeoun_chord *a, const struct yeoun_chord *b)
{
  return a->root == b->root &&
         (third(a) == third(b) || third(a) == 0 || third(b) == 0);
}

/* Time on the chord that the statement has at that place, root and third. */
void
row_theme_chords(const struct piece *piece, struct tally *tally)
{
  for (int32_t tick = 0; tick < piece->score->length; tick += piece->pulse) {
    const struct yeoun_span *a = piece_span(piece->score, tick);
    const struct yeoun_span *b = piece_span(piece->statement, tick);
    if (a && b) {
      tally->sum += is_same_chord(&a->chord, &b->chord);
      tally->weight += 1;
    }
  }
}

/* Places of a dominant of the theme (a seventh, or V of the key) that have a
   chord without its leading note, on no root of the dominant (V, its tritone,
   vii). */
void
row_lost_dominants(const struct piece *piece, struct tally *tally)
{
  const struct yeoun_score *score = piece->score;
  for (int i = 0; i < score->spans; ++i) {
    const struct yeoun_span *span = &score->span[i];
    if (span->slot < 0 || span->slot >= piece->theme->chords) {
      continue;
    }
    const struct yeoun_chord *own = &piece->theme->chord[span->slot];
    const int degree = yeoun_pitch_class(own->root - piece->tonic);
    if (!has(own, 4) || (!has(own, 10) && degree != 7)) {
      continue;
    }
    const int up = yeoun_pitch_class(span->chord.root - own->root);
    const bool is_dominant = up == 0 || up == 6 || up == 4;
    tally->sum +=
      !is_dominant && !yeoun_tones_hold(span->chord.tones, own->root + 4);
    tally->weight += 1;
  }
}

/* Eight-bar groups that end on a chord of their theme's tonic or dominant, or
   on what the statement ends on there. */
void
row_cadences(const struct piece *piece, struct tally *tally)
{
  for (int bar = 8; bar <= piece->bars; bar += 8) {
    const int32_t tick = bar * piece->bar - 1;
    const struct yeoun_span *span = piece_span(piece->score, tick);
    const struct yeoun_span *own = piece_span(piece->statement, tick);
    if (!span) {
      continue;
    }
    const int degree = yeoun_pitch_class(span->chord.root - piece->tonic);
    const bool is_tonic =
      degree == 0 && third(&span->chord) != (piece->is_minor ? 4 : 3);
    const bool is_dominant = degree == 7 && third(&span->chord) != 3;
    tally->sum += is_tonic || is_dominant ||
                  (own && is_same_chord(&span->chord, &own->chord));
    tally->weight += 1;
  }
}

/* Whether a piece that closes for good ends on its tonic in its own mode: what
   sounds at the end holds the tonic and not the other third. A picardy third
   counts as wrong: it is 9 % of romantic minor ends. */
void
row_ending(const struct piece *piece, struct tally *tally)
{
  const struct yeoun_score *score = piece->score;
  if (!score->has_ending || score->notes == 0) {
    return;
  }
  int32_t end = 0;
  for (int i = 0; i < score->notes; ++i) {
    const int32_t stop = score->note[i].start + score->note[i].length;
    end = piece_is_pitched(&score->note[i]) && stop > end ? stop : end;
  }
  unsigned tones = 0;
  for (int i = 0; i < score->notes; ++i) {
    const struct yeoun_note *note = &score->note[i];
    if (piece_is_pitched(note) &&
        note->start + note->length > end - piece->pulse) {
      tones |= 1u << note->pitch % 12;
    }
  }
  const int wrong = (piece->tonic + (piece->is_minor ? 4 : 3)) % 12;
  const bool is_home = (tones >> piece->tonic & 1u) != 0;
  tally->sum += is_home && !(tones >> wrong & 1u);
  tally->weight += 1;
}
