// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* Which known word a misspelt one may be. */

#ifndef YEOUN_RENDER_ASK_NEAREST_H
#define YEOUN_RENDER_ASK_NEAREST_H

#include <stddef.h>

/** The nearest word so far. All zero: none. */
struct yeoun_nearest {
  const char *word;  /**< NULL: none is near enough */
  unsigned mistakes; /**< between it and the other */
};

/** Compare one more known word: letters that are left out, added, replaced or
    that changed places with the next are mistakes; a third of the letters may
    be wrong. Source: Damerau 1964. */
void
yeoun_nearest_try(struct yeoun_nearest *nearest,
                  const char *text,
                  const char *known);

#endif
