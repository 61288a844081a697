// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* How much alike two scores are, and how much of a theme is in a score; made
   without a look at the engine's own measure of identity. */

#ifndef YEOUN_TESTS_REPORT_MUSIC_LIKENESS_H
#define YEOUN_TESTS_REPORT_MUSIC_LIKENESS_H

#include "music/score.h"
#include "music/theme.h"
#include "tune.h"

/** The motif of a theme: the first notes of its statement that are marked as
    such, at most eight, in a row. */
void
likeness_take_motif(const struct yeoun_score *statement, struct tune *motif);

/** Best likeness 0..1 of a motif with any place of a tune, as it is, inverted,
    reversed or both, in any tempo, from any note, octave shifts forgiven: one
    less the edit distance over intervals and ratios of duration. */
double
likeness_motif(const struct tune *motif, const struct tune *tune);

/** Share of windows of four bars that hold the motif with this likeness; the
    mean of the best likenesses is written too. */
double
likeness_trace(const struct tune *motif,
               const struct tune *tune,
               double enough,
               double *mean);

/** Share of the time given to the theme's chords in which the root is the
    theme's own, or a declared substitute that has two tones of it or stands a
    tritone away. */
double
likeness_skeleton(const struct yeoun_score *score,
                  const struct yeoun_theme *theme);

/** How well the row of roots follows a theme's chords in their order, without a
    look at the slots: longest common subsequence over length. */
double
likeness_roots(const struct yeoun_score *score,
               const struct yeoun_theme *theme);

/** Swap distance 0..1 of the onsets of two tunes, bar by bar on sixteen places:
    each onset of the fuller bar moves to the nearest of the other (directed
    swap distance, Diaz-Banez et al. 2004), half a bar being 1. */
double
likeness_rhythm(const struct tune *a, const struct tune *b);

/** Earth mover's distance 0..1 of the durations of pitch classes, laid round
    the circle of fifths; 1 is the far side. */
double
likeness_pitch_classes(const struct yeoun_score *a,
                       const struct yeoun_score *b);

/** Edit distance 0..1 of two melodies, by pitch and duration: mean of the bars,
    so that a bar of many notes counts as much as one of few. */
double
likeness_melody(const struct tune *a, const struct tune *b);

/** Share of the time in which roots differ. */
double
likeness_harmony(const struct yeoun_score *a, const struct yeoun_score *b);

/** Share of the notes of both that the other does not have at the same place,
    in lanes of a set (bit = lane). */
double
likeness_notes(const struct yeoun_score *a,
               const struct yeoun_score *b,
               unsigned lanes);

/** Distance 0..1 of two scores: mean of harmony, melody, rhythm and pitch
    classes. */
double
likeness_distance(const struct yeoun_score *a, const struct yeoun_score *b);

#endif
