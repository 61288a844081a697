// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* What a plugin, whose controls are set, says that it would play. */

#ifndef YEOUN_RENDER_HOST_ANSWER_H
#define YEOUN_RENDER_HOST_ANSWER_H

#include <stdbool.h>
#include <stdint.h>

#include "host.h"
#include "music/beats.h"
#include "music/score.h"
#include "take.h"

struct yeoun_answer {
  double tempo_bpm; /**< quarter notes a minute that it would like */
  float identity;
  uint32_t latency; /**< frames by which its sound lags */
  char description[YEOUN_DESCRIPTION_SIZE];
  struct yeoun_told_by_plugin told;
};

/** Ask a plugin by running it while the transport stands. Says what is wrong.
    @param rate  frames a second
    @param host_bpm  quarter notes a minute of the host; 0 = it tells none */
bool
yeoun_host_ask(struct yeoun_host *host,
               double rate,
               struct yeoun_meter meter,
               double host_bpm,
               struct yeoun_answer *answer);

/** Whether a plugin is of the build that this command is of: scores, hits and
    pictures are composed by the command, sound and MIDI by the plugin, and both
    must be the same music. Says what is wrong. */
bool
yeoun_host_is_same_build(struct yeoun_host *host);

#endif
