// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* A JACK client that rolls the transport and records what another client
   plays: sound and MIDI. */

#ifndef YEOUN_JALV_RECORDER_H
#define YEOUN_JALV_RECORDER_H

#include <stdbool.h>

#include "render/host/take.h"
#include "render/schedule/render_plan.h"

/** Record a client on the server that JACK_DEFAULT_SERVER names, faster than
    time passes, from bar 0 until its last sound. Says what is wrong. */
bool
yeoun_jack_record(const char *client,
                  const struct yeoun_render_plan *plan,
                  struct yeoun_take *take);

#endif
