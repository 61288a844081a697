// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* From the rules' durations to onsets in ticks. */

#ifndef YEOUN_PERFORM_TIMING_H
#define YEOUN_PERFORM_TIMING_H

#include "curve.h"
#include "rendition.h"

/** Lateness of every lane at a tick, in ms: curve and swing. Any thread. */
float
yeoun_timing_common_ms(const struct yeoun_rendition *rendition,
                       const struct yeoun_curve *curve,
                       int32_t tick);

/**
   Give each note its start, in ticks from 0 to the last before the loop point.

   On the lateness that all lanes share lie: the rules' own timing of the lines
   of single notes, gathered over two bars and brought home at their end; the
   melody's lead, as a lag of the others; rolled chords; motor noise. Nothing
   that is written at a bar line sounds before it. At a humanize of 0 all is on
   the grid.

   @param rendition  shift_ms comes to mean lateness
   @param[out] performed  start is written

   Any thread.
*/
void
yeoun_timing_write(struct yeoun_rendition *rendition,
                   const struct yeoun_curve *curve,
                   struct yeoun_performed *performed);

#endif
