// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* The options that say nothing of a cue, but how the work is done: one table
   from which the reader of the command line and its help come. */

#ifndef YEOUN_RENDER_ASK_OPTION_TABLE_H
#define YEOUN_RENDER_ASK_OPTION_TABLE_H

#include <stdbool.h>
#include <stddef.h>

#include "options.h"

struct yeoun_option {
  const char *name;     /**< after -- */
  const char *value;    /**< stands for it in the help; NULL: it has none */
  const char *accepted; /**< in words */
  const char *normal;   /**< what holds when it is not told, or NULL */
  const char *help;
  bool (*read)(const struct yeoun_option *option,
               struct yeoun_options *options,
               const char *text);
  size_t place;  /**< in the options: of a flag, a text or a number */
  unsigned most; /**< of a number, from 1 */
};

/** All rows. @param[out] count  how many */
const struct yeoun_option *
yeoun_option_table(size_t *count);

/** An option by its name, without --, or NULL. */
const struct yeoun_option *
yeoun_option_find(const char *name, size_t length);

#endif
