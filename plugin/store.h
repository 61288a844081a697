// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* The notes of kept variations, by number. They come from a saved state and
   stay as they are, so one thread may put more while others read: a place is
   emptied only while nobody reads it, and the places of two whole shelves are
   enough for the one that is in force and the one that follows it. */

#ifndef YEOUN_STORE_H
#define YEOUN_STORE_H

#include <stdatomic.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "music/score.h"
#include "shelf.h"

#define YEOUN_STORE (2 * YEOUN_SHELF)

struct yeoun_stored {
  atomic_uint number;  /**< 0: empty, or being changed */
  atomic_uint readers; /**< threads that look at it */
  uint16_t algorithm;
  size_t size;
  uint8_t *bytes; /**< of yeoun_score_pack() */
};

struct yeoun_store {
  struct yeoun_stored place[YEOUN_STORE];
  uint32_t last; /**< the highest number yet; of the writing thread */
};

/** Empty. */
void
yeoun_store_init(struct yeoun_store *store);

/** Free all. While nobody reads. */
void
yeoun_store_free(struct yeoun_store *store);

/** Put the notes of one variation in place of the oldest. Returns its number,
    or 0 when these bytes are no score or memory fails. One thread, not audio.
    @param scratch  for the check */
uint32_t
yeoun_store_put(struct yeoun_store *store,
                unsigned algorithm,
                const uint8_t *bytes,
                size_t size,
                struct yeoun_score *scratch);

/** Look at the notes of a number: NULL when they are no longer there, else
    valid until yeoun_store_leave(). Any thread, audio too. */
const struct yeoun_stored *
yeoun_store_look(struct yeoun_store *store, uint32_t number);

/** Look no longer. Any thread, audio too. */
void
yeoun_store_leave(const struct yeoun_stored *stored);

/** Write the score of a number; if another algorithm composed it, its
    description says so. A yeoun_source of the engine.
    @param store  struct yeoun_store */
bool
yeoun_store_find(void *store, uint32_t number, struct yeoun_score *score);

/** The algorithm of a number, or YEOUN_ALGORITHM of what is not kept. Any
    thread, audio too. */
unsigned
yeoun_store_algorithm(struct yeoun_store *store, uint32_t number);

#endif
