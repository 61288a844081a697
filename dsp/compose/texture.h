// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* The accompaniment: the chords lane. */

#ifndef YEOUN_COMPOSE_TEXTURE_H
#define YEOUN_COMPOSE_TEXTURE_H

#include "plan.h"
#include "voicing.h"

/** Figures of the chords lane. */
enum yeoun_figure {
  YEOUN_FIGURE_SPREAD,   /**< each bar its lowest voice, then the others */
  YEOUN_FIGURE_PULSE,    /**< one chord a half bar */
  YEOUN_FIGURE_CHORALE,  /**< one chord a pulse */
  YEOUN_FIGURE_BROKEN,   /**< up and down in eighths */
  YEOUN_FIGURE_ALBERTI,  /**< low high middle high */
  YEOUN_FIGURE_ROCKING,  /**< low and high in quarters */
  YEOUN_FIGURE_ARPEGGIO, /**< wide, rising */
  YEOUN_FIGURE_UMPAH,    /**< short chords after the beat */
  YEOUN_FIGURE_CHOP,     /**< short chords off the beat */
  YEOUN_FIGURE_TANGO,    /**< long, short, long, short */
  YEOUN_FIGURE_BALLAD,   /**< its lowest voice held, the others on each pulse */
  YEOUN_FIGURE_HARP,     /**< rising in eighths, then left to ring */
  YEOUN_FIGURE_PUSHED,   /**< three, three and two eighths */
  YEOUN_FIGURES
};

/** MIDI key around which the chords lie: below the melody. Any thread. */
float
yeoun_texture_centre(const struct yeoun_plan *plan);

/** Write the chords lane. Any thread. */
void
yeoun_texture_write(const struct yeoun_plan *plan,
                    const struct yeoun_voicing *voicing,
                    struct yeoun_score *score);

#endif
