// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* The facts of each drum of the kit. */

#ifndef YEOUN_SOUND_DRUM_FACTS_H
#define YEOUN_SOUND_DRUM_FACTS_H

#define YEOUN_DRUM_MODES 12

/** What rings. */
struct yeoun_drum_body {
  float hertz;   /**< of its lowest mode */
  float seconds; /**< in which that loses 60 dB */
  float level;
  float soft_ms, hard_ms; /**< contact of the softest and the hardest blow */
  float drop;             /**< so much higher at first: the skin is stretched */
  float drop_ms;          /**< time constant of its return */
  float damping; /**< decay of a mode falls with its ratio to this power */
  const float (*modes)[2]; /**< ratio, level; ends with a ratio of 0 */
};

/** What hisses. */
struct yeoun_drum_noise {
  float level;
  float from, to; /**< hertz of the band's middle, at first and later */
  float quality;  /**< middle over width */
  float attack_ms, decay_ms;
  float grains; /**< collisions a second at first; 0: it does not rattle */
};

/** What stays under it: air and shell, which no skin is without. */
struct yeoun_drum_bed {
  float level; /**< RMS at first, of a blow of level 1 */
  float hertz, quality;
  float seconds; /**< in which it loses 60 dB */
};

struct yeoun_drum_facts {
  struct yeoun_drum_body body;
  struct yeoun_drum_noise noise;
  struct yeoun_drum_bed bed;
  float place; /**< left -1 .. right +1 */
};

/** Never NULL: the kick for keys without a drum. Any thread. */
const struct yeoun_drum_facts *
yeoun_drum_facts(unsigned key);

#endif
