// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* Messages -> audio: instruments, lane strips, ambience and limiter. All memory
   is taken at init; nothing allocates, locks or calls the system after. */

#ifndef YEOUN_SOUND_SOUND_H
#define YEOUN_SOUND_SOUND_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "music/audio.h"
#include "music/message.h"
#include "music/score.h"

/** What the mixer is told; changes are smoothed. */
struct yeoun_mix {
  float lane_db[YEOUN_LANES]; /**< -60 (silent) .. +6 */
  float level_db;             /**< -60 .. +6 */
  float ambience;             /**< 0..1, how much room */
  float depth;                /**< 0..1, of the stage: from flat to deep */
  float warmth;               /**< -1 cold .. +1 warm */
  float weight[3];            /**< mood weights, for the length of the tail */
  uint8_t palette;            /**< enum yeoun_palette */
};

struct yeoun_sound;

/** Stereo pairs written by yeoun_sound_render(): one a lane, then ambience. */
#define YEOUN_STEMS (YEOUN_LANES + 1)

/** A sound engine, silent, or NULL when memory fails. Any thread but audio.
    @param rate  frames a second, 8000..192000 */
struct yeoun_sound *
yeoun_sound_new(double rate);

/** NULL is fine. Any thread but audio. */
void
yeoun_sound_free(struct yeoun_sound *sound);

/** Silence at once: voices, tails, limiter. Audio thread. */
YEOUN_AUDIO void
yeoun_sound_reset(struct yeoun_sound *sound);

/** Set the mix that is approached from here on. Audio thread. */
YEOUN_AUDIO void
yeoun_sound_set_mix(struct yeoun_sound *sound, const struct yeoun_mix *mix);

/** A message that holds from the next rendered frame (its frame is ignored).
    Audio thread. */
YEOUN_AUDIO void
yeoun_sound_message(struct yeoun_sound *sound,
                    const struct yeoun_message *message);

/**
   Render. The result does not depend on how a stretch is cut into calls.

   @param left, right  the mix after the limiter, written; at most 0 dBFS, no
   NaN
   @param stems  NULL, or 2 * YEOUN_STEMS buffers (left, right of each lane and
                 of the ambience), written, delayed like the mix, each at most
                 0 dBFS; they add up to the mix before the limiter
   @param frames  any number

   Audio thread.
*/
YEOUN_AUDIO void
yeoun_sound_render(struct yeoun_sound *sound,
                   float *left,
                   float *right,
                   float *const *stems,
                   uint32_t frames);

/** Measure levels from here on, or no longer: it costs a pass over what is
    rendered. Audio thread. */
YEOUN_AUDIO void
yeoun_sound_measure(struct yeoun_sound *sound, bool is_measured);

/** The largest samples since this was asked last, of each lane and of the
    ambience, as they are in the mix before the limiter: 0 (silent) ..1 (full
    scale). Audio thread. */
YEOUN_AUDIO void
yeoun_sound_peaks(struct yeoun_sound *sound, float peak[YEOUN_STEMS]);

/** What a palette is raised by in one of the three moods so that all are as
   loud, dB: set by tests/report-sound --calibrate. Any thread. */
float
yeoun_sound_palette_db(unsigned palette, unsigned pole);

/** Frames by which the sound lags: a block and the limiter's look-ahead.
    Any thread. */
YEOUN_AUDIO uint32_t
yeoun_sound_latency(const struct yeoun_sound *sound);

#endif
