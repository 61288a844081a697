// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* (theme, mood, variation) -> score. Pure: the same request gives the same
   score, to the bit, on every machine; no allocation, bounded time. */

#ifndef YEOUN_COMPOSE_COMPOSE_H
#define YEOUN_COMPOSE_COMPOSE_H

#include "music/score.h"
#include "request.h"

/** Compose. The score is written whole. Any thread but audio (up to 2 ms;
    allowed on the audio thread of a freewheeling host). */
void
yeoun_compose(const struct yeoun_request *request, struct yeoun_score *score);

#endif
