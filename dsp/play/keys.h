// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* Keys played by hand wait here for the next stretch that is run. */

#ifndef YEOUN_PLAY_KEYS_H
#define YEOUN_PLAY_KEYS_H

#include <stdbool.h>
#include <stdint.h>

#include "controllers.h"
#include "music/audio.h"
#include "tracker.h"

#define YEOUN_KEYS_MAX 512

/** A key that went down, or up when its velocity is 0. */
struct yeoun_key_event {
  uint8_t key, velocity;
};

struct yeoun_keys {
  struct yeoun_key_event event[YEOUN_KEYS_MAX];
  uint16_t events;
  bool is_down[128];
  bool is_pedal_down, is_pedal_told;
};

/** All up. Any thread. */
void
yeoun_keys_init(struct yeoun_keys *keys);

/** A MIDI message; what is malformed or of another kind is passed over.
    Audio thread. */
YEOUN_AUDIO void
yeoun_keys_receive(struct yeoun_keys *keys,
                   const uint8_t *bytes,
                   uint32_t size);

/** Lift all keys and the pedal. Audio thread. */
YEOUN_AUDIO void
yeoun_keys_lift(struct yeoun_keys *keys);

/** Play what waits, at the first frame of a stretch, with the melody's
    instrument. Audio thread. */
YEOUN_AUDIO void
yeoun_keys_play(struct yeoun_keys *keys,
                struct yeoun_tracker *tracker,
                struct yeoun_controllers *controllers,
                const struct yeoun_sink *sink);

#endif
