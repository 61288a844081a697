// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* What the controls and the time ask of the composer. */

#ifndef YEOUN_REQUEST_READ_H
#define YEOUN_REQUEST_READ_H

#include "compose/compose.h"
#include "music/audio.h"
#include "play/transport.h"
#include "yeoun.h"

/** What the controls alone ask: all of a request but metre and tempo, with the
    variation of the first round. Numbers are rounded to 1/256, so that a knob
    that trembles asks nothing new. Audio thread.
    @param[out] request  written whole */
YEOUN_AUDIO void
yeoun_request_read(const struct yeoun_controls *controls,
                   struct yeoun_request *request);

/** Add what the time asks: metre, and tempo in whole bpm. A tempo that is set
   is the one that is written for, also while a host's time that bends is
   followed: the notes stay. A request that is asked whole stays too. Audio
   thread. */
YEOUN_AUDIO void
yeoun_request_time(const struct yeoun_controls *controls,
                   const struct yeoun_transport *transport,
                   struct yeoun_request *request);

/** The variation of a round: a pure function, never the same twice running
    unless held. Audio thread.
    @param variation  of the controls */
YEOUN_AUDIO uint16_t
yeoun_request_variation(uint8_t advance, uint16_t variation, int64_t round);

/** The seed of a request's performance: by theme and variation. Any thread. */
uint64_t
yeoun_request_seed(const struct yeoun_request *request);

#endif
