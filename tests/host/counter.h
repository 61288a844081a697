// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* The notes that a plugin played: when each began and ended, and whether every
   beginning has one end. */

#ifndef YEOUN_TESTS_HOST_COUNTER_H
#define YEOUN_TESTS_HOST_COUNTER_H

#include <stddef.h>
#include <stdint.h>

#include "host.h"

#define TALLY_NOTES 16384

/** The end of a note that still sounds. */
#define TALLY_SOUNDS INT64_MAX

struct counter_note {
  int64_t begin, end; /**< frames since the record began */
  uint8_t channel, key, velocity;
  uint8_t program; /**< of the channel when the note began */
};

struct counter {
  size_t notes;
  struct counter_note note[TALLY_NOTES]; /**< by beginning */
  uint8_t program[16];
  size_t on[16][128]; /**< the note that sounds, counted from 1 */
  unsigned sounding;
  unsigned doubled;    /**< begun while they sounded */
  unsigned unmatched;  /**< ended though they did not sound */
  unsigned disordered; /**< messages before the one before */
};

/** Follow what the host heard in its last block, which began at a frame. */
void
counter_block(struct counter *counter, const struct host *host, int64_t at);

#endif
