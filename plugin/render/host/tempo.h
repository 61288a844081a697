// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* A tempo map: musical time as stretches of one tempo each. */

#ifndef YEOUN_RENDER_HOST_TEMPO_H
#define YEOUN_RENDER_HOST_TEMPO_H

#include <stdint.h>

#include "render/ask/cue.h"

#define YEOUN_BENDS (YEOUN_HITS + 2)

/** Where a stretch begins, and its tempo as MIDI files have it. */
struct yeoun_bend_at {
  int32_t tick;
  double start_s;
  uint32_t quarter_us; /**< microseconds a quarter note */
};

struct yeoun_tempo {
  unsigned count; /**< at least 1; the first stretch begins at tick 0 */
  struct yeoun_bend_at at[YEOUN_BENDS];
};

/** One tempo throughout. */
struct yeoun_tempo
yeoun_tempo_constant(double bpm);

/** Begin another stretch, after the others. */
void
yeoun_tempo_bend(struct yeoun_tempo *tempo, int32_t tick, double bpm);

/** Quarter notes a minute of a stretch. */
double
yeoun_tempo_bpm(const struct yeoun_tempo *tempo, unsigned stretch);

/** Seconds from the beginning to a tick. */
double
yeoun_tempo_seconds(const struct yeoun_tempo *tempo, double tick);

/** The tick at so many seconds. */
double
yeoun_tempo_tick(const struct yeoun_tempo *tempo, double seconds);

/** The stretch that a tick is in. */
unsigned
yeoun_tempo_stretch(const struct yeoun_tempo *tempo, double tick);

#endif
