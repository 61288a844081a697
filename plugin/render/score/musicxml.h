// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* Write a score that notation programs open. Source: MusicXML 3.1, W3C Music
   Notation Community Group 2017. */

#ifndef YEOUN_RENDER_SCORE_MUSICXML_H
#define YEOUN_RENDER_SCORE_MUSICXML_H

#include <stdbool.h>

#include "render/schedule/composed.h"
#include "render/schedule/render_plan.h"

/** Write all lanes, or a lead sheet: the melody and its chords. Says what is
    wrong. */
bool
yeoun_musicxml_write(const char *path,
                     const struct yeoun_render_plan *plan,
                     const struct yeoun_composed *composed,
                     bool is_lead);

#endif
