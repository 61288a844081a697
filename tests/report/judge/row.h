// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* A row of the report: one thing measured on notes, what is asked of it, what
   people's music has, and the mutant that it must tell. */

#ifndef YEOUN_TESTS_REPORT_JUDGE_ROW_H
#define YEOUN_TESTS_REPORT_JUDGE_ROW_H

#include "music/mood.h"
#include "mutant.h"
#include "piece.h"

/** What a piece adds to a row: value = sum / weight. */
struct tally {
  double sum, weight;
};

/** A threshold that is not there. */
#define ROW_NONE 1e9

struct row {
  const char *name;
  void (*measure)(const struct piece *piece, struct tally *tally);
  double low[YEOUN_POLES], high[YEOUN_POLES]; /**< what is asked of each mood */
  const char *human;    /**< what people's music has, or "" */
  enum mutant_kind own; /**< the mutant that this row is there for */
  unsigned moods;       /**< set of poles that it is asked of */
};

/** How many of the first rows say nothing of the theme. */
#define ROWS_OF_MOOD 28

/** All rows. @param[out] count their number */
const struct row *
rows_all(int *count);

/* The measures, a family a file. */
void
row_surprise(const struct piece *piece, struct tally *tally);
void
row_wide_leaps(const struct piece *piece, struct tally *tally);
void
row_phrase_range(const struct piece *piece, struct tally *tally);
void
row_short_notes(const struct piece *piece, struct tally *tally);
void
row_foreign_downbeats(const struct piece *piece, struct tally *tally);
void
row_open_ends(const struct piece *piece, struct tally *tally);
void
row_downbeat_starts(const struct piece *piece, struct tally *tally);
void
row_rests(const struct piece *piece, struct tally *tally);
void
row_single_peaks(const struct piece *piece, struct tally *tally);
void
row_echoes(const struct piece *piece, struct tally *tally);
void
row_zigzags(const struct piece *piece, struct tally *tally);
void
row_end_falls(const struct piece *piece, struct tally *tally);
void
row_low_tune(const struct piece *piece, struct tally *tally);
void
row_full_bars(const struct piece *piece, struct tally *tally);
void
row_close_graces(const struct piece *piece, struct tally *tally);
void
row_top_place(const struct piece *piece, struct tally *tally);
void
row_held_clashes(const struct piece *piece, struct tally *tally);
void
row_clashes(const struct piece *piece, struct tally *tally);
void
row_parallels(const struct piece *piece, struct tally *tally);
void
row_counter_clashes(const struct piece *piece, struct tally *tally);
void
row_covered(const struct piece *piece, struct tally *tally);
void
row_hammered(const struct piece *piece, struct tally *tally);
void
row_muddy(const struct piece *piece, struct tally *tally);
void
row_groundless(const struct piece *piece, struct tally *tally);
void
row_unanswered(const struct piece *piece, struct tally *tally);
void
row_last_bass(const struct piece *piece, struct tally *tally);
void
row_buried(const struct piece *piece, struct tally *tally);
void
row_voices(const struct piece *piece, struct tally *tally);
void
row_bass_tones(const struct piece *piece, struct tally *tally);
void
row_bass_leaps(const struct piece *piece, struct tally *tally);
void
row_common_rhythm(const struct piece *piece, struct tally *tally);
void
row_figure_changes(const struct piece *piece, struct tally *tally);
void
row_arc(const struct piece *piece, struct tally *tally);
void
row_lanes(const struct piece *piece, struct tally *tally);
void
row_thin_bars(const struct piece *piece, struct tally *tally);
void
row_stops(const struct piece *piece, struct tally *tally);
void
row_emptier(const struct piece *piece, struct tally *tally);
void
row_lost_chords(const struct piece *piece, struct tally *tally);
void
row_foreign_chords(const struct piece *piece, struct tally *tally);
void
row_theme_chords(const struct piece *piece, struct tally *tally);
void
row_cadences(const struct piece *piece, struct tally *tally);
void
row_ending(const struct piece *piece, struct tally *tally);
void
row_likeness(const struct piece *piece, struct tally *tally);
void
row_own_first(const struct piece *piece, struct tally *tally);
void
row_unrelated(const struct piece *piece, struct tally *tally);
void
row_structure(const struct piece *piece, struct tally *tally);
void
row_same_starts(const struct piece *piece, struct tally *tally);
void
row_lost_dominants(const struct piece *piece, struct tally *tally);
void
row_punches(const struct piece *piece, struct tally *tally);

void
row_words(const struct piece *piece, struct tally *tally);

#endif
