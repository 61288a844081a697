// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* A brief: all that must be known to run a plugin whose controls are set, and
   to name what comes of it. As text it is handed to the route over jalv. */

#ifndef YEOUN_RENDER_BRIEF_H
#define YEOUN_RENDER_BRIEF_H

#include <stdbool.h>
#include <stdio.h>

#include "file.h"
#include "master.h"
#include "sound_file.h"
#include "table.h"
#include "take.h"
#include "theme.h"

struct yeoun_brief {
  char name[YEOUN_NAME]; /**< of the files, without an end */
  char out[YEOUN_PATH];  /**< folder */
  char mood[YEOUN_MOOD_NAME];
  unsigned variation, bars;
  unsigned rate;    /**< frames a second */
  double tempo_bpm; /**< quarter notes a minute */
  struct yeoun_meter meter;
  struct yeoun_key key;
  float identity;
  unsigned target;  /**< enum yeoun_target */
  unsigned formats; /**< set of enum yeoun_format, never empty */
  char description[YEOUN_DESCRIPTION_SIZE];
};

/** Print a brief on stdout, a line a field; the last line is empty. */
void
yeoun_brief_print(const struct yeoun_brief *brief);

/** Read what yeoun_brief_print() wrote; unknown lines are left out. False when
    a field is missing. */
bool
yeoun_brief_read(FILE *file, struct yeoun_brief *brief);

/** Length of the music in ticks. */
int32_t
yeoun_brief_ticks(const struct yeoun_brief *brief);

/** Begin a take of the brief: empty. */
void
yeoun_brief_begin(const struct yeoun_brief *brief, struct yeoun_take *take);

/** Master and write the sound files, and name.mid. Says what is wrong.
    @param[out] row  what was made */
bool
yeoun_brief_finish(const struct yeoun_brief *brief,
                   struct yeoun_take *take,
                   struct yeoun_row *row);

#endif
