// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* The parts of report-sound: each prints its rows. */

#ifndef YEOUN_TESTS_REPORT_SOUND_STUDY_H
#define YEOUN_TESTS_REPORT_SOUND_STUDY_H

/** How far each instrument is out of tune over its range, at three rates. */
void
study_tuning(void);

/** Jumps where notes begin, end, are struck again, taken and bent. */
void
study_clicks(void);

/** Aliasing, steady offsets and what is left in silence. */
void
study_dirt(void);

/** Decay, attack, brightness and stiffness against what is published. */
void
study_shape(void);

/** Struck and plucked notes: two stages, colour, likeness, noise. */
void
study_strokes(void);

/** Bars and drums. */
void
study_struck(void);

/** What is held: noise, flicker, release, colour. */
void
study_held(void);

/** How the pitch is shaken and pushed. */
void
study_vibrato(void);

/** The daegeum's membrane. */
void
study_cheong(void);

/** How loud each instrument is. */
void
study_loudness(void);

/** How loud each palette is in each mood. */
void
study_levels(void);

/** Print by how much each palette's own level makes it as loud as asked. */
void
study_calibrate(void);

/** Twelve whole cues beside film music. */
void
study_cues(void);

#endif
