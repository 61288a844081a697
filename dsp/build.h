// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* Which build this is: two programs with the same one compose the same notes.
 */

#ifndef YEOUN_BUILD_H
#define YEOUN_BUILD_H

#include "music/audio.h"

/** Version, algorithm and a sum of the compiled engine, such as
    "0.1.0-4-1234567890". Any thread, audio too. */
YEOUN_AUDIO const char *
yeoun_build(void);

#endif
