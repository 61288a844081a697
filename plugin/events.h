// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* Events of atom ports: what comes in, and what goes out. */

#ifndef YEOUN_EVENTS_H
#define YEOUN_EVENTS_H

#include <stdbool.h>
#include <stdint.h>

#include <lv2/atom/atom.h>

#include "music/audio.h"
#include "music/lane.h"
#include "music/message.h"
#include "uris.h"
#include "yeoun.h"

/** The events of a block that are well formed, one after the other. Plain
    data: a copy remembers a place. */
struct yeoun_input {
  const uint8_t *at, *end;
  uint32_t frame, frames; /**< of the last event; of the block */
  uint32_t left;          /**< so many events more are given */
};

/** So many events of a block are heard in full: more than any hand, wire or
    sequencer sends, and what a block has time for. */
#define YEOUN_HEARD(frames) (64U + (frames) / 16U)

/** What an event means to us. */
enum yeoun_meaning {
  YEOUN_MEANS_NOTHING, /**< of no concern to us: it costs nothing */
  YEOUN_MEANS_DO,      /**< begins, asks or sets something */
  YEOUN_MEANS_END,     /**< ends a note, the pedal, all notes */
  YEOUN_MEANS_PLACE,   /**< tells where the host is */
};

/** What an event means. Audio thread. */
YEOUN_AUDIO enum yeoun_meaning
yeoun_event_meaning(const struct yeoun_uris *uris, const LV2_Atom *atom);

/** Begin to read. Anything but a sequence holds no events.
    @param sequence  NULL is fine
    @param frames  of the block: no event is later. Audio thread. */
YEOUN_AUDIO struct yeoun_input
yeoun_input_begin(const struct yeoun_uris *uris,
                  const LV2_Atom_Sequence *sequence,
                  uint32_t frames);

/** The next event that means anything, or NULL after the last, after
    YEOUN_HEARD of them, or where the sequence is broken. Its frame is then in
   `input`: never earlier than the one before. Audio thread. */
YEOUN_AUDIO const LV2_Atom *
yeoun_input_next(const struct yeoun_uris *uris, struct yeoun_input *input);

/** The value of a property of an object, or NULL. Audio thread. */
YEOUN_AUDIO const LV2_Atom *
yeoun_object_get(const struct yeoun_uris *uris,
                 const LV2_Atom *object,
                 LV2_URID key);

/** The type of an object, or 0 of anything else. Audio thread. */
YEOUN_AUDIO LV2_URID
yeoun_object_type(const struct yeoun_uris *uris, const LV2_Atom *atom);

/** The text of a string, or NULL of anything else. Audio thread. */
YEOUN_AUDIO const char *
yeoun_atom_text(const struct yeoun_uris *uris, const LV2_Atom *atom);

/** Read a time:Position; what is missing or makes no sense is not told.
    Audio thread. */
YEOUN_AUDIO struct yeoun_position
yeoun_position_read(const struct yeoun_uris *uris, const LV2_Atom *object);

/** What was told to begin and has not ended: room for its ends is kept. */
struct yeoun_open {
  uint8_t note[YEOUN_LANES][128]; /**< how often */
  bool pedal[YEOUN_LANES], bend[YEOUN_LANES];
  uint32_t ends; /**< of all these */
};

/** Where events go out. */
struct yeoun_output {
  const struct yeoun_uris *uris;
  struct yeoun_open *open;
  LV2_Atom_Sequence *sequence; /**< NULL when there is no room at all */
  uint32_t capacity;           /**< bytes of the body */
  bool sends_programs;         /**< messages that tell instruments are sent */
};

/** Begin an empty sequence. Audio thread.
    @param open  what the blocks before left open, and this one will
    @param port  NULL, or a sequence whose size says how much fits */
YEOUN_AUDIO struct yeoun_output
yeoun_output_begin(const struct yeoun_uris *uris,
                   struct yeoun_open *open,
                   LV2_Atom_Sequence *port);

/** Append an event; dropped when it does not fit beside the ends of all that
    is open. Frames must not fall.
    Audio thread. */
YEOUN_AUDIO void
yeoun_output_event(struct yeoun_output *output,
                   uint32_t frame,
                   const LV2_Atom *atom);

/** Append a message of the player as MIDI, the lane as its channel. Nothing
    begins whose end would find no room; what did not begin has no end.
    Audio thread. */
YEOUN_AUDIO void
yeoun_output_message(struct yeoun_output *output,
                     const struct yeoun_message *message);

#endif
