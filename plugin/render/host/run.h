// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* Run a plugin in a host, block by block. */

#ifndef YEOUN_RENDER_HOST_RUN_H
#define YEOUN_RENDER_HOST_RUN_H

#include <stdbool.h>
#include <stdint.h>

#include "host.h"
#include "music/beats.h"

/** Where the host's transport is. */
struct yeoun_host_time {
  double bar_beat; /**< beats of the metre's unit since the bar began */
  int64_t bar;     /**< 0 = first */
  int64_t frame;
  struct yeoun_meter meter;
  double tempo_bpm; /**< quarter notes a minute */
  bool is_rolling;
};

/** Begin with a new instance. Says what is wrong. */
bool
yeoun_host_start(struct yeoun_host *host, double rate);

/** Run frames, at most YEOUN_HOST_BLOCK; then `audio` and `out` hold what came.
    @param time  NULL, or where the transport is now, told at the first frame */
void
yeoun_host_run(struct yeoun_host *host,
               uint32_t frames,
               const struct yeoun_host_time *time);

/** End the instance. It stays until the next one was ended: what instances
    share (recorded sections) is made once. */
void
yeoun_host_stop(struct yeoun_host *host);

#endif
