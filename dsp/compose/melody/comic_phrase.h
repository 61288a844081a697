// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* How a comic phrase is built: one short thing is said, said again, changed in
   one element, and then comes the close. */

#ifndef YEOUN_COMPOSE_MELODY_COMIC_PHRASE_H
#define YEOUN_COMPOSE_MELODY_COMIC_PHRASE_H

#include "phrase_rhythm.h"

/** Rebuild the bars before the close from the first bar of the phrase, which is
    its idea. Any thread.
    @param draw  of 0..1: the idea's tail, and what is changed the third time */
void
yeoun_comic_phrase(const struct yeoun_plan *plan,
                   int p,
                   const float draw[2],
                   struct yeoun_phrase_rhythm *rhythm);

/** The close: two or three notes on the beat, or those of the phrase's stage;
    silent where all are. Any thread.
    @param draw  of 0..1 */
void
yeoun_comic_close(const struct yeoun_plan *plan,
                  int p,
                  float draw,
                  struct yeoun_phrase_rhythm *rhythm);

#endif
