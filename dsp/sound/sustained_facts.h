// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* The facts of each instrument that is bowed, blown, sung or otherwise held. */

#ifndef YEOUN_SOUND_SUSTAINED_FACTS_H
#define YEOUN_SOUND_SUSTAINED_FACTS_H

#include "body.h"

/** What feeds the body: amplitude of harmonic n at f Hz is
    n^-steep / (1 + (f / hertz)^2). */
struct yeoun_slope {
  float steep, hertz;
};

struct yeoun_sustained_source {
  struct yeoun_slope soft, loud; /**< where nothing is measured (spectra.h) */
  float even, even_hertz; /**< gain of even harmonics, and where they are whole
                               again: a pipe closed at one end */
  float scatter;          /**< of the phases, 0..1 */
  float tilt; /**< how much duller the softest is: of a solo, power of n; of a
                   section, share of the high that is held back */
  const struct yeoun_peak *buzz; /**< in loud notes too; NULL: none */
};

struct yeoun_sustained_breath { /**< or bow */
  float level;                  /**< of the noise against the tone */
  float follow;                 /**< its middle in multiples of the pitch */
  float hertz;                  /**< plus so many */
  float quality;                /**< middle over width */
  float burst;                  /**< so much more at the start */
  float slip; /**< how far it comes in step with the pitch, 0..1 */
};

struct yeoun_sustained_motion {
  float attack_s, release_s;
  float swell;   /**< share of the level that comes late */
  float scoop;   /**< cents below the pitch at first */
  float glide;   /**< most cents of the way from a note that is bound to it */
  float shine_s; /**< time in which the loud wave gives way to the soft; 0: it
                      follows the level */
  float flicker_db; /**< how far partials stray from each other */
};

struct yeoun_sustained_vibrato {
  float hertz, cents;
  float level;   /**< and how far the level moves, as a share */
  float delay_s; /**< it begins late, and grows */
  float jitter;  /**< cents that pitch trembles */
};

struct yeoun_sustained_desks { /**< players */
  int count;
  float cents;  /**< how far they are apart */
  float drift;  /**< cents that each wanders */
  float width;  /**< how far they sit apart, 0..1 */
  float octave; /**< level of others, an octave up */
};

struct yeoun_sustained_facts {
  struct yeoun_sustained_source source;
  struct yeoun_sustained_breath breath;
  struct yeoun_sustained_motion motion;
  struct yeoun_sustained_vibrato vibrato;
  struct yeoun_sustained_desks desks;
  struct yeoun_body body;
  float gain; /**< so that all are equally loud */
};

/** Of an instrument (enum yeoun_instrument); the strings for all others.
    Any thread. */
const struct yeoun_sustained_facts *
yeoun_sustained_facts(unsigned instrument);

#endif
