// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* The notes that a plugin played: when each began and ended, and whether every
   beginning has one end. */

#ifndef YEOUN_TESTS_TALLY_H
#define YEOUN_TESTS_TALLY_H

#include <stddef.h>
#include <stdint.h>

#include "host.h"

#define TALLY_NOTES 16384

/** The end of a note that still sounds. */
#define TALLY_SOUNDS INT64_MAX

struct tally_note {
  int64_t begin, end; /**< frames since the record began */
  uint8_t channel, key, velocity;
  uint8_t program; /**< of the channel when the note began */
};

struct tally {
  size_t notes;
  struct tally_note note[TALLY_NOTES]; /**< by beginning */
  uint8_t program[16];
  size_t on[16][128]; /**< the note that sounds, counted from 1 */
  unsigned sounding;
  unsigned doubled;    /**< begun while they sounded */
  unsigned unmatched;  /**< ended though they did not sound */
  unsigned disordered; /**< messages before the one before */
};

/** Follow what the host heard in its last block, which began at a frame. */
void
tally_block(struct tally *tally, const struct host *host, int64_t at);

#endif
