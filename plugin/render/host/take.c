// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "take.h"

#include "music/number.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include <lv2/atom/util.h>
#include <lv2/midi/midi.h>
#include <lv2/patch/patch.h>

/* So long is the end of what is cut short. */
#define FADE_S 0.25

/* Frames after which memory is let go: the disk has them. */
#define RESTING ((int64_t)1 << 19)

#define Y(name) "urn:yeoun:vocabulary#" name

void
yeoun_take_clear(struct yeoun_take *take)
{
  take->frames = 0;
  take->events = 0;
  take->description[0] = '\0';
}

void
yeoun_take_free(struct yeoun_take *take)
{
  for (unsigned i = 0; i < YEOUN_HOST_OUTPUTS; ++i) {
    yeoun_store_free(&take->store[i]);
  }
  free(take->event);
  memset(take, 0, sizeof(*take));
}

/** Let a channel have the capacity of the take. */
static bool
reserve_channel(struct yeoun_take *take, unsigned channel, int64_t capacity)
{
  struct yeoun_store *const store = &take->store[channel];
  if (!yeoun_store_grow(store, (size_t)capacity * sizeof(float))) {
    return false;
  }
  take->audio[channel] = (float *)store->at;
  return true;
}

static bool
reserve_audio(struct yeoun_take *take, int64_t frames)
{
  if (frames <= take->capacity) {
    return true;
  }
  const int64_t capacity = frames + frames / 2;
  for (unsigned i = 0; i < take->channels; ++i) {
    if (!reserve_channel(take, i, capacity)) {
      return false;
    }
  }
  take->capacity = capacity;
  return true;
}

bool
yeoun_take_add_pair(struct yeoun_take *take)
{
  const unsigned channels = take->channels;
  if (channels + 2 > YEOUN_HOST_OUTPUTS ||
      !reserve_channel(take, channels, take->capacity) ||
      !reserve_channel(take, channels + 1, take->capacity)) {
    return false;
  }
  take->channels += 2;
  return true;
}

void
yeoun_take_drop_channel(struct yeoun_take *take, unsigned channel)
{
  yeoun_store_free(&take->store[channel]);
  take->audio[channel] = NULL;
}

void
yeoun_take_rest(const struct yeoun_take *take, unsigned channel)
{
  yeoun_store_rest(&take->store[channel], 0, take->store[channel].size);
}

static bool
reserve_events(struct yeoun_take *take, unsigned events)
{
  if (events <= take->event_capacity) {
    return true;
  }
  const unsigned capacity = 2 * events;
  struct yeoun_event *const event = (struct yeoun_event *)realloc(
    take->event, capacity * sizeof(struct yeoun_event));
  if (!event) {
    return false;
  }
  take->event = event;
  take->event_capacity = capacity;
  return true;
}

bool
yeoun_take_reserve(struct yeoun_take *take, int64_t frames, unsigned events)
{
  return reserve_audio(take, frames) && reserve_events(take, events);
}

void
yeoun_take_add_audio(struct yeoun_take *take,
                     const float *const *audio,
                     uint32_t frames)
{
  const int64_t rest = take->frames / RESTING;
  const bool is_full = (take->frames + frames) / RESTING > rest;
  for (unsigned i = 0; i < take->channels; ++i) {
    memcpy(take->audio[i] + take->frames, audio[i], frames * sizeof(float));
    if (is_full) {
      yeoun_store_rest(&take->store[i],
                       (size_t)(rest * RESTING) * sizeof(float),
                       (size_t)(take->frames + frames) * sizeof(float));
    }
  }
  take->frames += frames;
}

void
yeoun_take_add_event(struct yeoun_take *take,
                     int64_t frame,
                     const uint8_t *bytes,
                     size_t size)
{
  struct yeoun_event *const e = &take->event[take->events];
  if (size && size <= sizeof(e->bytes)) {
    *e = (struct yeoun_event){.frame = frame, .size = (uint8_t)size};
    memcpy(e->bytes, bytes, size);
    ++take->events;
  }
}

/** Keep a text of a body, if there is one and it fits. */
static void
read_text(struct yeoun_host *host,
          const LV2_Atom_Object *body,
          const char *property,
          char *to,
          size_t size)
{
  struct yeoun_urids *const u = &host->urids;
  const LV2_Atom *text = NULL;
  lv2_atom_object_get(body, yeoun_urids_map(u, property), &text, 0);
  if (text && text->type == yeoun_urids_map(u, LV2_ATOM__String) &&
      text->size && text->size <= size) {
    memcpy(to, text + 1, text->size);
    to[text->size - 1] = '\0';
  }
}

/** Keep what a patch:Put tells of what sounds. */
static void
read_told(struct yeoun_take *take,
          struct yeoun_host *host,
          const LV2_Atom_Object *object)
{
  struct yeoun_urids *const u = &host->urids;
  const LV2_Atom *atom = NULL;
  lv2_atom_object_get(object, yeoun_urids_map(u, LV2_PATCH__body), &atom, 0);
  if (!atom || atom->type != yeoun_urids_map(u, LV2_ATOM__Object)) {
    return;
  }
  const LV2_Atom_Object *const body = (const LV2_Atom_Object *)atom;
  struct yeoun_told_by_plugin *const told = &take->told;
  read_text(
    host, body, Y("description"), take->description, sizeof(take->description));
  read_text(host, body, Y("name"), told->name, sizeof(told->name));
  read_text(host, body, Y("build"), told->build, sizeof(told->build));
}

static bool
append_events(struct yeoun_take *take, struct yeoun_host *host, int64_t frame)
{
  struct yeoun_urids *const u = &host->urids;
  const LV2_Atom_Sequence *const sequence =
    (const LV2_Atom_Sequence *)host->out;
  const LV2_URID midi = yeoun_urids_map(u, LV2_MIDI__MidiEvent);
  const LV2_URID object = yeoun_urids_map(u, LV2_ATOM__Object);
  if (sequence->atom.type != yeoun_urids_map(u, LV2_ATOM__Sequence)) {
    return true;
  }
  LV2_ATOM_SEQUENCE_FOREACH(sequence, event)
  {
    const LV2_Atom *const atom = &event->body;
    if (atom->type == midi) {
      if (!reserve_events(take, take->events + 1)) {
        return false;
      }
      yeoun_take_add_event(take,
                           frame + event->time.frames,
                           (const uint8_t *)(atom + 1),
                           atom->size);
    } else if (atom->type == object) {
      read_told(take, host, (const LV2_Atom_Object *)atom);
    }
  }
  return true;
}

bool
yeoun_take_append(struct yeoun_take *take,
                  struct yeoun_host *host,
                  int64_t frame,
                  uint32_t frames,
                  uint32_t skip)
{
  const float *audio[YEOUN_HOST_OUTPUTS] = {NULL};
  if (take->channels != host->outputs) {
    take->channels = host->outputs;
    take->capacity = 0;
  }
  if (!reserve_audio(take, take->frames + frames)) {
    return false;
  }
  for (unsigned i = 0; i < take->channels; ++i) {
    audio[i] = host->audio[i] + skip;
  }
  yeoun_take_add_audio(take, audio, frames - skip);
  return append_events(take, host, frame);
}

int32_t
yeoun_take_tick(const struct yeoun_take *take, const struct yeoun_event *event)
{
  return (int32_t)lround(
    yeoun_tempo_tick(&take->tempo, (double)event->frame / take->rate));
}

int64_t
yeoun_take_frame(const struct yeoun_take *take, int32_t tick)
{
  return llround(yeoun_tempo_seconds(&take->tempo, tick) * take->rate);
}

unsigned
yeoun_take_notes(const struct yeoun_take *take)
{
  unsigned notes = 0;
  for (unsigned i = 0; i < take->events; ++i) {
    const uint8_t *const bytes = take->event[i].bytes;
    notes += (bytes[0] & 0xF0) == LV2_MIDI_MSG_NOTE_ON && bytes[2];
  }
  return notes;
}

float
yeoun_take_peak(const struct yeoun_take *take, int64_t frame)
{
  float peak = 0;
  for (unsigned i = 0; i < take->channels; ++i) {
    for (int64_t k = yeoun_max_l(frame, 0); k < take->frames; ++k) {
      const float level = fabsf(take->audio[i][k]);
      peak = yeoun_max_f(peak, level);
    }
    if (frame <= 0) {
      yeoun_take_rest(take, i);
    }
  }
  return peak;
}

void
yeoun_take_amplify(struct yeoun_take *take, float gain)
{
  for (unsigned i = 0; i < take->channels; ++i) {
    for (int64_t k = 0; k < take->frames; ++k) {
      take->audio[i][k] *= gain;
    }
    yeoun_take_rest(take, i);
  }
}

bool
yeoun_take_scale(struct yeoun_take *take, const float *gain)
{
  for (unsigned i = 0; i < take->channels; ++i) {
    for (int64_t k = 0; k < take->frames; ++k) {
      take->audio[i][k] *= gain[k];
    }
    yeoun_take_rest(take, i);
  }
  return take->channels > 0;
}

/** The level of a fade, 1 to 0 with a soft beginning and end. */
static float
fade(double share)
{
  return (float)(0.5 + 0.5 * cos(share * 3.14159265358979323846));
}

bool
yeoun_take_cut(struct yeoun_take *take, int64_t frames)
{
  static const float nothing[256];
  const float *silence[YEOUN_HOST_OUTPUTS];
  const int64_t length = yeoun_min_l(llround(FADE_S * take->rate), frames);
  for (unsigned i = 0; i < YEOUN_HOST_OUTPUTS; ++i) {
    silence[i] = nothing;
  }
  if (frames > take->frames &&
      !yeoun_take_reserve(take, frames, take->events)) {
    return false;
  }
  while (take->frames < frames) {
    yeoun_take_add_audio(
      take, silence, (uint32_t)yeoun_min_l(256, frames - take->frames));
  }
  take->frames = frames;
  for (unsigned i = 0; i < take->channels; ++i) {
    for (int64_t k = 0; k < length; ++k) {
      take->audio[i][frames - length + k] *=
        fade(((double)k + 1) / (double)length);
    }
  }
  return true;
}
