// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* The shelf: variations that were kept, each with its name and, if one likes,
   the character that it is for. Plain data, copied between threads; the notes
   lie in the store. */

#ifndef YEOUN_SHELF_H
#define YEOUN_SHELF_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "compose/request.h"
#include "music/audio.h"

/** Variations that can be kept. */
#define YEOUN_SHELF 16

/** Bytes of a shelf as numbers, and its final zero. */
#define YEOUN_SHELF_TEXT (YEOUN_SHELF * 4 + 1)

/** Bytes of a character's name, and its final zero. */
#define YEOUN_CHARACTER_SIZE 64

/** A variation that was kept. */
struct yeoun_kept {
  struct yeoun_request request; /**< its `kept` is its number in the store */
  uint16_t algorithm;           /**< whose notes these are. 0: a number alone,
                                     all else is as the controls say */
  char character[YEOUN_CHARACTER_SIZE]; /**< UTF-8; empty: nobody's */
};

struct yeoun_shelf {
  uint8_t count; /**< 0..YEOUN_SHELF */
  struct yeoun_kept place[YEOUN_SHELF];
};

/** Read numbers separated by blanks, 0..999. What is kept already under such a
    number stays as it is; what sounds is kept as it sounds; other numbers
    follow the controls. Returns false, and changes nothing, when there is
    anything else or too much. Any thread, audio too.
    @param sounding  what sounds, or NULL */
YEOUN_AUDIO bool
yeoun_shelf_read(const char *text,
                 const struct yeoun_kept *sounding,
                 struct yeoun_shelf *shelf);

/** Write the numbers. Returns the length; cuts at size. Any thread, audio too.
 */
YEOUN_AUDIO size_t
yeoun_shelf_write(const struct yeoun_shelf *shelf, char *text, size_t size);

/** The place of a variation of the same name, or YEOUN_SHELF. Any thread, audio
    too. */
YEOUN_AUDIO unsigned
yeoun_shelf_find(const struct yeoun_shelf *shelf,
                 const struct yeoun_request *request,
                 unsigned algorithm);

/** Keep one more, at the end; what is there already is not kept twice. Returns
    false when the shelf is full. Any thread, audio too. */
YEOUN_AUDIO bool
yeoun_shelf_keep(struct yeoun_shelf *shelf, const struct yeoun_kept *kept);

/** Take one away; the later ones move up. Returns false when there is none.
    Any thread, audio too. */
YEOUN_AUDIO bool
yeoun_shelf_remove(struct yeoun_shelf *shelf, unsigned place);

/** Say whom it is for. Returns false, and changes nothing, when there is no
   such place, or the name is too long or holds control characters. Any thread,
    audio too. */
YEOUN_AUDIO bool
yeoun_shelf_cast(struct yeoun_shelf *shelf,
                 unsigned place,
                 const char *character);

#endif
