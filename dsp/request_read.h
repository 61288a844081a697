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

/** Add the metre that the time asks. A request that is asked whole keeps its
    own. Audio thread. */
YEOUN_AUDIO void
yeoun_request_meter(const struct yeoun_controls *controls,
                    const struct yeoun_transport *transport,
                    struct yeoun_request *request);

/** The tempo class, yeoun_doubling_choose(): of the tempo that is set, also
    while a host's time that bends is followed, else of the host's; a request
    that is asked whole keeps its own. Audio thread.
    @param request  with its metre
    @param before  the class until now */
YEOUN_AUDIO int8_t
yeoun_request_class(const struct yeoun_controls *controls,
                    const struct yeoun_transport *transport,
                    const struct yeoun_request *request,
                    int8_t before);

/** The variation of a round: a pure function, never the same twice running
    unless held. Audio thread.
    @param variation  of the controls */
YEOUN_AUDIO uint16_t
yeoun_request_variation(uint8_t advance, uint16_t variation, int64_t round);

/** The seed of a request's performance: by theme and variation. Any thread. */
uint64_t
yeoun_request_seed(const struct yeoun_request *request);

#endif
