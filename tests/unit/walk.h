// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* Variations of real themes, one after another: what the tests of the lanes
   compose and look at. */

#ifndef YEOUN_TESTS_UNIT_WALK_H
#define YEOUN_TESTS_UNIT_WALK_H

#include "../report/music/subject.h"
#include "compose/compose.h"
#include "compose/scratch.h"

enum { WALK_BARS = 16 };

/** The themes, and what composing the last of the walk left. */
extern struct subjects subjects;
extern struct yeoun_compose_scratch scratch;
extern struct yeoun_score score;

/** Read one of `every` themes. */
void
walk_open(int every);

/** The request for a variation of the n-th theme, round and round. */
struct yeoun_request
walk_request(int n, unsigned pole, unsigned variation, double distance);

/** Compose into `score`. */
void
walk_compose(const struct yeoun_request *request);

#endif
