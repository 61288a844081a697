// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* Requests drawn by lot: every member anything that it may be. */

#ifndef YEOUN_TESTS_UNIT_ANY_REQUEST_H
#define YEOUN_TESTS_UNIT_ANY_REQUEST_H

#include "compose/request.h"
#include "music/random.h"

/** Draw a request, written whole. */
void
any_request(struct yeoun_random *random, struct yeoun_request *request);

/** Draw the bar ranges of a request anew; their number stays. */
void
any_ranges(struct yeoun_random *random, struct yeoun_request *request);

#endif
