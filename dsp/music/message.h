// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* What the player tells the instruments and the MIDI output: notes at frames.
 */

#ifndef YEOUN_MUSIC_MESSAGE_H
#define YEOUN_MUSIC_MESSAGE_H

#include <stdint.h>

#include "swell.h"

enum yeoun_message_kind {
  YEOUN_MESSAGE_NOTE_ON,
  YEOUN_MESSAGE_NOTE_OFF, /**< ends the note of the same id */
  YEOUN_MESSAGE_PEDAL,    /**< value 0 up, 127 down, of one lane */
  YEOUN_MESSAGE_PROGRAM,  /**< value = enum yeoun_instrument, of one lane */
  /* What whoever plays by MIDI needs, and our own voices do by themselves: */
  YEOUN_MESSAGE_EXPRESSION, /**< value 0..127 of one lane: CC11 */
  YEOUN_MESSAGE_DYNAMICS,   /**< the same: CC1 */
  YEOUN_MESSAGE_BEND_RANGE, /**< value = semitones that the bends of one lane
                                 reach: to be told before the first */
  YEOUN_MESSAGE_BEND, /**< bend_cents of one lane, value = semitones of its
                           range */
};

struct yeoun_message {
  uint32_t frame;       /**< in the block that is being rendered */
  uint32_t id;          /**< one note's own number: unique while it sounds */
  uint32_t seed;        /**< of a note on: what the note is, so that it sounds
                             the same wherever playing began; 0 unknown */
  uint8_t kind;         /**< enum yeoun_message_kind */
  uint8_t lane;         /**< enum yeoun_lane */
  uint8_t pitch;        /**< MIDI key */
  uint8_t velocity;     /**< 1..127 */
  uint8_t articulation; /**< enum yeoun_articulation */
  uint8_t bend;         /**< enum yeoun_bend */
  int16_t bend_cents;
  uint8_t value;
  uint8_t is_live;          /**< 1: played by hand, through */
  float length_s;           /**< expected length; 0 unknown (live) */
  struct yeoun_swell swell; /**< how its level moves in that time */
};

/** Where outgoing messages go, in order of frame. */
struct yeoun_sink {
  void (*write)(void *handle, const struct yeoun_message *message);
  void *handle;
};

#endif
