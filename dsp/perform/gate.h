// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* How long notes sound: gate, articulation and silences. */

#ifndef YEOUN_PERFORM_GATE_H
#define YEOUN_PERFORM_GATE_H

#include "curve.h"
#include "rendition.h"

/**
   Give each note its end; then put grace notes before the notes that they
   belong to, 60 to 90 ms long whatever the tempo, less where that is more than
   half the time since the note before.

   @param[out] performed  end is written; start too, of graces

   Any thread.
*/
void
yeoun_gate_write(const struct yeoun_rendition *rendition,
                 const struct yeoun_curve *curve,
                 struct yeoun_performed *performed);

/** Part notes of one pitch in one lane, over the loop point too, so that none
    is struck while it still sounds; of two that begin together the louder
   stays. Needs the notes in order of start. Any thread.
    @param gap  ticks of silence wanted between them */
void
yeoun_gate_part(struct yeoun_performance *performance, int32_t gap);

#endif
