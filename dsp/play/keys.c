// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "keys.h"

/* With so many events waiting no key goes down any more: the rest of the room
   is for keys that come up. */
#define CROWDED (YEOUN_KEYS_MAX / 4)

enum {
  NOTE_OFF = 0x80,
  NOTE_ON = 0x90,
  CONTROLLER = 0xB0,
  SUSTAIN = 64,
  ALL_SOUND_OFF = 120,
  RESET_CONTROLLERS = 121,
  ALL_NOTES_OFF = 123,
};

void
yeoun_keys_init(struct yeoun_keys *keys)
{
  *keys = (struct yeoun_keys){.events = 0};
}

static void
press(struct yeoun_keys *keys, uint8_t key, uint8_t velocity)
{
  if (keys->events < CROWDED) {
    keys->is_down[key] = true;
    keys->event[keys->events++] = (struct yeoun_key_event){key, velocity};
  }
}

static void
lift(struct yeoun_keys *keys, uint8_t key)
{
  if (keys->is_down[key]) {
    keys->is_down[key] = false;
    keys->event[keys->events++] = (struct yeoun_key_event){key, 0};
  }
}

void
yeoun_keys_lift(struct yeoun_keys *keys)
{
  for (uint8_t key = 0; key < 128; ++key) {
    lift(keys, key);
  }
  keys->is_pedal_down = false;
}

static void
control(struct yeoun_keys *keys, uint8_t controller, uint8_t value)
{
  if (controller == SUSTAIN) {
    keys->is_pedal_down = value >= 64;
  } else if (controller == RESET_CONTROLLERS) {
    keys->is_pedal_down = false;
  } else if (controller == ALL_SOUND_OFF || controller >= ALL_NOTES_OFF) {
    yeoun_keys_lift(keys);
  }
}

void
yeoun_keys_receive(struct yeoun_keys *keys, const uint8_t *bytes, uint32_t size)
{
  if (size != 3 || bytes[1] > 127 || bytes[2] > 127) {
    return;
  }
  const uint8_t kind = bytes[0] & 0xF0U;
  if (kind == NOTE_ON && bytes[2]) {
    press(keys, bytes[1], bytes[2]);
  } else if (kind == NOTE_ON || kind == NOTE_OFF) {
    lift(keys, bytes[1]);
  } else if (kind == CONTROLLER) {
    control(keys, bytes[1], bytes[2]);
  }
}

static void
play_pedal(struct yeoun_keys *keys, const struct yeoun_sink *sink)
{
  if (keys->is_pedal_told != keys->is_pedal_down) {
    keys->is_pedal_told = keys->is_pedal_down;
    const struct yeoun_message message = {.kind = YEOUN_MESSAGE_PEDAL,
                                          .lane = YEOUN_LANE_MELODY,
                                          .value =
                                            keys->is_pedal_down ? 127 : 0,
                                          .is_live = 1};
    sink->write(sink->handle, &message);
  }
}

void
yeoun_keys_play(struct yeoun_keys *keys,
                struct yeoun_tracker *tracker,
                struct yeoun_controllers *controllers,
                const struct yeoun_sink *sink)
{
  for (unsigned i = 0; i < keys->events; ++i) {
    const struct yeoun_key_event event = keys->event[i];
    if (event.velocity) {
      const struct yeoun_message message = {.kind = YEOUN_MESSAGE_NOTE_ON,
                                            .lane = YEOUN_LANE_MELODY,
                                            .pitch = event.key,
                                            .velocity = event.velocity,
                                            .is_live = 1};
      yeoun_controllers_yield(controllers, YEOUN_LANE_MELODY, sink);
      yeoun_tracker_begin(tracker, &message, YEOUN_NEVER, sink);
    } else {
      yeoun_tracker_release_key(tracker, event.key, 0, sink);
    }
  }
  keys->events = 0;
  play_pedal(keys, sink);
}
