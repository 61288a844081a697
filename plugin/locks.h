// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* Locked lanes as text: "melody=3 bass=0", lane and the take that it goes on
   with. */

#ifndef YEOUN_LOCKS_H
#define YEOUN_LOCKS_H

#include <stdbool.h>
#include <stddef.h>

#include "memory.h"
#include "music/audio.h"

/** Bytes of all locks as text, and the final zero. */
#define YEOUN_LOCKS_TEXT 72

/** Lock the lanes of a text and no others. A lane without a take, "bass", goes
    on with the one that it has. Returns false, and changes nothing, when there
    is anything else. Any thread, audio too.
    @param take  what the controls say now */
YEOUN_AUDIO bool
yeoun_locks_read(const char *text,
                 const uint8_t take[YEOUN_LANES],
                 struct yeoun_memory *memory);

/** Write the locks. Returns the length; cuts at size. Any thread, audio too. */
YEOUN_AUDIO size_t
yeoun_locks_write(const struct yeoun_memory *memory, char *text, size_t size);

#endif
