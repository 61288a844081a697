// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* Measures of a score against its chords and its scale. */

#ifndef YEOUN_TESTS_REPORT_MUSIC_HARMONY_H
#define YEOUN_TESTS_REPORT_MUSIC_HARMONY_H

#include "music/score.h"
#include "tune.h"

/** The span in which a tick lies; NULL when there is none. */
const struct yeoun_span *
harmony_span(const struct yeoun_score *score, int32_t tick);

/** Largest share of the pitched notes that one major or natural minor scale
    holds. Mogren 2016, as in MusPy. */
double
harmony_scale_consistency(const struct yeoun_score *score);

/** Count melody notes on strong beats (bar lines, and the middle of a bar of
    an even number of pulses), and those that are chord tones; a marked
    suspension or appoggiatura counts by the note that follows it. */
void
harmony_count_strong(const struct yeoun_score *score,
                     const struct tune *tune,
                     long *strong,
                     long *chordal);

/** Count marked suspensions and those that are lawful: the same pitch just
    before, foreign to the chord, and resolved one or two semitones down into
    the chord by the note just after. */
void
harmony_count_suspensions(const struct yeoun_score *score,
                          const struct tune *tune,
                          long *suspensions,
                          long *lawful);

/** Count bars, and those in which no pitched note sounds at all. */
void
harmony_count_bars(const struct yeoun_score *score, long *bars, long *empty);

/** What the voices of the chords lane do where the harmony changes. */
struct voice_leading {
  long changes;             /**< between chords of equally many voices */
  long full_changes;        /**< between chords of four */
  double moves;             /**< over these: semitones of the best assignment */
  long parallels;           /**< fifths and octaves moved in parallel */
  long voices, inside;      /**< voices, and those within F2..G5 */
  long chords, wider;       /**< voicings, and those widest at the bottom */
  double low_gap, high_gap; /**< sums of lowest and of the other gaps */
};

/** Add a score's voice leading: of each span the four lowest different pitches
    that the chords lane strikes in it; figures count as chords, and when they
    go over more pitches than four, each pitch class counts once. */
void
harmony_add_voice_leading(const struct yeoun_score *score,
                          struct voice_leading *sum);

#endif
