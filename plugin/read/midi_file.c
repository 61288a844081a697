// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "midi_file.h"

#include <stdlib.h>
#include <string.h>

enum { META = 0xFF, META_TEMPO = 0x51, NORMAL_TEMPO_US = 500000 };

/** Bytes that are left of a chunk. */
struct reader {
  const uint8_t *at, *end;
};

static unsigned
read_number(struct reader *r, unsigned bytes)
{
  unsigned number = 0;
  for (; bytes && r->at < r->end; --bytes) {
    number = number << 8 | *r->at++;
  }
  return number;
}

/** Seven bits a byte, at most four bytes. */
static unsigned
read_length(struct reader *r)
{
  unsigned number = 0;
  for (unsigned i = 0; i < 4 && r->at < r->end; ++i) {
    number = number << 7 | (*r->at & 0x7FU);
    if (!(*r->at++ & 0x80U)) {
      break;
    }
  }
  return number;
}

static bool
add(struct yeoun_midi_file *file, const struct yeoun_midi_event *event)
{
  if (file->count == file->capacity) {
    const unsigned capacity = 2 * file->capacity + 256;
    struct yeoun_midi_event *const grown = (struct yeoun_midi_event *)realloc(
      file->event, capacity * sizeof(struct yeoun_midi_event));
    if (!grown) {
      return false;
    }
    file->event = grown;
    file->capacity = capacity;
  }
  file->event[file->count++] = *event;
  return true;
}

/** How many bytes follow a status. */
static unsigned
read_size(struct reader *r, struct yeoun_midi_event *event)
{
  if (event->status == META) {
    event->meta = (uint8_t)read_number(r, 1);
    return read_length(r);
  }
  if (event->status >= 0xF0) {
    return read_length(r);
  }
  return (event->status & 0xE0U) == 0xC0 ? 1 : 2;
}

static bool
read_track(struct reader r, unsigned track, struct yeoun_midi_file *file)
{
  struct yeoun_midi_event event = {.track = track};
  uint8_t status = 0;
  while (r.at < r.end) {
    event.tick += read_length(&r);
    if (r.at < r.end && *r.at & 0x80U) {
      status = *r.at++;
    }
    if (!(status & 0x80U)) {
      return false;
    }
    event.status = status;
    event.size = read_size(&r, &event);
    if (event.size > (size_t)(r.end - r.at)) {
      return false;
    }
    event.data = r.at;
    r.at += event.size;
    if (!add(file, &event)) {
      return false;
    }
    status = status < 0xF0 ? status : 0;
  }
  return true;
}

/** By tick, then as they were written. */
static int
compare(const void *a, const void *b)
{
  const struct yeoun_midi_event *const x = (const struct yeoun_midi_event *)a;
  const struct yeoun_midi_event *const y = (const struct yeoun_midi_event *)b;
  return x->tick != y->tick ? (x->tick > y->tick) - (x->tick < y->tick)
                            : (x->data > y->data) - (x->data < y->data);
}

/** Give every event its time, by the tempos on the way. */
static void
tell_times(struct yeoun_midi_file *file)
{
  double us = NORMAL_TEMPO_US;
  double at_s = 0;
  int64_t tick = 0;
  for (unsigned i = 0; i < file->count; ++i) {
    struct yeoun_midi_event *const e = &file->event[i];
    const double tick_s =
      file->division ? us * 1e-6 / file->division : file->tick_s;
    at_s += (double)(e->tick - tick) * tick_s;
    tick = e->tick;
    e->at_s = at_s;
    if (e->status == META && e->meta == META_TEMPO && e->size == 3) {
      us = e->data[0] << 16 | e->data[1] << 8 | e->data[2];
    }
  }
}

bool
yeoun_midi_file_read(const char *path,
                     const uint8_t *bytes,
                     unsigned size,
                     struct yeoun_midi_file *file,
                     struct yeoun_fault *fault)
{
  struct reader r = {bytes, bytes + size};
  unsigned tracks = 0;
  *file = (struct yeoun_midi_file){0};
  bool is_good = size >= 14 && !memcmp(bytes, "MThd", 4);
  r.at += is_good ? 4 : size;
  const unsigned head = read_number(&r, 4);
  const unsigned format = read_number(&r, 2);
  read_number(&r, 2);
  const unsigned division = read_number(&r, 2);
  const unsigned fps = 256 - (division >> 8);
  file->division = division & 0x8000U ? 0 : division;
  file->tick_s = division & 0x8000U && division & 0xFFU
                   ? 1.0 / ((fps == 29 ? 30 / 1.001 : fps) * (division & 0xFF))
                   : 0;
  is_good = is_good && head >= 6 && head <= size - 8 && format < 2 &&
            (file->division || file->tick_s > 0);
  r.at = is_good ? bytes + 8 + head : r.end;
  while (is_good && r.end - r.at >= 8) {
    const bool is_track = !memcmp(r.at, "MTrk", 4);
    r.at += 4;
    const unsigned length = read_number(&r, 4);
    is_good =
      length <= (size_t)(r.end - r.at) &&
      (!is_track ||
       read_track((struct reader){r.at, r.at + length}, tracks++, file));
    r.at += is_good ? length : 0;
  }
  if (!is_good) {
    yeoun_fault_note(
      fault, "%s: it is no whole MIDI file of format 0 or 1", path);
    yeoun_midi_file_free(file);
    return false;
  }
  if (file->count) {
    qsort(file->event, file->count, sizeof(file->event[0]), compare);
  }
  tell_times(file);
  return true;
}

void
yeoun_midi_file_free(struct yeoun_midi_file *file)
{
  free(file->event);
  *file = (struct yeoun_midi_file){0};
}
