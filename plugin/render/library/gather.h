// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* All cues of a folder, whenever they were made. */

#ifndef YEOUN_RENDER_LIBRARY_GATHER_H
#define YEOUN_RENDER_LIBRARY_GATHER_H

#include <stdbool.h>

#include "table.h"

/** Add to some rows those of all other records of a folder, by name. What its
    records say is theirs: a cue of which a file is missing is left out.
    @param[out] all  the rows, then the others; free it
    @return false when memory fails or the folder cannot be read; says so */
bool
yeoun_rows_gather(const char *out,
                  const struct yeoun_report_row *row,
                  unsigned rows,
                  struct yeoun_report_row **all,
                  unsigned *count);

#endif
