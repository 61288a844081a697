// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* Text in XML and HTML. */

#ifndef YEOUN_RENDER_SCORE_XML_H
#define YEOUN_RENDER_SCORE_XML_H

#include <stdio.h>

/** Write a text so that it is read as what it is: & < > " are named. */
void
yeoun_xml_text(FILE *file, const char *text);

#endif
