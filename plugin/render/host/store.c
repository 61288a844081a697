// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* madvise() drops the pages of a shared file from memory at once. */
#define _DEFAULT_SOURCE /* NOLINT(bugprone-reserved-identifier) */

#include "store.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

/* Pages begin at multiples of this, at most. */
#define PAGE ((size_t)65536)

/** A file that is gone as soon as it is closed. */
static bool
open_file(struct yeoun_store *store)
{
  char path[512];
  const char *const folder = getenv("TMPDIR");
  const int length = snprintf(path,
                              sizeof(path),
                              "%s/yeoun-XXXXXX",
                              folder && *folder ? folder : "/var/tmp");
  store->fd = length < (int)sizeof(path) ? mkstemp(path) : -1;
  store->is_open = store->fd >= 0;
  if (store->is_open) {
    unlink(path);
  }
  return store->is_open;
}

/** Room on disk, which keeps what is there; NULL when there is none. */
static void *
map_file(struct yeoun_store *store, size_t size)
{
  if (!store->is_open && (store->at || !open_file(store))) {
    return NULL;
  }
  /* Room that the disk has not would be a fault at the first touch. */
  void *const at =
    posix_fallocate(store->fd, 0, (off_t)size)
      ? MAP_FAILED
      : mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_SHARED, store->fd, 0);
  return at == MAP_FAILED ? NULL : at;
}

/** Room in memory, with a copy of what is there. */
static void *
map_memory(const struct yeoun_store *store, size_t size)
{
  void *const at = mmap(
    NULL, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (at == MAP_FAILED) {
    return NULL;
  }
  if (store->at) {
    memcpy(at, store->at, store->size);
  }
  return at;
}

bool
yeoun_store_grow(struct yeoun_store *store, size_t size)
{
  if (size <= store->size) {
    return true;
  }
  void *at = map_file(store, size);
  if (!at) {
    at = map_memory(store, size);
    if (store->is_open && at) {
      close(store->fd);
      store->is_open = false;
    }
  }
  if (!at) {
    return false;
  }
  if (store->at) {
    munmap(store->at, store->size);
  }
  store->at = at;
  store->size = size;
  return true;
}

void
yeoun_store_rest(const struct yeoun_store *store, size_t from, size_t to)
{
  from = (from + PAGE - 1) / PAGE * PAGE;
  to = to / PAGE * PAGE;
  if (store->is_open && from < to && to <= store->size) {
    madvise((char *)store->at + from, to - from, MADV_DONTNEED);
  }
}

void
yeoun_store_free(struct yeoun_store *store)
{
  if (store->at) {
    munmap(store->at, store->size);
  }
  if (store->is_open) {
    close(store->fd);
  }
  *store = (struct yeoun_store){0};
}
