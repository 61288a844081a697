// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* A score as the judge sees it: notes, and the chords that were meant. No mark,
   no flag, no figure that the composer set about itself; the place of a joke
   alone is looked up by its mark. */

#ifndef YEOUN_TESTS_REPORT_JUDGE_PIECE_H
#define YEOUN_TESTS_REPORT_JUDGE_PIECE_H

#include "music/score.h"

#define PIECE_LINE 2048
#define PIECE_PHRASES 512

/** A note of one line. */
struct sung {
  int32_t start, end; /**< ticks */
  int pitch;
};

/** The melody: the highest note of each onset, without grace notes. */
struct line {
  int notes;
  struct sung note[PIECE_LINE];
  int phrases;              /**< found by long notes and rests */
  int first[PIECE_PHRASES]; /**< note that begins a phrase */
};

struct piece {
  const struct yeoun_score *score;
  const struct yeoun_score *statement; /**< of its theme, in the same mood */
  const struct yeoun_score *const *others; /**< statements of all themes */
  const struct yeoun_score *emptier;       /**< the same, told to do less */
  const struct yeoun_theme *theme;         /**< may be notes alone */
  int themes, own;                         /**< of others */
  unsigned pole;                           /**< enum yeoun_pole */
  int32_t bar, pulse;                      /**< ticks */
  int bars;
  bool is_minor;
  int tonic;
  struct line line;
};

/** Look at the notes of piece->score: fill what lies below `own`. */
void
piece_look(struct piece *piece);

/** Take a lane as a line, highest notes; phrases are found too. */
void
piece_line(const struct yeoun_score *score, unsigned lane, struct line *line);

/** The span in which a tick lies, or the last before it; NULL of none. */
const struct yeoun_span *
piece_span(const struct yeoun_score *score, int32_t tick);

/** End of the last note of a phrase, and the start of the next phrase. */
int
piece_phrase_last(const struct line *line, int phrase);

/** Whether a note belongs to the harmony: not drums, not a grace note. */
bool
piece_is_pitched(const struct yeoun_note *note);

/** Bit set of lanes that sound in a bar (a note that holds into it counts when
    it lasts a pulse there). */
unsigned
piece_lanes_in_bar(const struct piece *piece, int bar);

/** Onsets of some lanes in a bar as a set of sixty-four places. */
uint64_t
piece_rhythm(const struct piece *piece, unsigned lanes, int bar);

/** The lanes of the accompaniment: chords, bass, pad. */
#define PIECE_ACCOMPANIMENT                                                    \
  (1u << YEOUN_LANE_CHORDS | 1u << YEOUN_LANE_BASS | 1u << YEOUN_LANE_PAD)

#endif
