// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* Calls that the audio thread must not make, noticed in this program and in
   every module that it loads. */

#ifndef YEOUN_TESTS_HOST_FORBID_H
#define YEOUN_TESTS_HOST_FORBID_H

#include <stdbool.h>

/** Whether anything is noticed: not in a program built with a sanitizer. */
bool
forbid_works(void);

/** From here on, in this thread, such calls are counted; they still work. */
void
forbid_begin(void);

void
forbid_end(void);

/** How many were made. */
unsigned
forbid_count(void);

/** The name of the first, or "none". */
const char *
forbid_first(void);

#endif
