// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* Talk to jalv at its prompt: what is said goes to standard output, what it
   answers comes from standard input. */

#ifndef YEOUN_JALV_TALK_H
#define YEOUN_JALV_TALK_H

#include <stdbool.h>

/** Set a control; true as soon as jalv says that it is set. Says what is wrong
    when that does not come. */
bool
yeoun_talk_set(const char *symbol, float value);

#endif
