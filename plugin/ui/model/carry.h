// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* Files that are dragged out: they lie in a folder of their own until the
   interface is closed. */

#ifndef YEOUN_UI_MODEL_CARRY_H
#define YEOUN_UI_MODEL_CARRY_H

#include "take_midi.h"

/** Files that one window gives out, at most. */
#define YEOUN_CARRIED 256

/** All zero at first. */
struct yeoun_carried {
  char folder[YEOUN_PATH_SIZE]; /**< empty: there is none yet */
  unsigned count;
  char *path[YEOUN_CARRIED];
  char uris[YEOUN_LANES * YEOUN_PATH_SIZE];
};

/** Write lanes as files. Returns their addresses as text/uri-list, which stays
    until the next call; empty when there is nothing, or it cannot be done. */
const char *
yeoun_carried_write(struct yeoun_carried *carried,
                    const struct yeoun_model *model,
                    const struct yeoun_request *request,
                    float tempo_bpm,
                    unsigned lanes);

/** Take the files away. */
void
yeoun_carried_free(struct yeoun_carried *carried);

#endif
