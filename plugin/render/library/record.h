// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* What was made of a cue, and of what: a small text beside its files, written
   last. A cue is made again only when what is asked differs from it. */

#ifndef YEOUN_RENDER_LIBRARY_RECORD_H
#define YEOUN_RENDER_LIBRARY_RECORD_H

#include <stdbool.h>

#include "render/ask/cue.h"
#include "render/host/host.h"
#include "table.h"

/** All that a cue's files depend on, as text: its controls, its times, the
    plugin itself. NULL when memory fails. Free it.
    @param host  its controls are set for the cue */
char *
yeoun_record_ask(const struct yeoun_host *host,
                 const struct yeoun_music_cue *cue);

/** What is known of an earlier making of a cue. */
enum yeoun_record {
  YEOUN_RECORD_NONE,
  YEOUN_RECORD_SAME,  /**< it was asked for the same; may be unfinished */
  YEOUN_RECORD_OTHER, /**< it was asked for something else */
};

/** Find out for what a cue of this name was made.
    @param[out] line  what it says that is now otherwise */
enum yeoun_record
yeoun_record_find(const char *out,
                  const char *name,
                  const char *asked,
                  char *line,
                  size_t size);

/** Read what was made. @return false unless it is what is asked, and the files
    are there as they were written
    @param asked  NULL: whatever it was made for, and whatever became of it */
bool
yeoun_record_read(const char *out,
                  const char *name,
                  const char *asked,
                  struct yeoun_report_row *row);

/** Write what was made: the last file of a cue, which gets its name first, so
    that all later ones are known to be ours. Says what is wrong. */
bool
yeoun_record_write(const char *out,
                   const char *asked,
                   const struct yeoun_report_row *row);

#endif
