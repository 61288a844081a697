// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "claims_motif.h"

#include <stdlib.h>

#include "compose/plan/rhythm.h"

enum { MOVES = 3 };

/* Four notes: the moves between them, and the times. */
struct figure {
  int move[MOVES];
  int32_t gap[MOVES];
};

/* The last four melody notes, as they pass by. */
struct window {
  int pitch[MOVES + 1];
  int32_t start[MOVES + 1];
  int notes;
};

static void
hear(struct window *window, int pitch, int32_t start)
{
  for (int i = 0; i < MOVES; ++i) {
    window->pitch[i] = window->pitch[i + 1];
    window->start[i] = window->start[i + 1];
  }
  window->pitch[MOVES] = pitch;
  window->start[MOVES] = start;
  ++window->notes;
}

static struct figure
figure_of(const struct window *window)
{
  struct figure figure;
  for (int i = 0; i < MOVES; ++i) {
    figure.move[i] = window->pitch[i + 1] - window->pitch[i];
    figure.gap[i] = window->start[i + 1] - window->start[i];
  }
  return figure;
}

static bool
is_like(int a, int b)
{
  return (a > 0) == (b > 0) && (a < 0) == (b < 0) && abs(a - b) <= 2;
}

static bool
is_same(const struct figure *a, const struct figure *b)
{
  bool same = true;
  for (int i = 0; i < MOVES; ++i) {
    same &= is_like(a->move[i], b->move[i]);
  }
  return same;
}

static bool
is_turned(const struct figure *motif, const struct figure *figure, bool back)
{
  struct figure turned;
  for (int i = 0; i < MOVES; ++i) {
    turned.move[i] = -figure->move[back ? MOVES - 1 - i : i];
  }
  return is_same(motif, &turned);
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
is_slower(const struct figure *quick, const struct figure *slow)
{
  bool slower = is_same(quick, slow);
  for (int i = 0; i < MOVES; ++i) {
    slower &= 2 * slow->gap[i] >= 3 * quick->gap[i];
  }
  return slower;
}

/* What is counted while the melody passes. */
struct tally {
  int found;      /* figures that stand so to the motif */
  int heads;      /* its first two moves without the third */
  int last_pitch; /* of the motif's last coming */
  int32_t last_start;
};

static void
count(const struct figure *motif,
      const struct window *window,
      int32_t bar_ticks,
      enum yeoun_technique technique,
      struct tally *tally)
{
  const struct figure figure = figure_of(window);
  const bool same = is_same(motif, &figure);
  switch (technique) {
    case YEOUN_TECHNIQUE_AUGMENT:
      tally->found += is_slower(motif, &figure);
      break;
    case YEOUN_TECHNIQUE_DIMINISH:
      tally->found += is_slower(&figure, motif);
      break;
    case YEOUN_TECHNIQUE_EXPAND:
      tally->found += is_wider(motif, &figure);
      break;
    case YEOUN_TECHNIQUE_INVERT:
      tally->found += is_turned(motif, &figure, false);
      break;
    case YEOUN_TECHNIQUE_RETROGRADE:
      tally->found += is_turned(motif, &figure, true);
      break;
    case YEOUN_TECHNIQUE_FRAGMENT:
      tally->heads += is_like(motif->move[0], figure.move[0]) &&
                      is_like(motif->move[1], figure.move[1]) && !same;
      tally->found = tally->heads > 2;
      break;
    default:
      tally->found += same && tally->last_pitch > 0 &&
                      window->pitch[0] != tally->last_pitch &&
                      window->start[0] - tally->last_start <= 4 * bar_ticks;
      break;
  }
  if (same) {
    tally->last_pitch = window->pitch[0];
    tally->last_start = window->start[0];
  }
}

bool
yeoun_claim_of_motif(const struct yeoun_tune *stated,
                     const struct yeoun_score *score,
                     int32_t bar_ticks,
                     enum yeoun_technique technique)
{
  struct window window = {.notes = 0};
  for (int i = 0; i < stated->notes && i <= MOVES; ++i) {
    hear(&window, stated->note[i].pitch, stated->note[i].slot * YEOUN_SLOT);
  }
  if (window.notes <= MOVES) {
    return false;
  }
  const struct figure motif = figure_of(&window);
  struct tally tally = {0};
  window.notes = 0;
  for (int i = 0; i < score->notes; ++i) {
    const struct yeoun_note *const note = &score->note[i];
    if (note->lane == YEOUN_LANE_MELODY &&
        note->articulation != YEOUN_ARTICULATION_GRACE) {
      hear(&window, note->pitch, note->start);
      if (window.notes > MOVES) {
        count(&motif, &window, bar_ticks, technique, &tally);
      }
    }
  }
  return tally.found > 0;
}
