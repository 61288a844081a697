// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "captured.h"

#include <math.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <check.h>

#include "files.h"

/* As tests/command/ardour_play runs its server. */
#define BLOCK 1024
#define RATE 48000

#define SHORT (RATE / 25)
#define BEAT_FRAMES 24000.0 /* at 120 bpm, where no clock tells it */

enum { CLOCKS = 24, CHANNELS = 16, KEYS = 128 };

/** What is read so far. */
struct reader {
  struct captured *captured;
  int64_t frame;
  unsigned down[CHANNELS][KEYS]; /**< its note, counted from 1 */
  int64_t cut;                   /**< when the host last cut all off, or -1 */
  int64_t clock;                 /**< the last, or -1 since a cut */
  double beat;                   /**< of that clock */
  double next_beat;              /**< of the one to come, or NAN */
  unsigned placed;               /**< notes whose beat is settled */
};

/** Settle the beats of the notes up to here by a line. */
static void
place(struct reader *reader, int64_t frame, double beat, double frames)
{
  struct captured *const captured = reader->captured;
  for (; reader->placed < captured->notes; ++reader->placed) {
    struct captured_note *const note = &captured->note[reader->placed];
    note->beat = beat + (double)(note->frame - frame) / frames;
  }
}

/** Twenty-four a beat. */
static void
hear_clock(struct reader *reader)
{
  const double beat =
    isnan(reader->next_beat) ? reader->beat + 1.0 / CLOCKS : reader->next_beat;
  if (reader->clock < 0 && isnan(reader->next_beat)) {
    return;
  }
  if (reader->clock < 0) {
    place(reader, reader->frame, beat, BEAT_FRAMES);
    if (reader->captured->clock < 0) {
      reader->captured->clock = reader->frame;
      reader->captured->clock_beat = beat;
    }
  } else {
    place(reader,
          reader->clock,
          reader->beat,
          (double)(reader->frame - reader->clock) * CLOCKS);
  }
  reader->clock = reader->frame;
  reader->beat = beat;
  reader->next_beat = NAN;
}

/** The host stops or locates: what comes now is placed by the next clock. */
static void
hear_cut(struct reader *reader)
{
  if (reader->clock >= 0) {
    place(reader, reader->clock, reader->beat, BEAT_FRAMES);
  }
  for (; reader->placed < reader->captured->notes; ++reader->placed) {
    reader->captured->note[reader->placed].beat = NAN;
  }
  reader->clock = -1;
  reader->cut = reader->frame;
}

static void
begin_note(struct reader *reader, unsigned lane, unsigned key)
{
  struct captured *const captured = reader->captured;
  ck_assert_uint_lt(captured->notes, CAPTURED_NOTES);
  captured->doubled += reader->down[lane][key] != 0;
  captured->note[captured->notes] =
    (struct captured_note){.frame = reader->frame,
                           .end = -1,
                           .lane = (uint8_t)lane,
                           .key = (uint8_t)key};
  reader->down[lane][key] = ++captured->notes;
}

static void
end_note(struct reader *reader, unsigned lane, unsigned key)
{
  if (reader->down[lane][key]) {
    reader->captured->note[reader->down[lane][key] - 1].end = reader->frame;
    reader->down[lane][key] = 0;
  }
}

static void
hear(struct reader *reader, const unsigned *byte, int bytes)
{
  const unsigned kind = byte[0] & 0xF0, lane = byte[0] & 15;
  if (byte[0] == 0xF8) {
    hear_clock(reader);
  } else if (byte[0] == 0xFA) {
    reader->next_beat = 0.0;
    reader->clock = -1;
  } else if (byte[0] == 0xF2 && bytes == 3) {
    /* Ardour 7.3 counts clocks where MIDI has sixteenths. */
    reader->next_beat = (byte[1] | byte[2] << 7) / (double)CLOCKS;
    reader->clock = -1;
  } else if (bytes == 3 && byte[1] < KEYS) {
    if (kind == 0xB0 && byte[1] == 123 && reader->frame != reader->cut) {
      ++reader->captured->jumps;
      hear_cut(reader);
    } else if (kind == 0x90 && byte[2]) {
      begin_note(reader, lane, byte[1]);
    } else if (kind == 0x90 || kind == 0x80) {
      end_note(reader, lane, byte[1]);
    }
  }
}

/** Count what is short, now that all cuts are known. */
static void
count_short(struct captured *captured, const int64_t *cut, unsigned cuts)
{
  for (unsigned i = 0; i < captured->notes; ++i) {
    const struct captured_note *const note = &captured->note[i];
    bool is_cut = false;
    for (unsigned k = 0; k < cuts; ++k) {
      is_cut |= llabs((long long)(note->end - cut[k])) <= BLOCK;
    }
    captured->stuck += note->end < 0;
    if (note->end >= 0 && note->end - note->frame < SHORT) {
      ++*(is_cut ? &captured->cut : &captured->fragments);
    }
  }
}

void
read_captured(const char *name, struct captured *captured)
{
  static int64_t cut[CAPTURED_NOTES];
  static struct reader reader;
  unsigned cuts = 0;
  char path[512], line[256];
  *captured = (struct captured){.clock = -1};
  reader = (struct reader){
    .captured = captured, .cut = -1, .clock = -1, .next_beat = NAN};
  find_file(name, path, sizeof(path));
  FILE *const file = fopen(path, "r");
  ck_assert_ptr_nonnull(file);
  while (fgets(line, sizeof(line), file)) {
    long long frame;
    unsigned byte[3];
    const int read =
      sscanf(line, "%lld: %x %x %x", &frame, &byte[0], &byte[1], &byte[2]);
    if (read < 2) {
      continue;
    }
    reader.frame = frame;
    hear(&reader, byte, read - 1);
    /* It stops, begins, goes on, or cuts off. */
    if ((byte[0] >= 0xFA && byte[0] <= 0xFC) || reader.cut == frame) {
      ck_assert_uint_lt(cuts, CAPTURED_NOTES);
      cut[cuts] = frame;
      cuts += !cuts || cut[cuts - 1] != frame;
    }
  }
  hear_cut(&reader);
  fclose(file);
  count_short(captured, cut, cuts);
}
