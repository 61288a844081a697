// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* A sink that remembers every message and checks that notes come in pairs. */

#ifndef YEOUN_TESTS_UNIT_RECORDER_H
#define YEOUN_TESTS_UNIT_RECORDER_H

#include <stdbool.h>
#include <stdint.h>

#include "music/message.h"

#define RECORDER_MAX 65536

struct recorder {
  struct yeoun_message message[RECORDER_MAX]; /**< frame: in its block */
  int64_t frame[RECORDER_MAX];                /**< of all */
  unsigned messages;
  int64_t origin;    /**< frame of all, of the block's first */
  unsigned sounding; /**< notes on without their off */
  uint32_t id[1024]; /**< of those notes */
  uint8_t lane[1024], pitch[1024];
};

/** A sink that writes to a recorder, which must be zero before. */
struct yeoun_sink
recorder_sink(struct recorder *recorder);

/** Forget the messages, not the notes that sound. */
void
recorder_clear(struct recorder *recorder);

/** How many messages of a kind, of a lane or of all (-1). */
unsigned
recorder_count(const struct recorder *recorder, int kind, int lane);

#endif
