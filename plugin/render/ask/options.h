// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* The command line of yeoun-render, read and checked. */

#ifndef YEOUN_RENDER_ASK_OPTIONS_H
#define YEOUN_RENDER_ASK_OPTIONS_H

#include <stdbool.h>
#include <stdint.h>

#include "compose/request.h"
#include "cue.h"
#include "order.h"
#include "told.h"

#define YEOUN_MOODS 32

/** What is asked for. Texts are those of the command line. */
struct yeoun_options {
  const char *sheet; /**< path, or NULL: one theme */
  const char *out;   /**< folder, or NULL: not told */

  /* Of one theme: each variation in each mood */
  unsigned moods;
  const char *mood[YEOUN_MOODS];
  bool has_variations;
  bool variation[YEOUN_VARIATIONS];

  /* Of all cues; of a sheet, what is to be otherwise than it says */
  struct yeoun_told told;

  /* How */
  const char *only; /**< name of a cue, or NULL */
  const char *list; /**< what to list instead of all else, or NULL */
  unsigned block;   /**< frames; 0 = a different number every time */
  unsigned jobs;    /**< at once */
  bool is_forced;   /**< replace what was made for another request */
  bool is_again;    /**< make also what has not changed */
  bool is_plan;     /**< only print what would be rendered */
  bool is_list;     /**< only print a command a cue */
  const char *spot; /**< a file of marked places, or NULL */
  bool is_page;     /**< only write the page again */
  bool is_csv;      /**< print what was made as comma-separated values */
  unsigned order;   /**< enum yeoun_order of what was made */
  unsigned keep;    /**< so many of them; 0 = all */
  bool is_help;
};

/** Read the command line. Says what is wrong on stderr.
    @return false when something is not understood */
bool
yeoun_options_read(int argc, char **argv, struct yeoun_options *options);

#endif
