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

/** Read what was made. @return false unless it is what is asked, and the files
    are still there */
bool
yeoun_record_read(const char *out,
                  const char *name,
                  const char *asked,
                  struct yeoun_report_row *row);

/** Write what was made. Says what is wrong. */
bool
yeoun_record_write(const char *out,
                   const char *asked,
                   const struct yeoun_report_row *row);

#endif
