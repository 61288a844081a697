// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* From the rules' levels to MIDI velocities. */

#ifndef YEOUN_PERFORM_LEVEL_H
#define YEOUN_PERFORM_LEVEL_H

#include "curve.h"
#include "rendition.h"

/** The velocity of a level. The law: amplitude is the square of a straight line
    of velocity, over 60 dB from 1 to 127 (Dannenberg, "The interpretation of
    MIDI velocity", ICMC 2006); 0 dB, mezzo-forte, is velocity 80. Any thread.
    @return 1..127 */
uint8_t
yeoun_velocity_of_db(float level_db);

/** The level of a velocity by the same law, 1..127: -53 .. +7.8 dB, to a tenth.
    Any thread. */
float
yeoun_velocity_db(unsigned velocity);

/**
   Give each note its velocity.

   The rules' levels are scaled so that the melody varies by what the mood's
   dynamics ask for, and shifted so that its mean is the mood's level; what the
   score itself says of a note (accents, level_db) comes on top, unscaled. Lanes
   that accompany stand back, the more so where they rise into the melody.

   @param rendition  the curve's level is added to its notes' own
   @param[out] performed  velocity is written

   Any thread.
*/
void
yeoun_level_write(struct yeoun_rendition *rendition,
                  const struct yeoun_curve *curve,
                  struct yeoun_performed *performed);

/** What the phrase's curve asks of a lane at a tick, dB, once the levels are
    written. Any thread. */
float
yeoun_level_phrase_db(const struct yeoun_rendition *rendition,
                      const struct yeoun_curve *curve,
                      unsigned lane,
                      int32_t tick);

#endif
