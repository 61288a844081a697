// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* The scores that are judged: themes of a file, three moods, and what they are
   compared with. */

#ifndef YEOUN_TESTS_REPORT_JUDGE_SAMPLE_H
#define YEOUN_TESTS_REPORT_JUDGE_SAMPLE_H

#include <stdbool.h>

#include "music/mood.h"
#include "piece.h"

#define SAMPLE_THEMES 96

struct sample {
  int themes;
  int bars;
  int pieces; /**< themes x moods */
  struct yeoun_theme theme[SAMPLE_THEMES];
  struct yeoun_score *score;     /**< of each piece, mood running fastest */
  struct yeoun_score *statement; /**< likewise */
  struct yeoun_score *emptier;   /**< likewise, at low intensity, much space */
  const struct yeoun_score *others[YEOUN_POLES][SAMPLE_THEMES];
};

/** Read one of `every` themes and compose. False, with a message, on failure.
    The caller frees. Pieces of even themes have an ending. */
bool
sample_make(const char *path, int every, int bars, struct sample *sample);

void
sample_free(struct sample *sample);

/** A piece of the sample, looked at. @param score its own, or a mutant of it */
void
sample_piece(const struct sample *sample,
             int index,
             const struct yeoun_score *score,
             struct piece *piece);

/** Compose one of its pieces at another distance. */
void
sample_compose(const struct sample *sample,
               int index,
               double distance,
               struct yeoun_score *score);

#endif
