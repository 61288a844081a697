// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "smf0.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/** Bytes before the track: header, and the name and length of the chunk. */
#define HEADER 22

static void
put(struct yeoun_smf0 *file, const void *bytes, size_t size)
{
  if (!size) {
    return;
  }
  if (file->size + size > file->capacity) {
    const size_t capacity = 2 * (file->size + size) + 1024;
    uint8_t *const grown = (uint8_t *)realloc(file->at, capacity);
    if (!grown) {
      file->has_failed = true;
      return;
    }
    file->at = grown;
    file->capacity = capacity;
  }
  memcpy(file->at + file->size, bytes, size);
  file->size += size;
}

/** A number in groups of seven bits. */
static void
put_length(struct yeoun_smf0 *file, uint32_t number)
{
  for (int shift = 28; shift >= 0; shift -= 7) {
    if (number >> shift || !shift) {
      const uint8_t more = shift ? 0x80 : 0;
      const uint8_t byte = (uint8_t)(more | (number >> shift & 0x7F));
      put(file, &byte, 1);
    }
  }
}

static void
put_meta(struct yeoun_smf0 *file, uint8_t kind, const void *bytes, size_t size)
{
  const uint8_t head[] = {0, 0xFF, kind};
  put(file, head, sizeof(head));
  put_length(file, (uint32_t)size);
  put(file, bytes, size);
}

void
yeoun_smf0_begin(struct yeoun_smf0 *file,
                 const char *name,
                 float tempo_bpm,
                 struct yeoun_meter meter)
{
  static const uint8_t header[HEADER] = {'M',
                                         'T',
                                         'h',
                                         'd',
                                         0,
                                         0,
                                         0,
                                         6,
                                         0,
                                         0,
                                         0,
                                         1,
                                         YEOUN_BEAT >> 8,
                                         YEOUN_BEAT & 0xFF,
                                         'M',
                                         'T',
                                         'r',
                                         'k',
                                         0,
                                         0,
                                         0,
                                         0};
  const uint32_t us = (uint32_t)(60e6 / (double)tempo_bpm + 0.5);
  const uint8_t tempo[] = {
    (uint8_t)(us >> 16), (uint8_t)(us >> 8), (uint8_t)us};
  uint8_t unit = 0;
  while (meter.unit >> unit > 1) {
    ++unit;
  }
  const uint8_t time[] = {meter.beats, unit, 24, 8};
  memset(file, 0, sizeof(*file));
  put(file, header, sizeof(header));
  put_meta(file, 0x03, name, strlen(name));
  put_meta(file, 0x51, tempo, sizeof(tempo));
  put_meta(file, 0x58, time, sizeof(time));
}

static void
put_delta(struct yeoun_smf0 *file, int32_t tick)
{
  put_length(file, tick > file->tick ? (uint32_t)(tick - file->tick) : 0);
  file->tick = tick > file->tick ? tick : file->tick;
}

void
yeoun_smf0_add(struct yeoun_smf0 *file,
               int32_t tick,
               const uint8_t *bytes,
               size_t size)
{
  put_delta(file, tick);
  put(file, bytes, size);
}

bool
yeoun_smf0_end(struct yeoun_smf0 *file, int32_t tick)
{
  static const uint8_t end[] = {0xFF, 0x2F, 0};
  put_delta(file, tick);
  put(file, end, sizeof(end));
  const size_t track = file->size - HEADER;
  for (unsigned i = 0; i < 4 && !file->has_failed; ++i) {
    file->at[HEADER - 4 + i] = (uint8_t)(track >> 8 * (3 - i));
  }
  return !file->has_failed;
}
