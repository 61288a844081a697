// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* The page where one chooses: a template, which the build embeds, with what is
   known of the cues in the middle of it. */

#ifndef YEOUN_RENDER_LIBRARY_PAGE_H
#define YEOUN_RENDER_LIBRARY_PAGE_H

#include <stdio.h>

#include "table.h"

/* Stands in the template for what is known of the cues. */
#define YEOUN_PAGE_CUES "%%CUES%%"

/** The template, from page.html.in, page.css and page.js. */
extern const char yeoun_page_text[];

/** Write the page of these cues. */
void
yeoun_page_write(FILE *file, const struct yeoun_report_row *row, unsigned rows);

#endif
