// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* What a host sends: any bytes as a sequence, over some blocks. */

#include <stdlib.h>
#include <string.h>

#include <lv2/atom/util.h>

#include "fuzz.h"
#include "instance.h"

enum { KNOWN = 64 };

/** Types and properties that the plugin knows stand for low bytes. */
static uint32_t
urid_of(uint8_t byte)
{
  return byte % KNOWN;
}

/* A block: its length, then events: kind, frame, size, bytes. */
static const uint8_t *
fill(struct instance *instance, const uint8_t *data, const uint8_t *end)
{
  LV2_Atom_Sequence *const sequence = &instance->in.sequence;
  lv2_atom_sequence_clear(sequence);
  sequence->atom.type = instance_urid(LV2_ATOM__Sequence);
  while (end - data > 3 && data[0] != 0xFF) {
    const uint32_t size =
      data[2] < end - data - 3 ? data[2] : (uint32_t)(end - data - 3);
    struct {
      LV2_Atom_Event event;
      uint8_t body[256];
    } event = {{{data[1]}, {size, urid_of(data[0])}}, {0}};
    memcpy(event.body, data + 3, size);
    /* The words of an object are mostly numbers of URIs. */
    for (uint32_t i = 0; i + 4 <= size && data[0] & 0x80; i += 4) {
      if (event.body[i + 1] == 0) {
        event.body[i + 2] = event.body[i + 3] = 0;
      }
    }
    if (!lv2_atom_sequence_append_event(
          sequence, INSTANCE_ROOM - sizeof(LV2_Atom), &event.event)) {
      break;
    }
    data += 3 + size;
  }
  return data + (end - data > 0);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
  static struct instance *instance;
  const uint8_t *const end = data + size;
  instance = instance ? instance : instance_new(YEOUN_SKETCH);
  for (unsigned block = 0; block < 8 && data < end; ++block) {
    data = fill(instance, data, end);
    instance_run(instance, 64);
  }
  return 0;
}
