// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* Marks that only a finished melody can be given. */

#ifndef YEOUN_COMPOSE_REPORT_MARKS_H
#define YEOUN_COMPOSE_REPORT_MARKS_H

#include "music/score.h"

/** Mark the climax, the last of the melody's highest notes, and the last note
   of each phrase. The score is sorted. Any thread. */
void
yeoun_marks_set(struct yeoun_score *score);

#endif
