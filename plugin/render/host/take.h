// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* A take: the sound and the MIDI events that a plugin gave in one run. */

#ifndef YEOUN_RENDER_HOST_TAKE_H
#define YEOUN_RENDER_HOST_TAKE_H

#include <stdbool.h>
#include <stdint.h>

#include "host.h"
#include "music/score.h"
#include "name.h"
#include "store.h"
#include "tempo.h"

/** What is quieter counts as silent: -80 dB. */
#define YEOUN_SILENCE 1e-4f

/** A MIDI message of up to three bytes. */
struct yeoun_event {
  int64_t frame;
  uint8_t size;
  uint8_t bytes[3];
};

/** Who played, and what, in the plugin's own words. */
struct yeoun_told_by_plugin {
  char name[YEOUN_NAME_SIZE]; /**< of the variation: name.h */
  char build[64];             /**< build.h; empty: it tells none */
};

struct yeoun_take {
  /* What was asked for */
  double rate;
  struct yeoun_tempo tempo;
  struct yeoun_meter meter;
  int32_t length_ticks;

  /* What came */
  unsigned channels;
  int64_t frames, capacity;
  float *audio[YEOUN_HOST_OUTPUTS];
  struct yeoun_store store[YEOUN_HOST_OUTPUTS]; /**< where they lie */
  unsigned events, event_capacity;
  struct yeoun_event *event; /**< by frame */
  char description[YEOUN_DESCRIPTION_SIZE];
  struct yeoun_told_by_plugin told;
};

/** Forget what came; the memory is kept. */
void
yeoun_take_clear(struct yeoun_take *take);

void
yeoun_take_free(struct yeoun_take *take);

/** Make room for so many frames and events in all. False when memory fails. */
bool
yeoun_take_reserve(struct yeoun_take *take, int64_t frames, unsigned events);

/** Add a silent pair of channels, after the others. False when there is no
 * room.
 */
bool
yeoun_take_add_pair(struct yeoun_take *take);

/** Free a channel; the number of channels is the caller's. */
void
yeoun_take_drop_channel(struct yeoun_take *take, unsigned channel);

/** Let the memory of a channel go that is not needed now. */
void
yeoun_take_rest(const struct yeoun_take *take, unsigned channel);

/** Append sound for which there is room.
    @param audio  one buffer a channel */
void
yeoun_take_add_audio(struct yeoun_take *take,
                     const float *const *audio,
                     uint32_t frames);

/** Append a MIDI message for which there is room; longer ones than three bytes
    are left out. */
void
yeoun_take_add_event(struct yeoun_take *take,
                     int64_t frame,
                     const uint8_t *bytes,
                     size_t size);

/** Append what the last run of the host gave, `frames` of it, of which the
    first `skip` are left out of the sound. False when memory fails. */
bool
yeoun_take_append(struct yeoun_take *take,
                  struct yeoun_host *host,
                  int64_t frame,
                  uint32_t frames,
                  uint32_t skip);

/** The first of the two channels that are the mix: the last pair. */
static inline unsigned
yeoun_take_mix(const struct yeoun_take *take)
{
  return take->channels - 2;
}

/** Make the sound so many frames long: silence is added, or the end fades out.
    False when memory fails. */
bool
yeoun_take_cut(struct yeoun_take *take, int64_t frames);

/** Multiply all channels by one factor. */
void
yeoun_take_amplify(struct yeoun_take *take, float gain);

/** Multiply all channels. False when there is no sound.
    @param gain  a factor for each frame */
bool
yeoun_take_scale(struct yeoun_take *take, const float *gain);

/** The tick of an event: frames lead back to ticks exactly, whatever the
    block size and the rate. */
int32_t
yeoun_take_tick(const struct yeoun_take *take, const struct yeoun_event *event);

/** The frame of a tick. */
int64_t
yeoun_take_frame(const struct yeoun_take *take, int32_t tick);

/** How many notes begin. */
unsigned
yeoun_take_notes(const struct yeoun_take *take);

/** Loudest sample from a frame on, 0 when silent. */
float
yeoun_take_peak(const struct yeoun_take *take, int64_t frame);

#endif
