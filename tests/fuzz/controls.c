// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* Any number in any control: it plays, and never no number nor too loud. */

#include <string.h>

#include <lv2/atom/util.h>

#include "fuzz.h"
#include "instance.h"

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
  static struct instance *instance;
  instance = instance ? instance : instance_new(YEOUN_SKETCH);
  lv2_atom_sequence_clear(&instance->in.sequence);
  instance->in.sequence.atom.type = instance_urid(LV2_ATOM__Sequence);
  for (; size >= 5; data += 5, size -= 5) {
    const unsigned port = data[0] % YEOUN_CONTROLS;
    float value = 0.0f;
    memcpy(&value, data + 1, sizeof(value));
    /* One byte alone is a small number. */
    value = data[2] || data[3] || data[4] ? value : (float)(int8_t)data[1];
    if (port != YEOUN_PORT_FREEWHEEL) {
      instance->control[port] = value;
    }
  }
  instance_run(instance, INSTANCE_FRAMES);
  instance_run(instance, 1);
  return 0;
}
