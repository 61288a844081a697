// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* The bass lane. */

#ifndef YEOUN_COMPOSE_LANES_BASS_H
#define YEOUN_COMPOSE_LANES_BASS_H

struct yeoun_lanes;

/** Divide the line of the bass. Any thread. */
void
yeoun_bass_write(struct yeoun_lanes *lanes);

#endif
