// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* How the tune of a form comes to its last note: in time with the chord that
   closes, and by a way of its own. */

#ifndef YEOUN_COMPOSE_MELODY_HOMECOMING_H
#define YEOUN_COMPOSE_MELODY_HOMECOMING_H

#include "phrase_line.h"

/** Where the tonic comes in the middle of the last bar, the melody waits for
    it; a dominant that comes within that bar has a tone of its own, to step
   home from. Any thread.
    @param rhythm  of the last phrase */
void
yeoun_homecoming_land(const struct yeoun_phrase_context *context,
                      struct yeoun_phrase_rhythm *rhythm);

/** The way to the last note is the close's own: what the theme has there was
    said over other chords, and must not be the last note itself. Eases the
    models of the task of the last phrase. Any thread. */
void
yeoun_homecoming_free(const struct yeoun_phrase_context *context);

#endif
