// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* A sequencer's transport: it rolls, stands, jumps and loops, tells a plugin
   so at the right frame of the block that comes next, and keeps a diary. */

#ifndef YEOUN_TESTS_HOST_SIMULATOR_H
#define YEOUN_TESTS_HOST_SIMULATOR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "host.h"

#define DAW_STRETCHES 256

/** What it tells of time. */
enum simulator_words {
  DAW_BARS,    /**< all, as Ardour does */
  DAW_FRAMES,  /**< frame and speed, as JACK does without a master */
  DAW_NOTHING, /**< a host that has no transport */
};

/** Where the music was while it rolled steadily. */
struct simulator_stretch {
  int64_t from, to; /**< frames since the start of the host */
  double place;     /**< at `from`, in frames of music at this tempo since its
                         first bar */
};

struct simulator {
  /* What it is */
  struct host *host;
  double rate;
  enum simulator_words words;
  bool is_talkative; /**< it tells its place in every block */

  /* What it is set to */
  uint32_t beats, unit;
  double bpm; /**< quarter notes a minute */
  bool is_rolling;
  double loop_from, loop_to; /**< places; none when equal */

  /* What it remembers */
  double place; /**< now; frames of music at this tempo since its first bar */
  uint32_t at;  /**< now; frame of the block that comes next */
  int64_t now;  /**< now; frames since the start of the host */
  size_t stretches;
  struct simulator_stretch stretch[DAW_STRETCHES];
};

/** A transport at its first bar. */
void
simulator_init(struct simulator *simulator,
               struct host *host,
               double rate,
               enum simulator_words words);

/** Ticks of music in a frame. */
double
simulator_step(const struct simulator *simulator);

/** Ticks in a bar. */
double
simulator_bar(const struct simulator *simulator);

/** Tell where it is. */
void
simulator_tell(struct simulator *simulator);

/** Roll or stand from here on. */
void
simulator_roll(struct simulator *simulator, bool is_rolling);

/** Go to a place, whether it rolls or stands. */
void
simulator_locate(struct simulator *simulator, double place);

/** Change tempo and metre here, without leaving the beat. */
void
simulator_change(struct simulator *simulator,
                 double bpm,
                 uint32_t beats,
                 uint32_t unit);

/** Repeat what lies between two places; nothing when they are equal. */
void
simulator_loop(struct simulator *simulator, double from, double to);

/** Let frames of the block pass. */
void
simulator_advance(struct simulator *simulator, uint32_t frames);

/** The block is over; the next one begins. */
void
simulator_next(struct simulator *simulator);

#endif
