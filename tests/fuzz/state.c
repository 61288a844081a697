// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* A saved state of any bytes is restored or refused, and what was restored
   plays and can be saved. */

#include <stdlib.h>
#include <string.h>

#include <lv2/atom/util.h>

#include "fuzz.h"
#include "instance.h"

enum { ENTRIES = 32 };

/* What is retrieved in its order: type, size in two bytes, the bytes. */
static const uint8_t *entry[ENTRIES];
static uint32_t asked[ENTRIES];
static unsigned entries, keys;

static const void *
retrieve(LV2_State_Handle handle,
         uint32_t key,
         size_t *size,
         uint32_t *type,
         uint32_t *flags)
{
  (void)handle;
  unsigned i = 0;
  while (i < keys && asked[i] != key) {
    ++i;
  }
  if (i == keys && keys < ENTRIES) {
    asked[keys++] = key;
  }
  if (i >= entries) {
    return NULL;
  }
  static const char *const types[] = {
    LV2_ATOM__String, LV2_ATOM__Int, LV2_ATOM__Chunk, LV2_ATOM__Float};
  *size = (size_t)(entry[i][1] | entry[i][2] << 8);
  *type = instance_urid(types[entry[i][0] % 4]);
  *flags = LV2_STATE_IS_POD;
  return *size ? entry[i] + 3 : NULL;
}

static LV2_State_Status
store(LV2_State_Handle handle,
      uint32_t key,
      const void *value,
      size_t size,
      uint32_t type,
      uint32_t flags)
{
  (void)handle;
  (void)key;
  (void)type;
  (void)flags;
  fuzz_expect(!size || value);
  return LV2_STATE_SUCCESS;
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
  static struct instance *instance;
  instance = instance ? instance : instance_new(YEOUN_NOTES);
  const LV2_State_Interface *const state =
    (const LV2_State_Interface *)instance->descriptor->extension_data(
      LV2_STATE__interface);
  lv2_atom_sequence_clear(&instance->in.sequence);
  instance->in.sequence.atom.type = instance_urid(LV2_ATOM__Sequence);
  entries = keys = 0;
  while (entries < ENTRIES && size >= 3) {
    const size_t own = (size_t)(data[1] | data[2] << 8);
    if (own > size - 3) {
      break;
    }
    entry[entries++] = data;
    data += 3 + own;
    size -= 3 + own;
  }
  state->restore(instance->handle, retrieve, NULL, 0, NULL);
  instance_run(instance, 64);
  state->save(instance->handle, store, NULL, 0, NULL);
  return 0;
}
