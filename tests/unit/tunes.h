// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* Old tunes that nobody owns, written down as text, for tests of what a melody
   is. */

#ifndef YEOUN_TESTS_UNIT_TUNES_H
#define YEOUN_TESTS_UNIT_TUNES_H

#include "compose/melody/expectation.h"

#define YEOUN_TUNES 8
#define YEOUN_TUNE_NOTES 96

struct yeoun_old_tune {
  const char *name;
  struct yeoun_meter meter;
  bool is_minor; /**< the tonic is C */
  int upbeat;    /**< sixteenths of its first bar that are not there */
  /** A chord symbol, then its notes: semitones above middle C, a slash, length
      in sixteenths; a bar stands before the first note of a phrase. */
  const char *text;
};

extern const struct yeoun_old_tune yeoun_old_tunes[YEOUN_TUNES];

/** Read a tune. Returns the number of notes. */
int
yeoun_old_tune_read(const struct yeoun_old_tune *tune,
                    struct yeoun_expected_note note[YEOUN_TUNE_NOTES]);

#endif
