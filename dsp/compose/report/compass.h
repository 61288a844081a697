// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* The compass of each instrument: no one is asked for a note that he does not
   have. */

#ifndef YEOUN_COMPOSE_REPORT_COMPASS_H
#define YEOUN_COMPOSE_REPORT_COMPASS_H

#include "music/score.h"

/** Move each note that lies beyond its instrument's range by octaves into it; a
    grace, or a note that is there already, is left out. The score is sorted
    before and after. Any thread. */
void
yeoun_compass_keep(struct yeoun_score *score);

#endif
