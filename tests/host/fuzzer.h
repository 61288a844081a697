// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* A host that means no good: all that a host may do, in random order. After
   each block it looks at what the plugin did. */

#ifndef YEOUN_TESTS_HOST_FUZZER_H
#define YEOUN_TESTS_HOST_FUZZER_H

#include <stdbool.h>
#include <stdint.h>

#include "counter.h"
#include "music/random.h"
#include "simulator.h"

/** Whose time the music follows when it is compared. */
enum torment_time {
  TORMENT_BARS,     /**< the host's bars */
  TORMENT_FRAMES,   /**< the host's frames */
  TORMENT_OWN,      /**< its own, while the host rolls */
  TORMENT_AUDITION, /**< its own, while the host stands */
  TORMENT_NOTHING,  /**< its own: the host has no transport */
};

struct fuzzer {
  /* What it is */
  struct yeoun_random random;
  struct host *host;
  enum torment_time time;
  bool has_keys; /**< it plays on its keyboard */

  /* What it remembers */
  struct simulator simulator;
  struct counter counter;
  bool is_held[128]; /**< keys that are down and that the plugin heard of */
  bool has_written;  /**< the plugin was given a theme, a shelf or a program */
  unsigned strange;  /**< samples beyond full scale, or no numbers */
  unsigned late;     /**< blocks in which notes sounded that should not */
};

/** A number below a count. */
uint32_t
torment_draw(struct fuzzer *t, uint32_t count);

/** A place to go to: a tick within the first bars. */
double
torment_place(struct fuzzer *t, uint32_t bars);

/** A number of frames that a host may ask for at once, 0..8192. */
uint32_t
torment_frames(struct fuzzer *t);

/** Prepare, run and look at the block that was prepared, which has so many
    frames in all. */
void
torment_run(struct fuzzer *t, uint32_t frames);

/** A block in which all kinds of things happen. */
void
torment_block(struct fuzzer *t);

/** Take the hands off the keys, one by one. */
void
torment_lift(struct fuzzer *t);

#endif
