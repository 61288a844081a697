// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* The contact sheet of a library: a page that opens from disk in any browser,
   and the same as comma-separated values. */

#ifndef YEOUN_RENDER_LIBRARY_LIBRARY_H
#define YEOUN_RENDER_LIBRARY_LIBRARY_H

#include <stdbool.h>
#include <stdio.h>

#include "table.h"

/** Write index.html and library.csv into a folder. Says what is wrong. */
bool
yeoun_library_write(const char *out,
                    const struct yeoun_report_row *row,
                    unsigned rows);

/** Write rows as comma-separated values (RFC 4180), headings first. */
void
yeoun_library_values(FILE *file,
                     const struct yeoun_report_row *row,
                     unsigned rows);

#endif
