// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* The studies of report-music: each composes, measures and prints its rows. */

#ifndef YEOUN_TESTS_REPORT_MUSIC_STUDY_H
#define YEOUN_TESTS_REPORT_MUSIC_STUDY_H

#include "subject.h"

/** The distance at which moods are measured: the control's default. */
#define STUDY_DISTANCE 0.35

/** From one mood to another in ten steps. */
void
study_blend(const struct subjects *subjects);

/** Small trims: how many notes stay. */
void
study_trims(const struct subjects *subjects);

/** Lanes re-rolled alone. */
void
study_takes(const struct subjects *subjects);

/** Level, tempo and deviation of the performance. */
void
study_performance(const struct subjects *subjects);

#endif
