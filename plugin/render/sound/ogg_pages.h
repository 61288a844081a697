// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* Pages of Ogg, when a file is written: libsndfile numbers each stream by
   chance, and the same sound should be the same file. */

#ifndef YEOUN_RENDER_SOUND_OGG_PAGES_H
#define YEOUN_RENDER_SOUND_OGG_PAGES_H

#include <stdbool.h>
#include <stdio.h>

/** Number the stream of a file always the same, and make the sums of all its
    pages anew. Returns false when it cannot be read or written, or is no Ogg.
 */
bool
yeoun_ogg_pages_settle(FILE *file);

#endif
