// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "store.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "compose/request.h"
#include "music/score_pack.h"

void
yeoun_store_init(struct yeoun_store *store)
{
  for (unsigned i = 0; i < YEOUN_STORE; ++i) {
    atomic_init(&store->place[i].number, 0);
    atomic_init(&store->place[i].readers, 0);
    store->place[i].bytes = NULL;
  }
  store->last = 0;
}

void
yeoun_store_free(struct yeoun_store *store)
{
  for (unsigned i = 0; i < YEOUN_STORE; ++i) {
    free(store->place[i].bytes);
  }
}

/* Reader: say that you look, then see whether it is still there. Writer: take
   it away, then see whether anyone looks. In the one order of both pairs, one
   of the two gives way. */
const struct yeoun_stored *
yeoun_store_look(struct yeoun_store *store, uint32_t number)
{
  for (unsigned i = 0; number && i < YEOUN_STORE; ++i) {
    struct yeoun_stored *const stored = &store->place[i];
    if (atomic_load(&stored->number) == number) {
      atomic_fetch_add(&stored->readers, 1);
      if (atomic_load(&stored->number) == number) {
        return stored;
      }
      atomic_fetch_sub(&stored->readers, 1);
    }
  }
  return NULL;
}

void
yeoun_store_leave(const struct yeoun_stored *stored)
{
  atomic_fetch_sub(&((struct yeoun_stored *)stored)->readers, 1);
}

/** Empty the oldest place that nobody looks at, or return NULL. */
static struct yeoun_stored *
empty_oldest(struct yeoun_store *store)
{
  struct yeoun_stored *oldest = NULL;
  for (unsigned i = 0; i < YEOUN_STORE; ++i) {
    struct yeoun_stored *const stored = &store->place[i];
    if (!atomic_load(&stored->readers) &&
        (!oldest ||
         atomic_load(&stored->number) < atomic_load(&oldest->number))) {
      oldest = stored;
    }
  }
  if (!oldest) {
    return NULL;
  }
  const unsigned number = atomic_exchange(&oldest->number, 0);
  if (atomic_load(&oldest->readers)) {
    atomic_store(&oldest->number, number);
    return NULL;
  }
  return oldest;
}

uint32_t
yeoun_store_put(struct yeoun_store *store,
                unsigned algorithm,
                const uint8_t *bytes,
                size_t size,
                struct yeoun_score *scratch)
{
  if (!size || !yeoun_score_unpack(bytes, size, scratch)) {
    return 0;
  }
  uint8_t *const copy = (uint8_t *)malloc(size);
  struct yeoun_stored *stored = NULL;
  for (unsigned i = 0; copy && !stored && i < YEOUN_STORE; ++i) {
    stored = empty_oldest(store); /* somebody may have begun to look */
  }
  if (!stored) {
    free(copy);
    return 0;
  }
  memcpy(copy, bytes, size);
  free(stored->bytes);
  stored->bytes = copy;
  stored->size = size;
  stored->algorithm = (uint16_t)algorithm;
  atomic_store(&stored->number, ++store->last);
  return store->last;
}

bool
yeoun_store_find(void *store, uint32_t number, struct yeoun_score *score)
{
  const struct yeoun_stored *const stored =
    yeoun_store_look((struct yeoun_store *)store, number);
  if (!stored) {
    return false;
  }
  const bool is_read = yeoun_score_unpack(stored->bytes, stored->size, score);
  const unsigned algorithm = stored->algorithm;
  yeoun_store_leave(stored);
  if (is_read && algorithm != YEOUN_ALGORITHM) {
    const size_t length = strlen(score->description);
    snprintf(score->description + length,
             sizeof(score->description) - length,
             "%skept as algorithm %u wrote it",
             length ? ", " : "",
             algorithm);
  }
  return is_read;
}

unsigned
yeoun_store_algorithm(struct yeoun_store *store, uint32_t number)
{
  const struct yeoun_stored *const stored = yeoun_store_look(store, number);
  const unsigned algorithm = stored ? stored->algorithm : YEOUN_ALGORITHM;
  if (stored) {
    yeoun_store_leave(stored);
  }
  return algorithm;
}
