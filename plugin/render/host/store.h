// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* Where sound lies while a cue is made: on disk, in files without a name that
   are seen as memory. Stems of an hour are some ten gigabytes; the system keeps
   of them what it has room for. */

#ifndef YEOUN_RENDER_HOST_STORE_H
#define YEOUN_RENDER_HOST_STORE_H

#include <stdbool.h>
#include <stddef.h>

/** All zero: empty. */
struct yeoun_store {
  bool is_open;
  int fd;
  void *at; /**< NULL when empty */
  size_t size;
};

/** Make room for so many bytes, on disk (TMPDIR, else /var/tmp) or, where that
   is full, in memory; the new ones are zero, the old ones may move. False when
    there is none; then the store is as it was. */
bool
yeoun_store_grow(struct yeoun_store *store, size_t size);

/** Let memory go that is not needed now: what lies there stays. */
void
yeoun_store_rest(const struct yeoun_store *store, size_t from, size_t to);

void
yeoun_store_free(struct yeoun_store *store);

#endif
