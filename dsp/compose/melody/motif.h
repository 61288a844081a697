// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* The motif of a theme: the notes that were given, or those that the chords
   already contain. */

#ifndef YEOUN_COMPOSE_MELODY_MOTIF_H
#define YEOUN_COMPOSE_MELODY_MOTIF_H

#include "compose/plan/analysis.h"

/**
   Give the analysis its motif.

   Notes that were given are kept. Otherwise the soprano of the smoothest voice
   leading through the chords (the guide line) is the frame, and a figure of
   three to seven notes around its first note, leading to its second, is the
   motif. The rhythm fits in one bar of the metre.

   @param take  0..99: another motif for the same chords

   Needs key, scale, chords and seed. Any thread.
*/
void
yeoun_motif_derive(const struct yeoun_theme *theme,
                   struct yeoun_meter meter,
                   unsigned take,
                   struct yeoun_analysis *analysis);

/** Fit a motif from bars of one length, in slots, into bars of another: in
    proportion where that is possible, else its longest notes give way.
    Any thread. */
void
yeoun_motif_fit(struct yeoun_motif *motif, int from_slots, int to_slots);

#endif
