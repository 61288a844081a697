// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* The plainest request: what tests of one lane or line begin with. */

#ifndef YEOUN_TESTS_UNIT_PLAIN_H
#define YEOUN_TESTS_UNIT_PLAIN_H

#include "compose/request.h"

/** The default theme at its own distance in one pole alone, variation 1; -1 of
    humour leaves no jokes. */
struct yeoun_request
plain_request(unsigned pole, unsigned beats, unsigned bars, float humour);

#endif
