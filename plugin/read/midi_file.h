// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* Standard MIDI files that others wrote: RP-001. */

#ifndef YEOUN_READ_MIDI_FILE_H
#define YEOUN_READ_MIDI_FILE_H

#include <stdbool.h>
#include <stdint.h>

#include "fault.h"

/** Something in it, in time. Text of a meta event is data. */
struct yeoun_midi_event {
  int64_t tick;
  double at_s;
  unsigned track;
  uint8_t status; /**< of a channel, or 0xFF */
  uint8_t meta;   /**< its kind, when it is one */
  uint32_t size;
  const uint8_t *data; /**< within the file */
};

struct yeoun_midi_file {
  unsigned division; /**< ticks a quarter note; 0: ticks are seconds'  */
  double tick_s;     /**< then: seconds a tick */
  unsigned count, capacity;
  struct yeoun_midi_event *event; /**< of all tracks, by tick */
};

/** Read a file. Notes what is wrong.
    @param bytes  must stay where they are */
bool
yeoun_midi_file_read(const char *path,
                     const uint8_t *bytes,
                     unsigned size,
                     struct yeoun_midi_file *file,
                     struct yeoun_fault *fault);

void
yeoun_midi_file_free(struct yeoun_midi_file *file);

#endif
