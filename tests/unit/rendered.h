// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* A score written note by note, and its performance: what the tests of the
   performer share. */

#ifndef YEOUN_TESTS_UNIT_RENDERED_H
#define YEOUN_TESTS_UNIT_RENDERED_H

#include "music/mood.h"
#include "music/score.h"

/** What is written. */
extern struct yeoun_score written;

/** Every feature 0 but a gate of 1: nothing moves unless it is asked for. */
extern struct yeoun_mood plain_mood;

/** What yeoun_perform() makes of it. */
extern struct yeoun_performance performed;

/** Open an empty score of eight bars of 4/4 in C, with a plain mood. */
void
rendered_open(void);

/** Write a note and return it; its articulation is plain. */
struct yeoun_note *
rendered_add(unsigned lane, int32_t start, int32_t length, int pitch);

/** Perform at 120 quarter notes a minute. */
void
rendered_perform(float humanize, uint64_t seed);

/** The performed note that was written at a tick in a lane at a pitch; it must
    be there. */
const struct yeoun_performed *
rendered_find(unsigned lane, int32_t start, int pitch);

/** Milliseconds of so many ticks at 120 a minute. */
float
rendered_ms(int32_t ticks);

#endif
