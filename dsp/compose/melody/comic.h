// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* The lawful comic engine: at most one joke in four bars. */

#ifndef YEOUN_COMPOSE_MELODY_COMIC_H
#define YEOUN_COMPOSE_MELODY_COMIC_H

#include "compose/harmony/harmony.h"
#include "melody.h"

/**
   Play the jokes of a tune, one phrase after another, as often as the mood's
   humour allows: three of a kind, or in sequence where the
   chords ask for it, of which the third breaks off; a silence
   before a low punch; a laugh; in major keys, a wrong final note above the
   tonic (Nagy et al., Music Theory Online 22.3).

   With humour 0 (deadpan) nothing happens. Any thread.
*/
void
yeoun_comic_play(const struct yeoun_plan *plan,
                 const struct yeoun_score *score,
                 const struct yeoun_harmony *harmony,
                 struct yeoun_tune *tune);

/** Whether all but the melody are silent at a slot, so that the punch
    stands alone. Any thread. */
bool
yeoun_comic_holds_breath(const struct yeoun_plan *plan, int slot);

/** Write the laughs into the melody lane: notes of 75 ms, every 214 ms, falling
    and fading (Provine and Yong 1991). Any thread. */
void
yeoun_comic_laugh(const struct yeoun_plan *plan,
                  const struct yeoun_tune *tune,
                  struct yeoun_score *score);

#endif
