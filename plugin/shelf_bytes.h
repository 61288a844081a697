// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* A shelf as bytes, the same on every machine: names, characters and notes, for
   the state of a session. */

#ifndef YEOUN_SHELF_BYTES_H
#define YEOUN_SHELF_BYTES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "compose/scratch.h"
#include "music/score_pack.h"
#include "name.h"
#include "shelf.h"
#include "store.h"

/** Bytes of the largest shelf. */
#define YEOUN_SHELF_BYTES                                                      \
  (2 + YEOUN_SHELF *                                                           \
         (16 + YEOUN_NAME_SIZE + YEOUN_CHARACTER_SIZE + YEOUN_PACKED_SIZE))

/** What writing and reading needs: too much for a stack. */
struct yeoun_shelf_desk {
  struct yeoun_compose_scratch scratch;
  struct yeoun_score score;
  struct yeoun_shelf shelf;
  uint8_t packed[YEOUN_PACKED_SIZE];
};

/** Write a shelf. Notes that are not in the store are composed: what is kept
    without them is of today's algorithm. Any thread but audio.
    @param[out] bytes  YEOUN_SHELF_BYTES
    @return how many are written */
size_t
yeoun_shelf_pack(const struct yeoun_shelf *shelf,
                 struct yeoun_store *store,
                 struct yeoun_shelf_desk *desk,
                 uint8_t *bytes);

/** Read a shelf and put its notes into the store. An entry whose name cannot be
    read is kept as its number. Returns false, and changes nothing, when the
    bytes are no shelf; a store may then have got some notes that nobody asks
    for. The one thread that puts into the store.
    @param[out] refused  the first name that could not be read, "" if none;
                         YEOUN_NAME_SIZE bytes */
bool
yeoun_shelf_unpack(const uint8_t *bytes,
                   size_t size,
                   struct yeoun_store *store,
                   struct yeoun_shelf_desk *desk,
                   struct yeoun_shelf *shelf,
                   char *refused);

#endif
