// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include <stdlib.h>

#include "words.h"

enum { MOVES = 3 };

/* Four notes: their moves in semitones and the times between them. */
struct figure {
  int move[MOVES];
  int32_t gap[MOVES];
};

static bool
figure_at(const struct line *line, int first, struct figure *figure)
{
  if (first + MOVES >= line->notes) {
    return false;
  }
  for (int i = 0; i < MOVES; ++i) {
    const struct sung *note = &line->note[first + i];
    figure->move[i] = note[1].pitch - note[0].pitch;
    figure->gap[i] = note[1].start - note[0].start;
  }
  return true;
}

static bool
motif_of(const struct piece *piece, struct figure *figure)
{
  static struct line line;
  piece_line(piece->statement, YEOUN_LANE_MELODY, &line);
  return figure_at(&line, 0, figure);
}

/* Whether a move is another one, a step of the scale more or less forgiven, in
   the same direction. */
static bool
is_like(int a, int b)
{
  const bool is_same_way = (a > 0) == (b > 0) && (a < 0) == (b < 0);
  return is_same_way && abs(a - b) <= 2;
}

static bool
is_same(const struct figure *a, const struct figure *b)
{
  bool same = true;
  for (int i = 0; i < MOVES; ++i) {
    same = same && is_like(a->move[i], b->move[i]);
  }
  return same;
}

/* Whether any four notes of the variation stand so to the motif. */
static bool
is_anywhere(const struct piece *piece,
            bool (*stands)(const struct figure *motif,
                           const struct figure *figure))
{
  struct figure motif;
  struct figure figure;
  if (!motif_of(piece, &motif)) {
    return false;
  }
  for (int i = 0; figure_at(&piece->line, i, &figure); ++i) {
    if (stands(&motif, &figure)) {
      return true;
    }
  }
  return false;
}

static bool
is_wider(const struct figure *motif, const struct figure *figure)
{
  int more = 0;
  for (int i = 0; i < MOVES; ++i) {
    if (motif->move[i] * figure->move[i] < 0 ||
        abs(figure->move[i]) < abs(motif->move[i])) {
      return false;
    }
    more += abs(figure->move[i]) - abs(motif->move[i]);
  }
  return more >= 3;
}

static bool
is_inverted(const struct figure *motif, const struct figure *figure)
{
  struct figure turned = *figure;
  for (int i = 0; i < MOVES; ++i) {
    turned.move[i] = -figure->move[i];
  }
  return is_same(motif, &turned);
}

static bool
is_reversed(const struct figure *motif, const struct figure *figure)
{
  struct figure turned = *figure;
  for (int i = 0; i < MOVES; ++i) {
    turned.move[i] = -figure->move[MOVES - 1 - i];
  }
  return is_same(motif, &turned);
}

/* Same moves, each time in `slow` longer by half at least. */
static bool
is_slower(const struct figure *quick, const struct figure *slow)
{
  bool slower = is_same(quick, slow);
  for (int i = 0; i < MOVES; ++i) {
    slower = slower && 2 * slow->gap[i] >= 3 * quick->gap[i];
  }
  return slower;
}

static bool
is_longer(const struct figure *motif, const struct figure *figure)
{
  const struct figure *const slow = figure;
  return is_slower(motif, slow);
}

static bool
is_shorter(const struct figure *motif, const struct figure *figure)
{
  const struct figure *const quick = figure;
  return is_slower(quick, motif);
}

bool
words_widened(const struct piece *piece)
{
  return is_anywhere(piece, is_wider);
}

bool
words_upside_down(const struct piece *piece)
{
  return is_anywhere(piece, is_inverted);
}

bool
words_backwards(const struct piece *piece)
{
  return is_anywhere(piece, is_reversed);
}

bool
words_drawn_out(const struct piece *piece)
{
  return is_anywhere(piece, is_longer);
}

bool
words_quickened(const struct piece *piece)
{
  return is_anywhere(piece, is_shorter);
}

/* The motif twice within four bars, from two pitches. */
bool
words_in_sequence(const struct piece *piece)
{
  struct figure motif;
  struct figure figure;
  const struct sung *before = NULL;
  if (!motif_of(piece, &motif)) {
    return false;
  }
  for (int i = 0; figure_at(&piece->line, i, &figure); ++i) {
    const struct sung *note = &piece->line.note[i];
    if (!is_same(&motif, &figure)) {
      continue;
    }
    if (before && note->pitch != before->pitch &&
        note->start - before->start <= 4 * piece->bar) {
      return true;
    }
    before = note;
  }
  return false;
}

/* Its first two moves more than twice without the third. */
bool
words_in_fragments(const struct piece *piece)
{
  struct figure motif;
  struct figure figure;
  int fragments = 0;
  if (!motif_of(piece, &motif)) {
    return false;
  }
  for (int i = 0; figure_at(&piece->line, i, &figure); ++i) {
    fragments += is_like(motif.move[0], figure.move[0]) &&
                 is_like(motif.move[1], figure.move[1]) &&
                 !is_like(motif.move[2], figure.move[2]);
  }
  return fragments >= 2;
}
