// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* The KTH rules that look at single notes and their neighbours. Each adds to
   level_db, shift_ms or gap_ms of the notes of a rendition; k is its amount.
   Formulas: Friberg, Bresin and Sundberg 2006. All: any thread. */

#ifndef YEOUN_PERFORM_RULES_H
#define YEOUN_PERFORM_RULES_H

#include "rendition.h"

/** The higher, the louder: 3 dB an octave. */
void
yeoun_rule_high_loud(struct yeoun_rendition *rendition, float k);

/** Notes far from the chord's root on the circle of fifths: louder, longer. */
void
yeoun_rule_melodic_charge(struct yeoun_rendition *rendition, float k);

/** Notes over remote chords: a little longer, the first of a chord more. */
void
yeoun_rule_harmonic_delay(struct yeoun_rendition *rendition, float k);

/** Short notes shorter and softer, long ones longer; k < 0 the other way. */
void
yeoun_rule_duration_contrast(struct yeoun_rendition *rendition, float k);

/** Of two notes 2 : 1, the contrast is softened. */
void
yeoun_rule_double_duration(struct yeoun_rendition *rendition, float k);

/** A small silence at the end of small groups. */
void
yeoun_rule_punctuation(struct yeoun_rendition *rendition, float k);

/** The high note of a leap is longer at the cost of its neighbour. */
void
yeoun_rule_leap_tone_duration(struct yeoun_rendition *rendition, float k);

/** A small silence within leaps. */
void
yeoun_rule_leap_articulation(struct yeoun_rendition *rendition, float k);

/** Ascending runs hurry. */
void
yeoun_rule_faster_uphill(struct yeoun_rendition *rendition, float k);

/** A small silence between equal pitches. */
void
yeoun_rule_repetition(struct yeoun_rendition *rendition, float k);

/** A very short note among longer ones gets a little more time. */
void
yeoun_rule_social_duration(struct yeoun_rendition *rendition, float k);

/** Dissonances lean, resolutions fall back, phrases taper, the climax stands
    out. Not a KTH rule; the weights follow the learned accents of Friberg's
    group: last before a rest, contour peak. */
void
yeoun_rule_marks(struct yeoun_rendition *rendition, float k);

/** Bar lines stand out a little, off-beats recede. */
void
yeoun_rule_metre(struct yeoun_rendition *rendition, float k);

#endif
