// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* The chords lane: which figure when. */

#ifndef YEOUN_COMPOSE_LANES_TEXTURE_H
#define YEOUN_COMPOSE_LANES_TEXTURE_H

struct yeoun_lanes;

/** Write the chords lane: one family of three figures a variation, the first
    for its theme, the second for contrasts, the third, fuller, for the climax
    and what returns. They change at phrases, and come to rest at their ends.
    Any thread. */
void
yeoun_texture_write(struct yeoun_lanes *lanes);

#endif
