// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* What may stand in a cue sheet at all, of whatever node and whether it is used
   or not: kinds of nodes, properties where they may be told, one value of those
   that have one. */

#ifndef YEOUN_RENDER_ASK_SHEET_WORDS_H
#define YEOUN_RENDER_ASK_SHEET_WORDS_H

#include <stdbool.h>

#include "read/turtle.h"

#define YEOUN_RDF_TYPE "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
#define YEOUN_RDFS "http://www.w3.org/2000/01/rdf-schema#"
#define YEOUN_LV2_PORT "http://lv2plug.in/ns/lv2core#port"

/** Check all statements. Says what is wrong, with file and line, and which word
    may be meant. */
bool
yeoun_sheet_words_check(const char *path, const struct yeoun_turtle *turtle);

#endif
