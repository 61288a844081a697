// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* A sequencer's transport: it rolls, stands, jumps and loops, tells a plugin
   so at the right frame of the block that comes next, and keeps a diary. */

#ifndef YEOUN_TESTS_DAW_H
#define YEOUN_TESTS_DAW_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "host.h"

#define DAW_STRETCHES 256

/** What it tells of time. */
enum daw_words {
  DAW_BARS,    /**< all, as Ardour does */
  DAW_FRAMES,  /**< frame and speed, as JACK does without a master */
  DAW_NOTHING, /**< a host that has no transport */
};

/** Where the music was while it rolled steadily. */
struct daw_stretch {
  int64_t from, to; /**< frames since the start of the host */
  double place;     /**< at `from`, in frames of music at this tempo since its
                         first bar */
};

struct daw {
  /* What it is */
  struct host *host;
  double rate;
  enum daw_words words;
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
  struct daw_stretch stretch[DAW_STRETCHES];
};

/** A transport at its first bar. */
void
daw_init(struct daw *daw, struct host *host, double rate, enum daw_words words);

/** Ticks of music in a frame. */
double
daw_step(const struct daw *daw);

/** Ticks in a bar. */
double
daw_bar(const struct daw *daw);

/** Tell where it is. */
void
daw_tell(struct daw *daw);

/** Roll or stand from here on. */
void
daw_roll(struct daw *daw, bool is_rolling);

/** Go to a place, whether it rolls or stands. */
void
daw_locate(struct daw *daw, double place);

/** Change tempo and metre here, without leaving the beat. */
void
daw_change(struct daw *daw, double bpm, uint32_t beats, uint32_t unit);

/** Repeat what lies between two places; nothing when they are equal. */
void
daw_loop(struct daw *daw, double from, double to);

/** Let frames of the block pass. */
void
daw_advance(struct daw *daw, uint32_t frames);

/** The block is over; the next one begins. */
void
daw_next(struct daw *daw);

#endif
