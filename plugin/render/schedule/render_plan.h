// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* A plan: all that must be known to run a plugin for one cue, and to write
   what comes of it. */

#ifndef YEOUN_RENDER_SCHEDULE_RENDER_PLAN_H
#define YEOUN_RENDER_SCHEDULE_RENDER_PLAN_H

#include <stdbool.h>

#include "music/theme.h"
#include "render/ask/cue.h"
#include "render/host/answer.h"
#include "render/host/tempo.h"

/** Bars of a cue at most; the plugin plays 32 in one round. */
#define YEOUN_BARS 512
#define YEOUN_ROUND_BARS 32
#define YEOUN_CHANGES (YEOUN_BARS + 8)

/** A control that is moved while the music plays. */
struct yeoun_change {
  int32_t tick;
  const char *symbol;
  float value;
};

struct yeoun_render_plan {
  const struct yeoun_music_cue *cue;
  const char *out; /**< folder */

  /* When */
  unsigned bars;       /**< in all */
  unsigned round_bars; /**< the plugin's control: bars in one round */
  struct yeoun_tempo tempo;
  struct yeoun_meter meter;
  uint32_t weak_hits; /**< a bit for each hit that falls on a weak beat */
  unsigned changes;
  struct yeoun_change change[YEOUN_CHANGES]; /**< by tick */

  /* What the plugin says of it */
  struct yeoun_key key;
  struct yeoun_answer answer;
};

/** Length of the music in ticks. */
int32_t
yeoun_render_plan_ticks(const struct yeoun_render_plan *plan);

/** Length of the music in seconds, without its tail. */
double
yeoun_render_plan_seconds(const struct yeoun_render_plan *plan);

/** The path of a file of the cue, such as out/name.mid: any buffer of
    YEOUN_PATH. */
void
yeoun_render_plan_path(const struct yeoun_render_plan *plan,
                       const char *end,
                       char *path);

#endif
