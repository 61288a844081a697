// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* From the command line to the cues that it asks for. */

#ifndef YEOUN_RENDER_ASK_ASK_H
#define YEOUN_RENDER_ASK_ASK_H

#include <stdbool.h>

#include "options.h"

/** All cues that are asked for: each variation of a theme in each mood, or
    those of the sheet. Says what is wrong. */
bool
yeoun_ask(const struct yeoun_options *options, struct yeoun_cues *cues);

#endif
