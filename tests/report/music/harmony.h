// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* Where in its chords a score is. */

#ifndef YEOUN_TESTS_REPORT_MUSIC_HARMONY_H
#define YEOUN_TESTS_REPORT_MUSIC_HARMONY_H

#include "music/score.h"

/** The span in which a tick lies; NULL when there is none. */
const struct yeoun_span *
harmony_span(const struct yeoun_score *score, int32_t tick);

#endif
