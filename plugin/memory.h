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
#include "shelf.h"
#include "yeoun.h"

/** Which theme is in force. */
enum yeoun_theme_rule {
  YEOUN_THEME_OF_PORTS,
  YEOUN_THEME_WRITTEN,  /**< the one in the memory: written or played last */
  YEOUN_THEME_BY_SOURCE /**< of an older session: what its port said, which
                             is not known before run() */
};

/** What was chosen in place of the variation control, until that is moved or
    another theme comes. */
enum yeoun_choice {
  YEOUN_CHOICE_NONE,
  YEOUN_CHOICE_NUMBER, /**< its variation alone; all else as the controls say */
  YEOUN_CHOICE_REQUEST, /**< the whole of it, as it was kept or named */
};

struct yeoun_memory {
  struct yeoun_theme theme; /**< played or written; empty: none yet */
  uint8_t theme_rule;       /**< enum yeoun_theme_rule */
  struct yeoun_shelf shelf;
  uint8_t choice;           /**< enum yeoun_choice */
  struct yeoun_kept chosen; /**< by a program change or a name */
  uint16_t over;            /**< what the variation control said then */
  uint8_t ranges;           /**< 0..YEOUN_RANGES: bars that are rolled again */
  struct yeoun_bar_range range[YEOUN_RANGES];
  uint8_t locks;                    /**< set of enum yeoun_lane */
  uint8_t locked_take[YEOUN_LANES]; /**< that a locked lane goes on with */
};

/** Whether there is any theme. Any thread. */
static inline bool
yeoun_theme_exists(const struct yeoun_theme *theme)
{
  return theme->chords || theme->notes;
}

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

/** Choose a variation by its name; if it is on the shelf, with the notes that
    were kept. Any thread.
    @param algorithm  that the name says */
YEOUN_AUDIO void
yeoun_memory_adopt(struct yeoun_memory *memory,
                   const struct yeoun_request *request,
                   unsigned algorithm,
                   uint16_t control);

/** A theme that was written or played: it is in force, and what was chosen is
    not. Any thread. */
YEOUN_AUDIO void
yeoun_memory_set_theme(struct yeoun_memory *memory,
                       const struct yeoun_theme *theme);

/** The theme of the ports is in force, and what was chosen is not. Returns
    whether that changed anything. Any thread. */
YEOUN_AUDIO bool
yeoun_memory_follow_ports(struct yeoun_memory *memory);

/** Set the bar ranges of all lanes that are not locked. Returns false, and
    changes nothing, when there are too many. Any thread. */
YEOUN_AUDIO bool
yeoun_memory_set_ranges(struct yeoun_memory *memory,
                        const struct yeoun_bar_range *range,
                        unsigned ranges);

/** Add to the controls what the memory holds but the theme: choice, ranges,
    locks. A choice ends when the variation control is moved. Any thread.
    @param controls  what the ports say */
YEOUN_AUDIO void
yeoun_memory_apply(struct yeoun_memory *memory,
                   struct yeoun_controls *controls);

#endif
