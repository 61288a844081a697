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

/** Shape: decay, attack, brightness and stiffness against what is published,
    and which way brightness goes. */
void
study_slopes(void);
void
study_attacks(void);
void
study_brightness(void);
void
study_stiffness(void);
void
study_directions(void);

/** Struck and plucked notes: two stages, colour, likeness, noise. */
void
study_stages(void);
void
study_velocity(void);
void
study_likeness(void);
void
study_purity(void);

/** Bars, and drums. */
void
study_bars(void);
void
study_drums(void);

/** What is held: flicker, width, noise, release, colour. */
void
study_flicker(void);
void
study_width(void);
void
study_noise(void);
void
study_release(void);
void
study_colour(void);

/** How the pitch is shaken, and pushed. */
void
study_vibrato(void);
void
study_push(void);

/** The daegeum's membrane. */
void
study_cheong(void);

/** How loud each instrument is, and in short notes. */
void
study_instruments(void);
void
study_short(void);

/** How loud each palette is in each mood. */
void
study_levels(void);

/** Print by how much each palette's own level makes it as loud as asked. */
void
study_calibrate(void);

/** Twelve whole cues beside film music; their pads; their stage. */
void
study_cues(void);
void
study_pads(void);
void
study_depth(void);

#endif
