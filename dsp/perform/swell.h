// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* Expression: how the level moves within notes. */

#ifndef YEOUN_PERFORM_SWELL_H
#define YEOUN_PERFORM_SWELL_H

#include "curve.h"
#include "rendition.h"

/**
   Give each note its expression: what the phrase does while it lasts, and a
   swell of its own if it is long. A suspension grows into its resolution, an
   appoggiatura falls off, the end of a phrase tapers, the climax swells most;
   accents fall. The louder the mood's dynamics range, the more.

   Written for all lanes but drums, as if all could hold: whoever plays a lane
   knows whether it can.

   @param rendition  with its levels written
   @param performance  whose notes are at their final places

   Any thread.
*/
void
yeoun_swell_write(const struct yeoun_rendition *rendition,
                  const struct yeoun_curve *curve,
                  struct yeoun_performance *performance);

#endif
