// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* Who sings what is kept: known once it was composed, one place after the
   other. The interface's thread. */

#ifndef YEOUN_UI_MODEL_KEPT_H
#define YEOUN_UI_MODEL_KEPT_H

#include "memory.h"
#include "previews.h"

/** All zero: nothing is known. */
struct yeoun_players {
  struct yeoun_request request[YEOUN_SHELF];
  uint8_t instrument[YEOUN_SHELF]; /**< of the melody; 0: not known */
};

/** Want the next place composed of which the player is not known; take what
    was. */
void
yeoun_players_want(struct yeoun_players *players,
                   const struct yeoun_shelf *shelf,
                   struct yeoun_previews *previews);

/** "lyrical, solo violin"; the mood alone while the player is not known. */
void
yeoun_players_write(const struct yeoun_players *players,
                    const struct yeoun_shelf *shelf,
                    unsigned place,
                    char *text,
                    size_t size);

#endif
