// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* Write a score that notation programs open. Source: MusicXML 3.1, W3C Music
   Notation Community Group 2017. */

#ifndef YEOUN_RENDER_MUSICXML_H
#define YEOUN_RENDER_MUSICXML_H

#include <stdbool.h>

#include "brief.h"
#include "written.h"

/** Write all lanes, or a lead sheet: the melody and its chords. Says what is
    wrong. */
bool
yeoun_musicxml_write(const char *path,
                     const struct yeoun_brief *brief,
                     const struct yeoun_written *written,
                     bool is_lead);

#endif
