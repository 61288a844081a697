// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* A piece: one variation in one mood, from options to controls and a brief. */

#ifndef YEOUN_RENDER_PIECE_H
#define YEOUN_RENDER_PIECE_H

#include <stdbool.h>

#include "brief.h"
#include "host.h"
#include "options.h"

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

/** The brief of a piece, as yeoun_piece_set() left the plugin.
    Says what is wrong. */
bool
yeoun_piece_brief(struct yeoun_host *host,
                  const struct yeoun_options *options,
                  struct yeoun_piece piece,
                  struct yeoun_brief *brief);

#endif
