// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* Coming into a performance where it has begun already: by a jump, or because
   it takes over from another. A jump begins what is held there and has enough
   left; a change begins nothing but what is written from there on, and ends
   only what the new performance does not have. */

#ifndef YEOUN_PLAY_ENTRY_H
#define YEOUN_PLAY_ENTRY_H

#include "player.h"

/** Be in the performance after a tick, by a jump. Audio thread.
    @param since  notes that start after this tick count as written to begin
                  here, however they die away: they waited */
YEOUN_AUDIO void
yeoun_entry_jump(struct yeoun_player *player,
                 int64_t tick,
                 int64_t since,
                 uint32_t frame,
                 const struct yeoun_sink *sink);

/** Be in it from a tick on, after another. Audio thread. */
YEOUN_AUDIO void
yeoun_entry_change(struct yeoun_player *player,
                   int64_t tick,
                   uint32_t frame,
                   const struct yeoun_sink *sink);

#endif
