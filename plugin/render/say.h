// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* What yeoun-render says to the person who started it: faults, progress. */

#ifndef YEOUN_RENDER_SAY_H
#define YEOUN_RENDER_SAY_H

#include "music/status.h"

/** Say one line on stderr, after the name of the command. */
void
yeoun_say(const char *format, ...) __attribute__((format(printf, 1, 2)));

/** What all that is said from now on is about: goes before it, such as
    "sheet.ttl:12: first-snow: ". */
void
yeoun_say_about(const char *format, ...) __attribute__((format(printf, 1, 2)));

/** Say where a text could not be read, with a mark below the place, and what
    is accepted there. */
void
yeoun_say_where(const char *text, struct yeoun_reading reading);

/** Say how far the work is, where a person looks: on a terminal alone, in a
    line that the next one replaces; an empty text clears it. */
void
yeoun_say_progress(const char *format, ...)
  __attribute__((format(printf, 1, 2)));

#endif
