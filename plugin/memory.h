// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* What a session keeps and no port holds. Plain data, copied between threads.
 */

#ifndef YEOUN_MEMORY_H
#define YEOUN_MEMORY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "compose/request.h"
#include "music/audio.h"
#include "music/theme.h"

/** Variations that can be kept. */
#define YEOUN_SHELF 16

/** Bytes of a shelf as text, and its final zero. */
#define YEOUN_SHELF_TEXT (YEOUN_SHELF * 4 + 1)

/** Which theme is in force. */
enum yeoun_theme_rule {
  YEOUN_THEME_OF_PORTS,
  YEOUN_THEME_WRITTEN,  /**< the one in the memory: written or played last */
  YEOUN_THEME_BY_SOURCE /**< of an older session: what its port said, which
                             is not known before run() */
};

struct yeoun_memory {
  struct yeoun_theme theme;    /**< played or written; empty: none yet */
  uint8_t theme_rule;          /**< enum yeoun_theme_rule */
  uint16_t shelf[YEOUN_SHELF]; /**< kept variations, 0..999 */
  uint8_t kept;                /**< 0..YEOUN_SHELF */
  bool has_program;            /**< a program change chose a variation, */
  uint16_t program;            /**< this one, 0..999, */
  uint16_t over;               /**< for as long as the control says this */
};

/** Whether there is any theme. Any thread. */
static inline bool
yeoun_theme_exists(const struct yeoun_theme *theme)
{
  return theme->chords || theme->notes;
}

/** Read the shelf, numbers separated by blanks. Returns false, and changes
    nothing, when there is anything else or too much. Any thread. */
YEOUN_AUDIO bool
yeoun_shelf_read(const char *text, struct yeoun_memory *memory);

/** Write the shelf. Returns the length; cuts at size. Any thread. */
YEOUN_AUDIO size_t
yeoun_shelf_write(const struct yeoun_memory *memory, char *text, size_t size);

/**
   A program change: it chooses from the shelf, or, when that is empty, the
   variation of its own number; a number beyond the shelf chooses nothing.

   @param program  0..127
   @param control  what the variation control says now
   Any thread.
*/
YEOUN_AUDIO void
yeoun_memory_choose(struct yeoun_memory *memory,
                    uint8_t program,
                    uint16_t control);

/** The variation to play; a choice ends when the control is moved. Any thread.
    @param control  what the variation control says */
YEOUN_AUDIO uint16_t
yeoun_memory_variation(struct yeoun_memory *memory, uint16_t control);

#endif
