// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* Fit music to a length: how many bars, at what tempo, so that it ends in time
   and strong beats fall on what happens in the picture. */

#ifndef YEOUN_RENDER_SCHEDULE_FIT_H
#define YEOUN_RENDER_SCHEDULE_FIT_H

#include <stdbool.h>

#include "composed.h"
#include "render_plan.h"

/** Find bars, rounds and tempo map of a plan. Says what cannot be fitted.
    @param tempo_bpm  quarter notes a minute that the music would like */
bool
yeoun_fit(const struct yeoun_music_cue *cue,
          struct yeoun_meter meter,
          double tempo_bpm,
          struct yeoun_render_plan *plan);

/** Fit the same bars again, now that it is known what is played in them: hits
   go where something sounds, and the beat leans towards the players who are
   early or late there, so that both are near to the hit. What yeoun_fit() said
   is not said again.
    @param played  what yeoun_composed_make() found for this plan */
void
yeoun_fit_again(const struct yeoun_composed *played,
                double tempo_bpm,
                struct yeoun_render_plan *plan);

#endif
