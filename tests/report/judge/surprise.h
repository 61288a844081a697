// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* The judge's own model of melodies: how much a line of notes surprises. Made
   apart from the engine's, of other counts and in another way (a mixture of
   three views), so that what the composer optimises is not what judges it. */

#ifndef YEOUN_TESTS_REPORT_JUDGE_SURPRISE_H
#define YEOUN_TESTS_REPORT_JUDGE_SURPRISE_H

#include <stdbool.h>
#include <stdint.h>

/** Moves: below an octave down, -12..+12, above an octave up. */
#define JUDGE_MOVES 27

extern const uint16_t judge_after_move[2][27][JUDGE_MOVES];
extern const uint16_t judge_from_degree[2][12][JUDGE_MOVES];
extern const uint16_t judge_from_register[2][9][JUDGE_MOVES];

/** Bits of all moves of a line together; the first note is free.
    @param pitch MIDI keys @param tonic pitch class */
double
surprise_bits(const int *pitch, int notes, bool is_minor, int tonic);

#endif
