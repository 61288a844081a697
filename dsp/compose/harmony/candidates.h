// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* Which chords may stand in a place, and what each costs there. All costs are
   in bits: 1 = half as likely. */

#ifndef YEOUN_COMPOSE_HARMONY_CANDIDATES_H
#define YEOUN_COMPOSE_HARMONY_CANDIDATES_H

#include "chromatic.h"
#include "places.h"

/** More than any way costs: not to be taken. */
#define YEOUN_FORBIDDEN 1e5f

#define YEOUN_CANDIDATES_MAX 64

/** Row of the choices for the tonic that closes an ending. */
#define YEOUN_ROW_END YEOUN_THEME_CHORDS
#define YEOUN_CHOICES 16
#define YEOUN_INSERTS 12

/** A chord that the search knows. */
struct yeoun_entry {
  struct yeoun_chord chord;
  int16_t state; /**< chord_state.h */
  int8_t slot;   /**< the theme's chord that it is, or -1: then it must lead
                      where such chords lead */
  int8_t row;    /**< of chromatic.h, whose goals alone may follow, or -1 */
};

/** A chord that may come at the end of a place. */
struct yeoun_insert {
  uint8_t entry;
  uint8_t target; /**< root that must follow */
  float cost;
};

/** What may stand for a chord of the theme: first the chord itself. */
struct yeoun_choices {
  int mains, inserts;
  uint8_t main[YEOUN_CHOICES]; /**< entries */
  bool keeps[YEOUN_CHOICES];   /**< root and third of the theme's */
  bool leads[YEOUN_CHOICES];   /**< another chord with its leading note: it
                                    leaves the theme at its own price, which the
                                    distance does not change */
  float cost[YEOUN_CHOICES];
  struct yeoun_insert insert[YEOUN_INSERTS]; /**< before that chord */
};

/** The mood, as far as harmony goes by it. */
struct yeoun_colour {
  unsigned pole;   /**< enum yeoun_pole */
  float chromatic; /**< 0..1 */
  float bright;    /**< off what leaves the theme as it is */
  float distance;
};

/** Of one mode: the theme's own or the parallel one. */
struct yeoun_candidates {
  bool is_minor;
  int tonic;
  int mode;       /**< enum yeoun_mode */
  uint16_t tones; /**< of key and theme */
  struct yeoun_scale scale;
  int entries;
  struct yeoun_entry entry[YEOUN_CANDIDATES_MAX];
  float move[YEOUN_CANDIDATES_MAX]
            [YEOUN_CANDIDATES_MAX]; /**< < 0: not yet known */
  struct yeoun_choices choices[YEOUN_THEME_CHORDS + 1];
};

/** Find the candidates. Any thread. */
void
yeoun_candidates_find(const struct yeoun_plan *plan,
                      const struct yeoun_colour *colour,
                      bool is_parallel,
                      struct yeoun_candidates *candidates);

/** A state without its seventh: what goals are told by. Any thread. */
int
yeoun_candidates_plain(int state);

/** Whether a chord, with a seventh or without, is a goal of a chromatic one.
    Any thread. */
bool
yeoun_candidates_goal(const struct yeoun_chromatic *row, int state);

/** What it costs to go from one chord to another; YEOUN_FORBIDDEN from a chord
   that is not the theme's to where it does not lead. Any thread. */
float
yeoun_candidates_move(struct yeoun_candidates *candidates, int from, int to);

/** Whether a chord may come between two: a dominant on its way to the tonic
    keeps its leading note; what leads elsewhere is not turned aside.
    Any thread. */
bool
yeoun_candidates_part(const struct yeoun_candidates *candidates,
                      int from,
                      int between,
                      int to);

#endif
