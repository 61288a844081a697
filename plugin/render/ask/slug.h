// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* Names of files from what people write: letters that every file system and
   shell takes, and different ones for different texts. */

#ifndef YEOUN_RENDER_ASK_SLUG_H
#define YEOUN_RENDER_ASK_SLUG_H

#include <stddef.h>

/** A name under way. */
struct yeoun_slug {
  size_t at; /**< its length, also where that is more than the text holds */
  char text[512];
};

/** Add a text: "Am7/G F#" -> "Am7_G-Fs"; signs become letters. */
void
yeoun_slug_add(struct yeoun_slug *slug, const char *text);

/** Begin another part of the name. */
void
yeoun_slug_begin(struct yeoun_slug *slug);

/** Add what a value makes of a name, as a part of its own.
    @param mark  of struct yeoun_property; NULL: nothing */
void
yeoun_slug_mark(struct yeoun_slug *slug, const char *mark, const char *value);

#endif
