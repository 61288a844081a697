// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* The pad lane: what binds the others. */

#ifndef YEOUN_COMPOSE_LANES_PAD_H
#define YEOUN_COMPOSE_LANES_PAD_H

struct yeoun_lanes;

/** Write the pad lane: two or three voices, tones in common held on from chord
    to chord, silent where the melody comes down to them. Any thread. */
void
yeoun_pad_write(struct yeoun_lanes *lanes);

#endif
