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
  struct yeoun_input input = {NULL, NULL, 0, frames, YEOUN_HEARD(frames)};
  if (sequence && sequence->atom.type == uris->atom_sequence &&
      sequence->atom.size >= sizeof(LV2_Atom_Sequence_Body)) {
    input.at = (const uint8_t *)(&sequence->body + 1);
    input.end = (const uint8_t *)&sequence->body + sequence->atom.size;
  }
  return input;
}

/** The next event of any kind. */
static const LV2_Atom *
next_event(struct yeoun_input *input)
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

const LV2_Atom *
yeoun_input_next(const struct yeoun_uris *uris, struct yeoun_input *input)
{
  const LV2_Atom *atom = NULL;
  if (input->left) {
    do {
      atom = next_event(input);
    } while (atom && yeoun_event_meaning(uris, atom) == YEOUN_MEANS_NOTHING);
    --input->left;
  }
  return atom;
}

static enum yeoun_meaning
midi_meaning(const uint8_t *bytes, uint32_t size)
{
  const uint8_t kind = size ? bytes[0] & 0xF0U : 0;
  if (size == 2 && kind == LV2_MIDI_MSG_PGM_CHANGE) {
    return YEOUN_MEANS_DO;
  }
  if (size != 3) {
    return YEOUN_MEANS_NOTHING;
  }
  switch (kind) {
    case LV2_MIDI_MSG_NOTE_ON:
      return bytes[2] ? YEOUN_MEANS_DO : YEOUN_MEANS_END;
    case LV2_MIDI_MSG_NOTE_OFF:
      return YEOUN_MEANS_END;
    case LV2_MIDI_MSG_CONTROLLER:
      return bytes[1] == LV2_MIDI_CTL_SUSTAIN && bytes[2] >= 64 ? YEOUN_MEANS_DO
             : bytes[1] == LV2_MIDI_CTL_SUSTAIN ||
                 bytes[1] >= LV2_MIDI_CTL_ALL_SOUNDS_OFF
               ? YEOUN_MEANS_END
               : YEOUN_MEANS_NOTHING;
    default:
      return YEOUN_MEANS_NOTHING;
  }
}

enum yeoun_meaning
yeoun_event_meaning(const struct yeoun_uris *uris, const LV2_Atom *atom)
{
  if (atom->type == uris->midi_event) {
    return midi_meaning((const uint8_t *)(atom + 1), atom->size);
  }
  const LV2_URID type = yeoun_object_type(uris, atom);
  return type == uris->time_position ? YEOUN_MEANS_PLACE
         : type == uris->patch_get || type == uris->patch_set
           ? YEOUN_MEANS_DO
           : YEOUN_MEANS_NOTHING;
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
yeoun_output_begin(const struct yeoun_uris *uris,
                   struct yeoun_open *open,
                   LV2_Atom_Sequence *port)
{
  struct yeoun_output output = {uris, open, NULL, 0, false};
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

/* Of a MIDI message. */
#define MESSAGE_BYTES lv2_atom_pad_size((uint32_t)sizeof(LV2_Atom_Event) + 3U)

void
yeoun_output_event(struct yeoun_output *output,
                   uint32_t frame,
                   const LV2_Atom *atom)
{
  LV2_Atom_Sequence *const sequence = output->sequence;
  const uint64_t size =
    lv2_atom_pad_size((uint32_t)sizeof(LV2_Atom_Event) + atom->size);
  const uint64_t ends = (uint64_t)output->open->ends * MESSAGE_BYTES;
  if (!sequence || sequence->atom.size + size + ends > output->capacity) {
    return;
  }
  LV2_Atom_Event *const event =
    (LV2_Atom_Event *)((uint8_t *)&sequence->body + sequence->atom.size);
  event->time.frames = frame;
  memcpy(&event->body, atom, sizeof(LV2_Atom) + atom->size);
  sequence->atom.size += (uint32_t)size;
}

/** Whether a message and all ends find room. */
static bool
has_room(const struct yeoun_output *output, uint32_t ends)
{
  return output->sequence &&
         output->sequence->atom.size + (uint64_t)(1 + ends) * MESSAGE_BYTES <=
           output->capacity;
}

/** Count a note that begins or ends; false when it is not to be told. */
static bool
count_note(struct yeoun_output *output, const struct yeoun_message *message)
{
  struct yeoun_open *const open = output->open;
  uint8_t *const note = &open->note[message->lane][message->pitch & 127];
  if (message->kind == YEOUN_MESSAGE_NOTE_OFF) {
    const bool is_open = *note;
    *note = (uint8_t)(*note - is_open);
    open->ends -= is_open;
    return is_open;
  }
  const bool can_end = *note < UINT8_MAX && has_room(output, open->ends + 1);
  *note = (uint8_t)(*note + can_end);
  open->ends += can_end;
  return can_end;
}

/** The same of a pedal. */
static bool
count_pedal(struct yeoun_output *output, const struct yeoun_message *message)
{
  struct yeoun_open *const open = output->open;
  bool *const pedal = &open->pedal[message->lane];
  const bool is_down = message->value >= 64;
  if (is_down && !has_room(output, open->ends + 1)) {
    return false;
  }
  open->ends = open->ends + is_down - *pedal;
  *pedal = is_down;
  return true;
}

/** The same of a bend, which ends in the middle. */
static bool
count_bend(struct yeoun_output *output, const struct yeoun_message *message)
{
  struct yeoun_open *const open = output->open;
  bool *const bend = &open->bend[message->lane];
  const bool is_bent = message->bend_cents != 0;
  if (is_bent && !*bend && !has_room(output, open->ends + 1)) {
    return false;
  }
  open->ends = open->ends + is_bent - *bend;
  *bend = is_bent;
  return true;
}

/** Whether a message is told. */
static bool
count(struct yeoun_output *output, const struct yeoun_message *message)
{
  switch ((enum yeoun_message_kind)message->kind) {
    case YEOUN_MESSAGE_NOTE_ON:
    case YEOUN_MESSAGE_NOTE_OFF:
      return count_note(output, message);
    case YEOUN_MESSAGE_PEDAL:
      return count_pedal(output, message);
    case YEOUN_MESSAGE_BEND:
      return count_bend(output, message);
    case YEOUN_MESSAGE_PROGRAM:
      return output->sends_programs;
    case YEOUN_MESSAGE_EXPRESSION:
    case YEOUN_MESSAGE_DYNAMICS:
    case YEOUN_MESSAGE_BEND_RANGE:
      break;
  }
  return true;
}

/** Registered parameter 0 in semitones, and then none, so that nothing changes
    it by accident. */
static void
write_bend_range(struct yeoun_output *output,
                 const struct yeoun_message *message,
                 uint8_t channel)
{
  const uint8_t pairs[][2] = {
    {LV2_MIDI_CTL_RPN_MSB, 0},
    {LV2_MIDI_CTL_RPN_LSB, 0},
    {LV2_MIDI_CTL_MSB_DATA_ENTRY, message->value},
    {LV2_MIDI_CTL_LSB_DATA_ENTRY, 0},
    {LV2_MIDI_CTL_RPN_MSB, 127},
    {LV2_MIDI_CTL_RPN_LSB, 127},
  };
  for (unsigned i = 0; i < sizeof(pairs) / sizeof(pairs[0]); ++i) {
    const struct {
      LV2_Atom atom;
      uint8_t byte[8];
    } midi = {{3, output->uris->midi_event},
              {LV2_MIDI_MSG_CONTROLLER | channel, pairs[i][0], pairs[i][1]}};
    yeoun_output_event(output, message->frame, &midi.atom);
  }
}

/** 0..16383, 8192 in the middle. */
static int
bend_of(const struct yeoun_message *message)
{
  const float range = 100.0f * (float)message->value;
  const float share = range > 0.0f ? (float)message->bend_cents / range : 0.0f;
  return yeoun_clamp_i((int)floorf(8192.0f * share + 0.5f), -8192, 8191) + 8192;
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

  if (!count(output, message)) {
    return;
  }
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
    case YEOUN_MESSAGE_EXPRESSION:
    case YEOUN_MESSAGE_DYNAMICS:
      midi.byte[0] = LV2_MIDI_MSG_CONTROLLER | channel;
      midi.byte[1] = message->kind == YEOUN_MESSAGE_EXPRESSION
                       ? LV2_MIDI_CTL_MSB_EXPRESSION
                       : LV2_MIDI_CTL_MSB_MODWHEEL;
      midi.byte[2] = message->value;
      break;
    case YEOUN_MESSAGE_BEND_RANGE:
      write_bend_range(output, message, channel);
      return;
    case YEOUN_MESSAGE_BEND: {
      const int bend = bend_of(message);
      midi.byte[0] = LV2_MIDI_MSG_BENDER | channel;
      midi.byte[1] = (uint8_t)(bend & 0x7F);
      midi.byte[2] = (uint8_t)(bend >> 7);
      break;
    }
  }
  yeoun_output_event(output, message->frame, &midi.atom);
}
