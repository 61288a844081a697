// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "recorded.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { TRACK = 65536 };

struct track {
  uint8_t bytes[TRACK];
  uint32_t length;
};

static void
put(struct track *track, unsigned byte)
{
  track->bytes[track->length++] = (uint8_t)byte;
}

/* Milliseconds until an event, as MIDI files write numbers. */
static void
put_time(struct track *track, uint32_t milliseconds)
{
  if (milliseconds > 0x3fff) {
    put(track, 0x80 | (milliseconds >> 14 & 0x7f));
  }
  if (milliseconds > 0x7f) {
    put(track, 0x80 | (milliseconds >> 7 & 0x7f));
  }
  put(track, milliseconds & 0x7f);
}

static void
put_event(struct track *track,
          uint32_t milliseconds,
          unsigned status,
          unsigned first,
          unsigned second)
{
  put_time(track, milliseconds);
  put(track, status);
  put(track, first);
  if (status >> 4 != 0xc) {
    put(track, second);
  }
}

/* A file of one track, a tick a millisecond. */
static int
write_midi(const char *path, const struct track *track)
{
  static const uint8_t head[] = {
    'M', 'T', 'h', 'd', 0, 0, 0, 6, 0, 0, 0, 1, 1, 244, 'M', 'T', 'r', 'k'};
  const uint8_t length[] = {0,
                            (uint8_t)(track->length >> 16),
                            (uint8_t)(track->length >> 8),
                            (uint8_t)track->length};
  FILE *const file = fopen(path, "wb");
  if (!file) {
    return -1;
  }
  const size_t written = fwrite(head, 1, sizeof(head), file) +
                         fwrite(length, 1, sizeof(length), file) +
                         fwrite(track->bytes, 1, track->length, file);
  return fclose(file) ||
             written != sizeof(head) + sizeof(length) + track->length
           ? -1
           : 0;
}

/* Left and right in turn, until it ends. */
static void
read_mono(FILE *pipe, float *out, size_t frames)
{
  float pair[2];
  for (size_t f = 0; f < frames && fread(pair, sizeof(pair), 1, pipe) == 1;
       ++f) {
    out[f] = 0.5f * (pair[0] + pair[1]);
  }
  while (fread(pair, sizeof(pair), 1, pipe) == 1) {
  }
}

float *
recorded_play(const char *font,
              unsigned program,
              const struct recorded_note *note,
              unsigned count,
              double held_s,
              double whole_s,
              uint32_t *frames)
{
  static struct track track;
  char path[] = "/tmp/yeoun-XXXXXX";
  char command[1024];
  const unsigned channel = program > 127 ? 9 : 0;
  const uint32_t held = (uint32_t)lrint(1000 * held_s);
  const uint32_t rest = (uint32_t)lrint(1000 * whole_s) - held;
  if (access(font, R_OK) || count > TRACK / 16) {
    return NULL;
  }
  track.length = 0;
  if (channel == 0) {
    put_event(&track, 0, 0xc0, program, 0);
  }
  for (unsigned n = 0; n < count; ++n) {
    put_event(
      &track, n ? rest : 0, 0x90 | channel, note[n].key, note[n].velocity);
    put_event(&track, held, 0x80 | channel, note[n].key, 0);
  }
  put_event(&track, rest, 0xff, 0x2f, 0);
  const int file = mkstemp(path);
  if (file < 0) {
    return NULL;
  }
  close(file);
  *frames = (uint32_t)lrint(whole_s * RECORDED_RATE);
  float *out = calloc((size_t)*frames * count, sizeof(float));
  snprintf(command,
           sizeof(command),
           "fluidsynth -q -ni -R 0 -C 0 -g 0.5 -r %d -O float -T raw -F "
           "/dev/stdout '%s' %s 2>/dev/null",
           RECORDED_RATE,
           font,
           path);
  FILE *const pipe = write_midi(path, &track) ? NULL : popen(command, "r");
  if (pipe) {
    read_mono(pipe, out, (size_t)*frames * count);
  }
  if (!pipe || pclose(pipe)) {
    free(out);
    out = NULL;
  }
  unlink(path);
  return out;
}
