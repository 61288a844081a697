// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* The chords of a variation and of its theme's statement, over all themes. */

#ifndef YEOUN_TESTS_UNIT_HARMONIES_H
#define YEOUN_TESTS_UNIT_HARMONIES_H

#include "compose/harmony/harmony.h"
#include "music/key.h"
#include "suite.h"

enum { BARS = 8, MOST = 96, VARIATIONS = 4, DRAWS = MOST * VARIATIONS };

extern struct yeoun_theme themes[MOST];
extern char names[MOST][64];
extern int count;

/** What harmonise() writes. */
extern struct yeoun_request asked;
extern struct yeoun_plan plan;
extern struct yeoun_score statement, score;
extern struct yeoun_harmony harmony;

/** Read the themes of chords alone from the file of that name. */
void
harmonies_read(const char *path);

struct yeoun_request
request_of(const struct yeoun_theme *theme,
           unsigned pole,
           unsigned variation,
           float distance,
           float trim);

/** The spans of the statement and of the variation.
    @param trim  of the chromaticism, -1..+1 */
void
harmonise(const struct yeoun_theme *theme,
          unsigned pole,
          unsigned variation,
          float distance,
          float trim);

/** The same for what is asked as it stands. */
void
harmonise_asked(unsigned pole);

/** Whether the variation has whole phrases in the parallel mode. */
bool
is_minore(void);

/** 0 none, 1 minor, 2 major. */
int
third_of(struct yeoun_chord chord);

/** The chords of the score as one line. */
void
write_line(char *line, size_t size);

#endif
