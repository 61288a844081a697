// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* Draw one variation as a piano roll: lanes in colours, bars, chord names,
   phrases, dynamics. */

#ifndef YEOUN_TESTS_REPORT_DRAW_ROLL_H
#define YEOUN_TESTS_REPORT_DRAW_ROLL_H

#include <cairo.h>

#include "music/score.h"

/** One variation and what stands above it. */
struct yeoun_roll {
  const char *title;
  const struct yeoun_score *score; /**< chords and phrases */
  const struct yeoun_performance *performance;
};

/** A place on the page, in pixels. */
struct yeoun_box {
  double x, y, width, height;
};

/** Pixels of height in which a roll can be read. */
#define YEOUN_ROLL_HEIGHT 380.0

/** Draw a roll into a box. */
void
yeoun_roll_draw(cairo_t *cr,
                const struct yeoun_roll *roll,
                struct yeoun_box box);

/** Draw what the colours of the lanes mean, into a line of 20 pixels. */
void
yeoun_roll_legend(cairo_t *cr, struct yeoun_box box);

#endif
