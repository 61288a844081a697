// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* Where the music is: ticks at frames, from what the host tells, and from a
   clock of our own when it tells nothing. */

#ifndef YEOUN_PLAY_TRANSPORT_H
#define YEOUN_PLAY_TRANSPORT_H

#include <stdbool.h>
#include <stdint.h>

#include "music/audio.h"
#include "music/beats.h"
#include "position.h"

/** A straight line from frames to ticks. */
struct yeoun_clock {
  int64_t frame;          /**< where the line was fixed */
  double tick;            /**< at that frame */
  double ticks_per_frame; /**< > 0 */
};

/** Which clock the music follows. */
enum yeoun_time {
  YEOUN_TIME_STANDS,
  YEOUN_TIME_OWN,
  YEOUN_TIME_HOST,
};

/** How the music relates to the host's time. */
struct yeoun_sync {
  bool is_enabled;
  bool is_own_time;     /**< go by the own clock, whatever the host does */
  bool is_auditioning;  /**< go by the own clock while the host stands */
  double own_tempo_bpm; /**< quarter notes a minute, where the host tells none;
                             0 = as the music has it */
};

struct yeoun_transport {
  /* What it is */
  double rate; /**< frames a second */

  /* What it is told */
  struct yeoun_sync sync;
  double music_tempo_bpm;   /**< of the performance */
  bool is_told;             /**< the host ever told something */
  bool is_rolling;          /**< the host's transport */
  bool has_bars;            /**< the host counts bars */
  double speed;             /**< > 0 */
  double tempo_bpm;         /**< of the host, quarter notes; 0 = not told */
  struct yeoun_meter meter; /**< of the host; {0, 0} = not told */

  /* What it remembers */
  int64_t frame;      /**< now: frames since the reset */
  int64_t host_frame; /**< expected from the host now; -1 unknown */
  int64_t told_frame; /**< of the host, where its clock was fixed by that alone;
                           else -1 */
  bool has_told;      /**< the host told a place since the reset: */
  double last_tick;   /**< the last that it told, */
  int64_t last_frame; /**< and when */
  unsigned lags;      /**< places in a row that lay behind ours: */
  double least_lag, most_lag; /**< so far, ticks, */
  double lag_tick;            /**< since here */
  enum yeoun_time time;
  struct yeoun_clock host; /**< stays at its tick while the host stands */
  struct yeoun_clock own;
  uint32_t jumps; /**< changes whenever the music breaks off here */
};

/** Any thread but audio. @param rate  > 0 */
void
yeoun_transport_init(struct yeoun_transport *transport, double rate);

/** As if nothing had ever been told; sync stays. Audio thread. */
YEOUN_AUDIO void
yeoun_transport_reset(struct yeoun_transport *transport);

/** Cheap when nothing changed. Audio thread. */
YEOUN_AUDIO void
yeoun_transport_set_sync(struct yeoun_transport *transport,
                         const struct yeoun_sync *sync);

/** The tempo that the music itself has, from a frame on that is not before the
    present one. Audio thread. */
YEOUN_AUDIO void
yeoun_transport_set_music_tempo(struct yeoun_transport *transport,
                                double tempo_bpm,
                                int64_t frame);

/** What the host tells, from the present frame on. Audio thread. */
YEOUN_AUDIO void
yeoun_transport_locate(struct yeoun_transport *transport,
                       const struct yeoun_position *position);

/** Let time pass. Audio thread. */
YEOUN_AUDIO void
yeoun_transport_advance(struct yeoun_transport *transport, uint32_t frames);

/** Keep the own clock's line, but count its ticks from elsewhere.
    Audio thread. */
YEOUN_AUDIO void
yeoun_transport_shift(struct yeoun_transport *transport, double ticks);

/** Ticks since the host's first bar, or since the own clock began; of the
    present frame. Audio thread. */
YEOUN_AUDIO double
yeoun_transport_tick(const struct yeoun_transport *transport);

/** The first frame that is not before a tick, in frames since the reset. It
    does not depend on how time is cut into blocks. Audio thread. */
YEOUN_AUDIO int64_t
yeoun_transport_frame_of(const struct yeoun_transport *transport, double tick);

/** Ticks in one frame of the music; the line of the clock that it follows.
    Audio thread. */
YEOUN_AUDIO double
yeoun_transport_step(const struct yeoun_transport *transport);

#endif
