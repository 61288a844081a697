// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* What is kept of the notes of a theme in a mood: two fingerprints that no
   change escapes, and of each variation a letter for each bar of each lane, and
   one for how the lane is played, so that a change can be named. A file with a
   word a bar would hold a megabyte; one letter of 64 finds all but every
   sixty-fourth changed bar, and what it misses the fingerprints still report.
 */

#ifndef YEOUN_TESTS_UNIT_GOLDEN_PRINT_H
#define YEOUN_TESTS_UNIT_GOLDEN_PRINT_H

#include <stdint.h>
#include <stdio.h>

#include "../report/music/subject.h"

enum {
  GOLDEN_BARS = 16,                /**< of every variation */
  GOLDEN_LAST = 10,                /**< variations 0 to this */
  GOLDEN_LINE = 256,               /**< room for a line of the file */
  GOLDEN_LANE = YEOUN_BARS_MAX + 2 /**< room for the letters of a lane */
};

/** Of each lane a letter a bar, '.' where it is silent, and one for how the
   lane is played. */
struct golden_variation {
  char lane[YEOUN_LANES][GOLDEN_LANE];
};

struct golden_print {
  uint64_t notes;   /**< as written */
  uint64_t playing; /**< as performed */
  struct golden_variation variation[GOLDEN_LAST + 1];
};

/** Compose and perform the variations of a theme in a mood, and take their
    print. */
void
golden_print_take(const struct subject *subject,
                  unsigned pole,
                  struct golden_print *print);

/** Write a print: a line for the theme and mood, a line for each variation. */
void
golden_print_write(const struct subject *subject,
                   unsigned pole,
                   const struct golden_print *print,
                   FILE *file);

/** Compare a print with what golden_print_write() left in `file`, and print of
    each lane that differs, in a comment of TAP, in which bars.
    @return whether all is the same */
bool
golden_print_compare(const struct subject *subject,
                     unsigned pole,
                     const struct golden_print *print,
                     FILE *file);

#endif
