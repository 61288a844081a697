// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* A score as a small piano roll. Pure drawing. */

#ifndef YEOUN_UI_VIEWS_NOTES_H
#define YEOUN_UI_VIEWS_NOTES_H

#include "music/score.h"
#include "ui/draw/canvas.h"

/** The colour of a lane. */
static inline enum yeoun_hue
yeoun_lane_colour(unsigned lane)
{
  return (enum yeoun_hue)(YEOUN_COLOUR_MELODY + lane);
}

/** Draw all lanes in one rectangle, the melody above all.
    @param alpha  less than 1 for what is not wanted any more */
void
yeoun_draw_thumbnail(const struct yeoun_canvas *canvas,
                     struct yeoun_rect rect,
                     const struct yeoun_score *score,
                     double alpha);

/** Draw one lane: pitches from its lowest to its highest.
    @param from, to  ticks at the left and the right edge */
void
yeoun_draw_lane(const struct yeoun_canvas *canvas,
                struct yeoun_rect rect,
                const struct yeoun_score *score,
                unsigned lane,
                double from,
                double to,
                double alpha);

#endif
