// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* Letters of UTF-8, and those that steer instead of being seen. */

#ifndef YEOUN_RENDER_LETTER_H
#define YEOUN_RENDER_LETTER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/**
   Read the letter that a text begins with.

   @param text  ends at a zero
   @param[out] letter  its number in Unicode, written only on success
   @return its bytes; 0 when they are no letter, or none in the shortest form,
           or half of a pair of UTF-16 (RFC 3629)

   Any thread.
*/
size_t
yeoun_letter_read(const char *text, uint32_t *letter);

/** Whether a letter is not one to be seen: a control character, a format
    character such as those that turn the order of what follows, or the end of
    a line or paragraph (categories Cc, Cf, Zl and Zp of Unicode 15). Any
    thread. */
bool
yeoun_letter_steers(uint32_t letter);

#endif
