// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* How the pitch of one note moves: the sigimsae of the score as cents over
   time. Sizes and speeds: doc of enum yeoun_bend. */

#ifndef YEOUN_MUSIC_BEND_H
#define YEOUN_MUSIC_BEND_H

#include "audio.h"
#include "message.h"

struct yeoun_bending {
  uint8_t kind;   /**< enum yeoun_bend */
  float cents;    /**< its size and direction */
  float length_s; /**< of the note; 0 unknown */
};

/** What a message asks for. Any thread. */
struct yeoun_bending
yeoun_bending_of(const struct yeoun_message *message);

/** Cents off the key, so many seconds after the note began. Any thread. */
YEOUN_AUDIO float
yeoun_bending_cents(const struct yeoun_bending *bending, float seconds);

#endif
