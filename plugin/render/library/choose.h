// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* Choosing among many cues: in which order they are listed, and which are
   kept. */

#ifndef YEOUN_RENDER_LIBRARY_CHOOSE_H
#define YEOUN_RENDER_LIBRARY_CHOOSE_H

#include <stdbool.h>

#include "render/ask/order.h"
#include "table.h"

/** Put rows in order. */
void
yeoun_report_rows_sort(struct yeoun_report_row *row,
                       unsigned rows,
                       unsigned order);

/** Remove the files of a cue. Says what is wrong.
    @param row  as it was made, or read */
bool
yeoun_report_row_remove(const char *out, const struct yeoun_report_row *row);

/** Remove what an earlier making of a cue left that a new one has not, if it is
    still what was written then.
    @param old  as it was read */
void
yeoun_report_row_tidy(const char *out,
                      const struct yeoun_report_row *old,
                      const struct yeoun_report_row *row);

#endif
