// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* Roll a host's transport over a plugin, from bar 0 until its last sound. */

#ifndef YEOUN_RENDER_TRANSPORT_H
#define YEOUN_RENDER_TRANSPORT_H

#include <stdbool.h>

#include "host.h"
#include "take.h"

/** How a plugin is to be run; its controls are set before. */
struct yeoun_roll {
  double rate;
  double tempo_bpm; /**< 0 = what the plugin asks for in "own_tempo" */
  struct yeoun_meter meter;
  int bars;
  uint32_t block; /**< frames; 0 = a different number every time */
};

/** Run a new instance over all bars and its tail.
    @return false, having said why, when it could not be */
bool
yeoun_transport_roll(struct yeoun_host *host,
                     const struct yeoun_roll *roll,
                     struct yeoun_take *take);

#endif
