// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* The studies of report-music: each composes, measures and prints its rows. */

#ifndef YEOUN_TESTS_REPORT_MUSIC_STUDY_H
#define YEOUN_TESTS_REPORT_MUSIC_STUDY_H

#include "subject.h"

/** The distance at which moods are measured: the control's default. */
#define STUDY_DISTANCE 0.35

/** Skeleton retention and motif trace at four distances. */
void
study_identity(const struct subjects *subjects);

/** The dial: measured distance against the setting. */
void
study_dial(const struct subjects *subjects);

/** Retrieval: a variation is nearer to its own theme than to another. */
void
study_retrieval(const struct subjects *subjects);

/** Pairwise distance of twelve variations; equal requests, equal notes. */
void
study_variety(const struct subjects *subjects);

/** Scale, strong beats, suspensions, entropy, groove, intervals, voices. */
void
study_sanity(const struct subjects *subjects);

/** From one mood to another in ten steps; lanes re-rolled alone. */
void
study_blend(const struct subjects *subjects);

/** How many scores keep each feature of their card. */
void
study_card(const struct subjects *subjects);

/** The linear mood meter, and what it loses without a feature. */
void
study_mood(const struct subjects *subjects);

/** Level, tempo and deviation of the performance. */
void
study_performance(const struct subjects *subjects);

#endif
