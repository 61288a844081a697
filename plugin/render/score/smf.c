// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* Source: Standard MIDI Files 1.0, MIDI Manufacturers Association 1996. */

#include "smf.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "music/key.h"
#include "music/number.h"
#include "render/file.h"
#include "render/say.h"

enum meta {
  META_TEXT = 0x01,
  META_NAME = 0x03,
  META_MARKER = 0x06,
  META_END = 0x2F,
  META_TEMPO = 0x51,
  META_METER = 0x58,
  META_KEY = 0x59,
};

/** Bytes that grow. */
struct bytes {
  uint8_t *at;
  size_t size, capacity;
  bool has_failed;
};

static void
put(struct bytes *b, const void *data, size_t size)
{
  if (!size) {
    return; /* memcpy() takes no NULL */
  }
  if (b->size + size > b->capacity) {
    const size_t capacity = 2 * (b->size + size) + 256;
    uint8_t *const at = (uint8_t *)realloc(b->at, capacity);
    if (!at) {
      b->has_failed = true;
      return;
    }
    b->at = at;
    b->capacity = capacity;
  }
  if (size) { // data may be NULL then, which memcpy may not see
    memcpy(b->at + b->size, data, size);
    b->size += size;
  }
}

/** A number in so many bytes, highest first. */
static void
put_number(struct bytes *b, uint32_t number, unsigned size)
{
  while (size--) {
    const uint8_t byte = (uint8_t)(number >> 8 * size);
    put(b, &byte, 1);
  }
}

/** A number in groups of seven bits, as delta times are. */
static void
put_length(struct bytes *b, uint32_t number)
{
  for (int shift = 28; shift > 0; shift -= 7) {
    if (number >> shift) {
      const uint8_t byte = (uint8_t)(0x80 | (number >> shift & 0x7F));
      put(b, &byte, 1);
    }
  }
  const uint8_t byte = (uint8_t)(number & 0x7F);
  put(b, &byte, 1);
}

static void
put_meta(struct bytes *b,
         int32_t delta,
         enum meta kind,
         const void *data,
         size_t size)
{
  const uint8_t head[] = {0xFF, (uint8_t)kind};
  put_length(b, (uint32_t)delta);
  put(b, head, sizeof(head));
  put_length(b, (uint32_t)size);
  put(b, data, size);
}

static void
put_text(struct bytes *b, enum meta kind, const char *text)
{
  if (*text) {
    put_meta(b, 0, kind, text, strlen(text));
  }
}

/** A chunk whose length is known only when it is whole. */
static void
put_track(struct bytes *file, const struct bytes *track)
{
  put(file, "MTrk", 4);
  put_number(file, (uint32_t)track->size, 4);
  put(file, track->at, track->size);
  file->has_failed |= track->has_failed;
}

/** All tempos and markers; returns how many ticks are left to the end. */
static int32_t
put_times(struct bytes *track,
          const struct yeoun_take *take,
          const struct yeoun_marks *marks)
{
  int32_t last = 0;
  unsigned k = 0;
  for (unsigned i = 0; i <= take->tempo.count; ++i) {
    const struct yeoun_bend_at *const bend =
      i < take->tempo.count ? &take->tempo.at[i] : NULL;
    for (; marks && k < marks->count &&
           (!bend || marks->mark[k].tick < bend->tick);
         ++k) {
      const struct yeoun_place_mark *const mark = &marks->mark[k];
      if (!mark->is_bar) {
        put_meta(track,
                 mark->tick - last,
                 META_MARKER,
                 mark->name,
                 strlen(mark->name));
        last = mark->tick;
      }
    }
    if (bend) {
      const uint32_t us = bend->quarter_us;
      const uint8_t data[] = {
        (uint8_t)(us >> 16), (uint8_t)(us >> 8), (uint8_t)us};
      put_meta(track, bend->tick - last, META_TEMPO, data, sizeof(data));
      last = bend->tick;
    }
  }
  return take->length_ticks - last;
}

static void
put_conductor(struct bytes *file,
              const char *title,
              const char *variation,
              const struct yeoun_key *key,
              int8_t sharps,
              const struct yeoun_marks *marks,
              const struct yeoun_take *take)
{
  struct bytes track = {0};
  uint8_t power = 0;
  while (1 << power < take->meter.unit) {
    ++power;
  }
  /* 24 MIDI clocks a quarter note; the metronome clicks each felt pulse. */
  const uint8_t clocks =
    (uint8_t)(24 * yeoun_pulse_ticks(take->meter) / YEOUN_BEAT);
  const uint8_t meter[] = {take->meter.beats, power, clocks, 8};
  put_text(&track, META_NAME, title);
  put_text(&track, META_TEXT, take->description);
  put_text(&track, META_TEXT, variation);
  put_meta(&track, 0, META_METER, meter, sizeof(meter));
  if (key) {
    const bool is_minor = yeoun_key_is_minor(*key);
    const uint8_t signature[] = {(uint8_t)sharps, is_minor};
    put_meta(&track, 0, META_KEY, signature, sizeof(signature));
  }
  put_meta(&track, put_times(&track, take, marks), META_END, NULL, 0);
  put_track(file, &track);
  free(track.at);
}

/** The track of one MIDI channel. */
static void
put_lane(struct bytes *file,
         const struct yeoun_take *take,
         const char *name,
         uint8_t channel)
{
  struct bytes track = {0};
  int32_t last = 0;
  put_text(&track, META_NAME, name);
  for (unsigned i = 0; i < take->events; ++i) {
    const struct yeoun_event *const event = &take->event[i];
    if (event->bytes[0] < 0xF0 && (event->bytes[0] & 0x0F) == channel) {
      const int32_t tick = yeoun_take_tick(take, event);
      put_length(&track, (uint32_t)(tick - last));
      put(&track, event->bytes, event->size);
      last = tick;
    }
  }
  const int32_t rest = take->length_ticks - last;
  put_meta(&track, yeoun_max_i(rest, 0), META_END, NULL, 0);
  put_track(file, &track);
  free(track.at);
}

static bool
has_channel(const struct yeoun_take *take, uint8_t channel)
{
  for (unsigned i = 0; i < take->events; ++i) {
    if ((take->event[i].bytes[0] & 0x0F) == channel &&
        (take->event[i].bytes[0] & 0xE0) == 0x80) {
      return true;
    }
  }
  return false;
}

bool
yeoun_smf_write(const char *path,
                const char *title,
                const char *variation,
                const struct yeoun_key *key,
                int8_t sharps,
                const struct yeoun_marks *marks,
                const struct yeoun_take *take)
{
  struct bytes file = {0};
  uint16_t tracks = 1;
  for (unsigned lane = 0; lane < YEOUN_LANES; ++lane) {
    tracks = (uint16_t)(tracks + has_channel(take, yeoun_lane_channel(lane)));
  }
  put(&file, "MThd", 4);
  put_number(&file, 6, 4);
  put_number(&file, 1, 2);
  put_number(&file, tracks, 2);
  put_number(&file, YEOUN_BEAT, 2);
  put_conductor(&file, title, variation, key, sharps, marks, take);
  for (unsigned lane = 0; lane < YEOUN_LANES; ++lane) {
    const uint8_t channel = yeoun_lane_channel(lane);
    if (has_channel(take, channel)) {
      put_lane(&file, take, yeoun_lane_name(lane), channel);
    }
  }
  const bool is_written =
    !file.has_failed && yeoun_file_write(path, file.at, file.size);
  free(file.at);
  return is_written;
}
