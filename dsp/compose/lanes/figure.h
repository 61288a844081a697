// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* Figures of accompaniment: how a chord is struck, broken or pushed, while the
   melody moves (it waits) or holds (it moves). */

#ifndef YEOUN_COMPOSE_LANES_FIGURE_H
#define YEOUN_COMPOSE_LANES_FIGURE_H

#include <stdbool.h>
#include <stdint.h>

#include "voicing.h"

struct yeoun_lanes;

/** Figures of the chords lane. */
enum yeoun_figure {
  YEOUN_FIGURE_SPREAD,   /**< each bar its lowest voice, then the others */
  YEOUN_FIGURE_PULSE,    /**< one chord a half bar */
  YEOUN_FIGURE_CHORALE,  /**< half bars, an inner voice moving between */
  YEOUN_FIGURE_BROKEN,   /**< up and down in eighths */
  YEOUN_FIGURE_WIDE,     /**< the same through a tenth and more */
  YEOUN_FIGURE_ALBERTI,  /**< low high middle high */
  YEOUN_FIGURE_ROCKING,  /**< low and high in quarters */
  YEOUN_FIGURE_ARPEGGIO, /**< wide, rising, in sixteenths */
  YEOUN_FIGURE_UMPAH,    /**< short chords after the beat */
  YEOUN_FIGURE_CHOP,     /**< short chords off the beat */
  YEOUN_FIGURE_TANGO,    /**< long, short, long, short */
  YEOUN_FIGURE_BALLAD,   /**< its lowest voice, then the others, and again */
  YEOUN_FIGURE_HARP,     /**< rising in eighths, then left to ring */
  YEOUN_FIGURE_PUSHED,   /**< three, three and two eighths */
  YEOUN_FIGURE_CLOSE,    /**< rolled once, wide, and left to ring */
  YEOUN_FIGURES
};

/** Where and with what the chords lane writes. */
struct yeoun_pen {
  const struct yeoun_lanes *lanes;
  const struct yeoun_voicing *voicing;
  int32_t from, to; /**< ticks, within one bar */
  int32_t breath;   /**< from here on the figure comes to rest */
  int level_db;
};

/** Strike all voices of the chord once. Any thread. */
void
yeoun_figure_strike(const struct yeoun_pen *pen, int32_t at, int32_t length);

/** Write one chord in a figure. Any thread. */
void
yeoun_figure_write(const struct yeoun_pen *pen, enum yeoun_figure figure);

#endif
