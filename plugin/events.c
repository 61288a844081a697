// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "events.h"

#include <math.h>
#include <stddef.h>
#include <string.h>

#include <lv2/atom/util.h>

#include "music/number.h"
#include "music/palette.h"

struct yeoun_input
yeoun_input_begin(const struct yeoun_uris *uris,
                  const LV2_Atom_Sequence *sequence,
                  uint32_t frames)
{
  struct yeoun_input input = {NULL, NULL, 0, frames};
  if (sequence && sequence->atom.type == uris->atom_sequence &&
      sequence->atom.size >= sizeof(LV2_Atom_Sequence_Body)) {
    input.at = (const uint8_t *)(&sequence->body + 1);
    input.end = (const uint8_t *)&sequence->body + sequence->atom.size;
  }
  return input;
}

const LV2_Atom *
yeoun_input_next(struct yeoun_input *input)
{
  const size_t left = (size_t)(input->end - input->at);
  if (left < sizeof(LV2_Atom_Event)) {
    return NULL;
  }
  const LV2_Atom_Event *const event = (const LV2_Atom_Event *)input->at;
  if (event->body.size > left - sizeof(LV2_Atom_Event)) {
    return NULL;
  }

  const size_t size =
    lv2_atom_pad_size((uint32_t)sizeof(*event) + event->body.size);
  input->at += yeoun_min_z(size, left);
  if (event->time.frames > (int64_t)input->frame) {
    input->frame = event->time.frames < (int64_t)input->frames
                     ? (uint32_t)event->time.frames
                     : input->frames;
  }
  return &event->body;
}

LV2_URID
yeoun_object_type(const struct yeoun_uris *uris, const LV2_Atom *atom)
{
  const bool is_object =
    (atom->type == uris->atom_object || atom->type == uris->atom_blank) &&
    atom->size >= sizeof(LV2_Atom_Object_Body);
  return is_object ? ((const LV2_Atom_Object *)atom)->body.otype : 0;
}

const LV2_Atom *
yeoun_object_get(const struct yeoun_uris *uris,
                 const LV2_Atom *object,
                 LV2_URID key)
{
  if (!yeoun_object_type(uris, object)) {
    return NULL;
  }
  const uint8_t *at = (const uint8_t *)object + sizeof(LV2_Atom_Object);
  const uint8_t *const end =
    (const uint8_t *)object + sizeof(LV2_Atom) + object->size;
  while ((size_t)(end - at) >= sizeof(LV2_Atom_Property_Body)) {
    const LV2_Atom_Property_Body *const property =
      (const LV2_Atom_Property_Body *)at;
    const size_t left = (size_t)(end - at) - sizeof(*property);
    if (property->value.size > left) {
      return NULL;
    }
    if (property->key == key) {
      return &property->value;
    }
    const size_t padded = lv2_atom_pad_size(property->value.size);
    at += sizeof(*property) + yeoun_min_z(padded, left);
  }
  return NULL;
}

const char *
yeoun_atom_text(const struct yeoun_uris *uris, const LV2_Atom *atom)
{
  if (!atom || atom->type != uris->atom_string || !atom->size) {
    return NULL;
  }
  const char *const text = (const char *)(atom + 1);
  return memchr(text, 0, atom->size) ? text : NULL;
}

/** A number of any type as it stands, or YEOUN_UNTOLD. */
static double
number(const struct yeoun_uris *uris, const LV2_Atom *object, LV2_URID key)
{
  const LV2_Atom *const atom = yeoun_object_get(uris, object, key);
  double x = YEOUN_UNTOLD;
  if (!atom) {
    return x;
  }
  const void *const body = atom + 1;
  if (atom->type == uris->atom_float && atom->size == sizeof(float)) {
    x = (double)*(const float *)body;
  } else if (atom->type == uris->atom_double && atom->size == sizeof(double)) {
    x = *(const double *)body;
  } else if (atom->type == uris->atom_int && atom->size == sizeof(int32_t)) {
    x = *(const int32_t *)body;
  } else if (atom->type == uris->atom_long && atom->size == sizeof(int64_t)) {
    x = (double)*(const int64_t *)body;
  }
  return isfinite(x) ? x : YEOUN_UNTOLD;
}

/** A number within its range, or -1. */
static double
number_in(const struct yeoun_uris *uris,
          const LV2_Atom *object,
          LV2_URID key,
          double low,
          double high)
{
  const double x = number(uris, object, key);
  return x >= low && x <= high ? x : -1.0;
}

/** A place, before the first bar too, or YEOUN_UNTOLD. */
static double
place(const struct yeoun_uris *uris,
      const LV2_Atom *object,
      LV2_URID key,
      double most)
{
  const double x = number(uris, object, key);
  return x >= -most && x <= most ? x : YEOUN_UNTOLD;
}

struct yeoun_position
yeoun_position_read(const struct yeoun_uris *uris, const LV2_Atom *object)
{
  struct yeoun_position position;
  position.bar = place(uris, object, uris->time_bar, 1e6);
  position.bar_beat = place(uris, object, uris->time_bar_beat, 1e3);
  position.beat = place(uris, object, uris->time_beat, 1e9);
  position.beats_per_bar =
    number_in(uris, object, uris->time_beats_per_bar, 1.0, 32.0);
  position.beat_unit = number_in(uris, object, uris->time_beat_unit, 1.0, 64.0);
  position.bpm = number_in(uris, object, uris->time_beats_per_minute, 1.0, 1e4);
  position.frame =
    (int64_t)number_in(uris, object, uris->time_frame, 0.0, 9e15);

  /* A host that runs backwards is, for music, one that stands. */
  const bool has_speed = yeoun_object_get(uris, object, uris->time_speed);
  const double speed = number(uris, object, uris->time_speed);
  position.speed = !has_speed ? -1.0 : speed > 0.0 ? speed : 0.0;
  return position;
}

struct yeoun_output
yeoun_output_begin(const struct yeoun_uris *uris, LV2_Atom_Sequence *port)
{
  struct yeoun_output output = {uris, NULL, 0};
  if (port && port->atom.size >= sizeof(LV2_Atom_Sequence_Body)) {
    output.capacity = port->atom.size;
    output.sequence = port;
    port->atom.type = uris->atom_sequence;
    port->atom.size = sizeof(LV2_Atom_Sequence_Body);
    port->body.unit = 0;
    port->body.pad = 0;
  }
  return output;
}

void
yeoun_output_event(struct yeoun_output *output,
                   uint32_t frame,
                   const LV2_Atom *atom)
{
  LV2_Atom_Sequence *const sequence = output->sequence;
  const uint32_t size =
    lv2_atom_pad_size((uint32_t)sizeof(LV2_Atom_Event) + atom->size);
  if (!sequence || size > output->capacity - sequence->atom.size) {
    return;
  }
  LV2_Atom_Event *const event =
    (LV2_Atom_Event *)((uint8_t *)&sequence->body + sequence->atom.size);
  event->time.frames = frame;
  memcpy(&event->body, atom, sizeof(LV2_Atom) + atom->size);
  sequence->atom.size += size;
}

void
yeoun_output_message(struct yeoun_output *output,
                     const struct yeoun_message *message)
{
  struct {
    LV2_Atom atom;
    uint8_t byte[8];
  } midi = {{3, output->uris->midi_event}, {0}};
  const uint8_t channel = yeoun_lane_channel(message->lane);

  switch ((enum yeoun_message_kind)message->kind) {
    case YEOUN_MESSAGE_NOTE_ON:
      midi.byte[0] = LV2_MIDI_MSG_NOTE_ON | channel;
      midi.byte[1] = message->pitch;
      midi.byte[2] = message->velocity;
      break;
    case YEOUN_MESSAGE_NOTE_OFF:
      midi.byte[0] = LV2_MIDI_MSG_NOTE_OFF | channel;
      midi.byte[1] = message->pitch;
      midi.byte[2] = 64;
      break;
    case YEOUN_MESSAGE_PEDAL:
      midi.byte[0] = LV2_MIDI_MSG_CONTROLLER | channel;
      midi.byte[1] = LV2_MIDI_CTL_SUSTAIN;
      midi.byte[2] = message->value;
      break;
    case YEOUN_MESSAGE_PROGRAM:
      midi.atom.size = 2;
      midi.byte[0] = LV2_MIDI_MSG_PGM_CHANGE | channel;
      midi.byte[1] = yeoun_instrument_facts(message->value)->program;
      break;
  }
  yeoun_output_event(output, message->frame, &midi.atom);
}
