// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* The facts of each instrument whose bars or tines are struck. */

#ifndef YEOUN_SOUND_MALLET_FACTS_H
#define YEOUN_SOUND_MALLET_FACTS_H

/** One mode of a bar. */
struct yeoun_mallet_mode {
  float ratio; /**< of the first one's frequency */
  float level;
  float seconds; /**< share of the first one's time */
};

struct yeoun_mallet_facts {
  const struct yeoun_mallet_mode *modes; /**< ends with a ratio of 0 */
  float seconds;          /**< in which the first mode loses 60 dB, at C5 */
  float lower;            /**< that time grows with the period to this power */
  float soft_ms, hard_ms; /**< contact of the softest and the hardest blow */
  float colour; /**< from silent to hardest, so many times 6 dB an octave more
                     for upper modes */
  float click, click_hertz, click_ms; /**< of mallet, hammer or pin */
  float damper_s;           /**< 60 dB after its end; 0: it rings on */
  float motor_hertz, motor; /**< of turning discs: how far the level moves */
  float spread;             /**< how far low keys stand left, high ones right */
  float gain;               /**< so that all are equally loud */
};

/** Of an instrument (enum yeoun_instrument); the celesta for all others.
    Any thread. */
const struct yeoun_mallet_facts *
yeoun_mallet_facts(unsigned instrument);

#endif
