// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* A Standard MIDI File of type 0, written into memory. Source: Standard MIDI
   Files 1.0, MIDI Manufacturers Association 1996. */

#ifndef YEOUN_UI_MODEL_SMF0_H
#define YEOUN_UI_MODEL_SMF0_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "music/beats.h"

struct yeoun_smf0 {
  uint8_t *at; /**< free() it */
  size_t size, capacity;
  int32_t tick; /**< of the last event */
  bool has_failed;
};

/** Begin: header, name, tempo, metre; YEOUN_BEAT ticks a quarter note. */
void
yeoun_smf0_begin(struct yeoun_smf0 *file,
                 const char *name,
                 float tempo_bpm,
                 struct yeoun_meter meter);

/** Add a message; ticks must not fall. */
void
yeoun_smf0_add(struct yeoun_smf0 *file,
               int32_t tick,
               const uint8_t *bytes,
               size_t size);

/** End the track at a tick. Returns false when memory failed. */
bool
yeoun_smf0_end(struct yeoun_smf0 *file, int32_t tick);

#endif
