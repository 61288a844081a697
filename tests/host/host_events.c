// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* What the host tells a plugin, and hears from it. */

#include "host.h"

#include <string.h>

#include <lv2/atom/forge.h>
#include <lv2/atom/util.h>
#include <lv2/midi/midi.h>
#include <lv2/patch/patch.h>
#include <lv2/time/time.h>

void
host_event(struct host *host, uint32_t frame, const LV2_Atom *atom)
{
  const uint32_t size =
    (uint32_t)(sizeof(LV2_Atom_Event) + atom->size + 7U) & ~7U;
  if (host->in->atom.size + size > HOST_EVENTS - sizeof(LV2_Atom)) {
    host_fail("no room for", "an event");
  }
  LV2_Atom_Event *const event =
    (LV2_Atom_Event *)((uint8_t *)&host->in->body + host->in->atom.size);
  event->time.frames = frame;
  memcpy(&event->body, atom, sizeof(LV2_Atom) + atom->size);
  host->in->atom.size += size;
}

void
host_midi(struct host *host, uint32_t frame, uint8_t a, uint8_t b, uint8_t c)
{
  const struct {
    LV2_Atom atom;
    uint8_t byte[3];
  } midi = {{3, host_urid(LV2_MIDI__MidiEvent)}, {a, b, c}};
  host_event(host, frame, &midi.atom);
}

void
host_program(struct host *host, uint32_t frame, uint8_t program)
{
  const struct {
    LV2_Atom atom;
    uint8_t byte[2];
  } midi = {{2, host_urid(LV2_MIDI__MidiEvent)}, {0xC0, program}};
  host_event(host, frame, &midi.atom);
}

/** An object that is being written. */
struct writer {
  union {
    LV2_Atom atom;
    uint8_t byte[4096];
  } body;
  LV2_Atom_Forge forge;
  LV2_Atom_Forge_Frame frame;
};

static void
begin(struct writer *writer, struct host *host, const char *type)
{
  lv2_atom_forge_init(&writer->forge, &host->world->map);
  lv2_atom_forge_set_buffer(
    &writer->forge, writer->body.byte, sizeof(writer->body));
  lv2_atom_forge_object(&writer->forge, &writer->frame, 0, host_urid(type));
}

static LV2_Atom_Forge *
key(struct writer *writer, const char *uri)
{
  lv2_atom_forge_key(&writer->forge, host_urid(uri));
  return &writer->forge;
}

void
host_position(struct host *host, uint32_t frame, const struct host_time *time)
{
  struct writer w;
  begin(&w, host, LV2_TIME__Position);
  if (time->frame >= 0.0) {
    lv2_atom_forge_long(key(&w, LV2_TIME__frame), (int64_t)time->frame);
  }
  if (time->speed >= 0.0) {
    lv2_atom_forge_float(key(&w, LV2_TIME__speed), (float)time->speed);
  }
  if (time->bar >= 0.0) {
    lv2_atom_forge_long(key(&w, LV2_TIME__bar), (int64_t)time->bar);
  }
  if (time->bar_beat >= 0.0) {
    lv2_atom_forge_float(key(&w, LV2_TIME__barBeat), (float)time->bar_beat);
  }
  if (time->beat_unit >= 0.0) {
    lv2_atom_forge_int(key(&w, LV2_TIME__beatUnit), (int32_t)time->beat_unit);
  }
  if (time->beats_per_bar >= 0.0) {
    lv2_atom_forge_float(key(&w, LV2_TIME__beatsPerBar),
                         (float)time->beats_per_bar);
  }
  if (time->bpm >= 0.0) {
    lv2_atom_forge_float(key(&w, LV2_TIME__beatsPerMinute), (float)time->bpm);
  }
  lv2_atom_forge_pop(&w.forge, &w.frame);
  host_event(host, frame, &w.body.atom);
}

void
host_set(struct host *host,
         uint32_t frame,
         const char *property,
         const char *text)
{
  struct writer w;
  begin(&w, host, LV2_PATCH__Set);
  lv2_atom_forge_urid(key(&w, LV2_PATCH__property), host_urid(property));
  lv2_atom_forge_string(
    key(&w, LV2_PATCH__value), text, (uint32_t)strlen(text));
  lv2_atom_forge_pop(&w.forge, &w.frame);
  host_event(host, frame, &w.body.atom);
}

void
host_theme(struct host *host, uint32_t frame, const char *text)
{
  host_set(host, frame, "urn:yeoun:vocabulary#theme", text);
}

void
host_shelf(struct host *host, uint32_t frame, const char *text)
{
  host_set(host, frame, "urn:yeoun:vocabulary#shelf", text);
}

void
host_ask(struct host *host, uint32_t frame, const char *property)
{
  struct writer w;
  begin(&w, host, LV2_PATCH__Get);
  if (property) {
    lv2_atom_forge_urid(key(&w, LV2_PATCH__property), host_urid(property));
  }
  lv2_atom_forge_pop(&w.forge, &w.frame);
  host_event(host, frame, &w.body.atom);
}

/** The text that an object holds under a property, or NULL. */
static const char *
text_of(const LV2_Atom *atom, const char *property)
{
  const LV2_Atom *value = NULL;
  const LV2_Atom *body = NULL;
  const LV2_Atom *about = NULL;
  lv2_atom_object_get((const LV2_Atom_Object *)atom,
                      host_urid(LV2_PATCH__body),
                      &body,
                      host_urid(LV2_PATCH__property),
                      &about,
                      host_urid(LV2_PATCH__value),
                      &value,
                      0);
  const LV2_URID key = host_urid(property);
  if (body) {
    value = NULL;
    lv2_atom_object_get((const LV2_Atom_Object *)body, key, &value, 0);
  } else if (!about || ((const LV2_Atom_URID *)about)->body != key) {
    value = NULL;
  }
  return value && value->type == host_urid(LV2_ATOM__String)
           ? (const char *)(value + 1)
           : NULL;
}

const char *
host_told(const struct host *host, const char *property)
{
  const char *text = NULL;
  LV2_ATOM_SEQUENCE_FOREACH(host->out, event)
  {
    if (event->body.type == host_urid(LV2_ATOM__Object)) {
      const char *const found = text_of(&event->body, property);
      text = found ? found : text;
    }
  }
  return text;
}

const LV2_Atom *
host_value(const LV2_Atom_Object *object, const char *property)
{
  const LV2_Atom *value = NULL;
  lv2_atom_object_get(object, host_urid(property), &value, 0);
  return value;
}

const LV2_Atom_Object *
host_put(const struct host *host, const char *type)
{
  const LV2_Atom_Object *last = NULL;
  LV2_ATOM_SEQUENCE_FOREACH(host->out, event)
  {
    const LV2_Atom_Object *const object = (const LV2_Atom_Object *)&event->body;
    if (event->body.type == host_urid(LV2_ATOM__Object) &&
        object->body.otype == host_urid(LV2_PATCH__Put)) {
      const LV2_Atom_Object *const body =
        (const LV2_Atom_Object *)host_value(object, LV2_PATCH__body);
      last = body->body.otype == (type ? host_urid(type) : 0) ? body : last;
    }
  }
  return last;
}

const LV2_Atom *
host_answer(const struct host *host, const char *property)
{
  const LV2_Atom *last = NULL;
  LV2_ATOM_SEQUENCE_FOREACH(host->out, event)
  {
    const LV2_Atom_Object *const object = (const LV2_Atom_Object *)&event->body;
    if (event->body.type == host_urid(LV2_ATOM__Object) &&
        object->body.otype == host_urid(LV2_PATCH__Set)) {
      const LV2_Atom_URID *const about =
        (const LV2_Atom_URID *)host_value(object, LV2_PATCH__property);
      last = about && about->body == host_urid(property)
               ? host_value(object, LV2_PATCH__value)
               : last;
    }
  }
  return last;
}

size_t
host_sent(const struct host *host, struct host_midi *midi, size_t size)
{
  const LV2_URID type = host_urid(LV2_MIDI__MidiEvent);
  const uint8_t *at = (const uint8_t *)(&host->out->body + 1);
  const uint8_t *const end =
    (const uint8_t *)&host->out->body + host->out->atom.size;
  size_t count = 0;
  while (at < end) {
    const LV2_Atom_Event *const event = (const LV2_Atom_Event *)at;
    if (event->body.type == type && count < size) {
      midi[count].frame = (uint32_t)event->time.frames;
      memset(midi[count].byte, 0, 3);
      memcpy(midi[count].byte,
             event + 1,
             event->body.size < 3 ? event->body.size : 3);
      ++count;
    }
    at += (sizeof(*event) + event->body.size + 7U) & ~(size_t)7U;
  }
  return count;
}
