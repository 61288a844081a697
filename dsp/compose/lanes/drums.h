// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* The drums lane. */

#ifndef YEOUN_COMPOSE_LANES_DRUMS_H
#define YEOUN_COMPOSE_LANES_DRUMS_H

struct yeoun_lanes;

/** Write the drums that palette and mood call for; most moods call for none.
    The pattern follows the phrase: it fills at its end. Any thread. */
void
yeoun_drums_write(struct yeoun_lanes *lanes);

#endif
