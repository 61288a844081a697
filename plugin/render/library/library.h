// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* The contact sheet of a library: a page that opens from disk in any browser,
   and the same as comma-separated values. */

#ifndef YEOUN_RENDER_LIBRARY_LIBRARY_H
#define YEOUN_RENDER_LIBRARY_LIBRARY_H

#include <stdbool.h>
#include <stdio.h>

#include "table.h"

/** Write index.html and library.csv of all records of a folder into it. Says
    what is wrong.
    @param row  those of this run, which come first
    @param[out] count  of all; with fewer than two, nothing is written */
bool
yeoun_library_write(const char *out,
                    const struct yeoun_report_row *row,
                    unsigned rows,
                    unsigned *count);

/** Write rows as comma-separated values (RFC 4180), headings first. */
void
yeoun_library_values(FILE *file,
                     const struct yeoun_report_row *row,
                     unsigned rows);

#endif
