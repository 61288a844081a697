// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* Small things that are drawn on lanes. Pure drawing. */

#ifndef YEOUN_UI_VIEWS_LANE_MARKS_H
#define YEOUN_UI_VIEWS_LANE_MARKS_H

#include "ui/draw/canvas.h"

/** A padlock in the middle of a rectangle. */
void
yeoun_draw_padlock(const struct yeoun_canvas *canvas,
                   struct yeoun_rect rect,
                   enum yeoun_hue colour,
                   bool is_shut);

/** Slanted lines: nothing is changed here. */
void
yeoun_draw_hatch(const struct yeoun_canvas *canvas, struct yeoun_rect rect);

/** The ladder of a meter, 6 dB a step, up to a share of its height.
    @param part  0..1 */
void
yeoun_draw_meter(const struct yeoun_canvas *canvas,
                 struct yeoun_rect rect,
                 enum yeoun_hue colour,
                 double part);

#endif
