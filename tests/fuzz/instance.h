// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* One instance of a plugin for the targets that run it: nothing that comes out
   may be no number, or louder than full scale. */

#ifndef YEOUN_TESTS_FUZZ_INSTANCE_H
#define YEOUN_TESTS_FUZZ_INSTANCE_H

#include <lv2/atom/atom.h>
#include <lv2/core/lv2.h>
#include <lv2/state/state.h>
#include <lv2/urid/urid.h>

#include "ports.h"

#define INSTANCE_FRAMES 256
#define INSTANCE_ROOM 65536

struct instance {
  const LV2_Descriptor *descriptor;
  LV2_Handle handle;
  union {
    LV2_Atom_Sequence sequence;
    uint8_t bytes[INSTANCE_ROOM];
  } in, out;
  float control[YEOUN_CONTROLS];
  float audio[2][INSTANCE_FRAMES];
};

/** The number of a URI, the same in every run. */
LV2_URID
instance_urid(const char *uri);

/** A plugin that composes when it is asked, all controls not told. */
struct instance *
instance_new(enum yeoun_kind kind);

void
instance_free(struct instance *instance);

/** Run a block, and look at what comes out. */
void
instance_run(struct instance *instance, uint32_t frames);

#endif
