// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* What is measured: real themes, three moods, numbered variations. */

#ifndef YEOUN_TESTS_REPORT_MUSIC_SUBJECT_H
#define YEOUN_TESTS_REPORT_MUSIC_SUBJECT_H

#include "compose/compose.h"
#include "likeness.h"
#include "tune.h"

#define SUBJECTS_MAX 256

/** A theme and what is known of it. */
struct subject {
  char text[64];
  struct yeoun_theme given; /**< as written */
  struct yeoun_theme theme; /**< with the chords of its statement when it is
                                 written in notes alone */
  struct tune motif;        /**< of its statement */
};

struct subjects {
  int count;
  int bars; /**< of every score */
  struct subject subject[SUBJECTS_MAX];
};

/** Read a file of themes, one a line, taking one of `every`. False, with a
    message, when it cannot be read. */
bool
subjects_read(const char *path, int every, int bars, struct subjects *subjects);

/** The request for a variation in one of the three moods. */
struct yeoun_request
subject_request(const struct subject *subject,
                int bars,
                unsigned pole,
                unsigned variation,
                double distance);

/** Compose into `score`. */
void
subject_compose(const struct subject *subject,
                int bars,
                unsigned pole,
                unsigned variation,
                double distance,
                struct yeoun_score *score);

#endif
