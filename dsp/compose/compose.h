// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* (theme, mood, variation) -> score. Pure: the same request gives the same
   score, to the bit, on every machine; no allocation, bounded time. */

#ifndef YEOUN_COMPOSE_COMPOSE_H
#define YEOUN_COMPOSE_COMPOSE_H

#include "music/score.h"
#include "request.h"

/** What composing needs while it goes on: too much for a stack. The caller owns
    it; nothing in it lasts from one call to the next but what
    yeoun_compose_again() goes by. See scratch.h. */
struct yeoun_compose_scratch;

/** Compose. The score is written whole. Any thread but audio (up to 2 ms;
    allowed on the audio thread of a freewheeling host).
    @param scratch  of this call alone; need not be initialised */
void
yeoun_compose(const struct yeoun_request *request,
              struct yeoun_compose_scratch *scratch,
              struct yeoun_score *score);

/** The tempo of the score that yeoun_compose() makes of a request, without
    composing it. Quarter notes a minute. Any thread. */
float
yeoun_compose_tempo(const struct yeoun_request *request);

/** The same as yeoun_compose(), of a request that differs from the last that
   was composed in this scratch in intensity and space alone, and has no ranges:
    nothing is composed anew, notes are only taken away or given back. Any
    thread but audio (a thirtieth of the time). */
void
yeoun_compose_again(const struct yeoun_request *request,
                    struct yeoun_compose_scratch *scratch,
                    struct yeoun_score *score);

#endif
