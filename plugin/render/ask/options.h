// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* The command line of yeoun-render, read and checked. */

#ifndef YEOUN_RENDER_ASK_OPTIONS_H
#define YEOUN_RENDER_ASK_OPTIONS_H

#include <stdbool.h>
#include <stdint.h>

#include "compose/request.h"
#include "cue.h"
#include "music/mood.h"

/** What is asked for. Texts are those of the command line. */
struct yeoun_options {
  const char *sheet; /**< path, or NULL: one theme */
  const char *out;   /**< folder, or NULL: not told */

  /* Of one theme */
  bool has_mood;
  bool pole[YEOUN_POLES]; /**< each of which is rendered */
  bool has_variations;
  bool variation[YEOUN_VARIATIONS];

  /* Of all cues; of a sheet, what is to be otherwise than it says */
  struct yeoun_music_cue cue;
  bool has_makes, has_target, has_formats, has_rate;

  /* How */
  const char *remix; /**< palette that plays all notes, or NULL */
  const char *only;  /**< name of a cue, or NULL */
  unsigned block;    /**< frames; 0 = a different number every time */
  unsigned jobs;     /**< at once */
  bool is_forced;    /**< make what is there already */
  bool is_plan;      /**< only print what would be rendered */
  bool is_list;      /**< only print a command a cue */
  bool is_csv;       /**< print what was made as comma-separated values */
  unsigned order;    /**< enum yeoun_order of what was made */
  unsigned keep;     /**< so many of them; 0 = all */
  bool is_help;
};

/** "lyrical", ... */
const char *
yeoun_pole_name(unsigned pole);

/** Read the command line. Says what is wrong on stderr.
    @return false when something is not understood */
bool
yeoun_options_read(int argc, char **argv, struct yeoun_options *options);

/** Print how the command is used. */
void
yeoun_options_help(void);

/** All cues that are asked for: each variation of a theme in each mood, or
   those of the sheet. Says what is wrong. */
bool
yeoun_options_cues(const struct yeoun_options *options,
                   struct yeoun_cues *cues);

#endif
