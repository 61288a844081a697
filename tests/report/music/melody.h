// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* Measures of one melody: what it is made of. */

#ifndef YEOUN_TESTS_REPORT_MUSIC_MELODY_H
#define YEOUN_TESTS_REPORT_MUSIC_MELODY_H

#include "tune.h"

/** Mean pitch-class entropy in bits over all windows of whole bars; notes are
    counted, empty windows passed over. Wu and Yang 2020 (MusDr). */
double
melody_entropy(const struct tune *tune, int bars);

/** Groove similarity: mean over all pairs of bars of 1 - XOR(onsets) / 64, on a
    grid of 64 places a bar. Wu and Yang 2020 (MusDr). */
double
melody_groove(const struct tune *tune);

/** Kinds of interval. */
enum interval_kind {
  INTERVAL_UNISON,
  INTERVAL_STEP,   /**< 1-2 semitones */
  INTERVAL_THIRD,  /**< 3-4 */
  INTERVAL_FOURTH, /**< 5-7 */
  INTERVAL_LARGE,  /**< 8 and more */
  INTERVAL_KINDS
};

/** Add the intervals of a tune to a count of kinds. */
void
melody_count_intervals(const struct tune *tune, long count[INTERVAL_KINDS]);

/** Count leaps of 5 semitones and more, and those answered by a move of at most
    two steps the other way. */
void
melody_count_leaps(const struct tune *tune, long *leaps, long *answered);

/** Mean pitch, MIDI key; 0 for an empty tune. */
double
melody_register(const struct tune *tune);

/** Highest less lowest note, semitones. */
int
melody_range(const struct tune *tune);

/** Notes a second. */
double
melody_density(const struct tune *tune, double tempo_bpm);

/** Share of phrases (level 6 of the score) whose highest note lies neither on
    its first nor on its last note; the place of it is added to `peak`. */
void
melody_count_arches(const struct tune *tune,
                    const struct yeoun_score *score,
                    long *phrases,
                    long *arches,
                    double *peak);

#endif
