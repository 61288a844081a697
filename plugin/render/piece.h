// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* A piece: one variation in one mood, from options to controls to files. */

#ifndef YEOUN_RENDER_PIECE_H
#define YEOUN_RENDER_PIECE_H

#include <stdbool.h>

#include "host.h"
#include "options.h"
#include "table.h"
#include "take.h"

struct yeoun_piece {
  int pole; /**< enum yeoun_pole, or -1: as the preset has it */
  unsigned variation;
};

/** Set all controls of a plugin as the options want them. Says what is not
    understood, and what would be. */
bool
yeoun_piece_set(struct yeoun_host *host,
                const struct yeoun_options *options,
                struct yeoun_piece piece);

/** The metre of the host: that of the control "meter" when it is set. */
struct yeoun_meter
yeoun_piece_meter(const struct yeoun_host *host,
                  const struct yeoun_options *options);

/** Render one piece into the folder: name.wav and name.mid. Says what is wrong.
    @param[out] row  what was made */
bool
yeoun_piece_render(struct yeoun_host *host,
                   const struct yeoun_options *options,
                   struct yeoun_piece piece,
                   struct yeoun_take *take,
                   struct yeoun_row *row);

#endif
