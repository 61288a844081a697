// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "files.h"

#include <math.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include <check.h>
#include <sndfile.h>

int
run_command(const char *format, ...)
{
  char command[2048];
  va_list arguments;
  const int length =
    snprintf(command, sizeof(command), "cd '%s' && { ", folder_path());
  va_start(arguments, format);
  vsnprintf(
    command + length, sizeof(command) - (size_t)length - 32, format, arguments);
  va_end(arguments);
  strcat(command, "\n} >log 2>&1");
  const int status = system(command);
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

static FILE *
open_file(const char *name)
{
  char path[256];
  snprintf(path, sizeof(path), "%s/%s", folder_path(), name);
  return fopen(path, "rb");
}

/** The whole of a file; 0 bytes when there is none. */
static size_t
read_file(const char *name, uint8_t *bytes, size_t size)
{
  FILE *const file = open_file(name);
  const size_t read = file ? fread(bytes, 1, size, file) : 0;
  if (file) {
    fclose(file);
  }
  return read;
}

void
write_sheet(const char *body)
{
  char path[128];
  snprintf(path, sizeof(path), "%s/sheet.ttl", folder_path());
  FILE *const file = fopen(path, "w");
  ck_assert_ptr_nonnull(file);
  fprintf(file, SHEET_HEAD "%s", body);
  fclose(file);
}

int
render_sheet(const char *arguments)
{
  return run_command("'%s' sheet.ttl %s", getenv("YEOUN_RENDER"), arguments);
}

bool
log_has(const char *text)
{
  static char log[1 << 20];
  const size_t size = read_file("log", (uint8_t *)log, sizeof(log) - 1);
  log[size] = '\0';
  return strstr(log, text);
}

unsigned
count_files(const char *end)
{
  char command[128];
  unsigned count = 0;
  snprintf(command,
           sizeof(command),
           "find '%s' -type f -name '*%s' | wc -l",
           folder_path(),
           end);
  FILE *const pipe = popen(command, "r");
  ck_assert_ptr_nonnull(pipe);
  ck_assert_int_eq(fscanf(pipe, "%u", &count), 1);
  pclose(pipe);
  return count;
}

void
find_file(const char *name, char *path, size_t size)
{
  snprintf(path, size, "%s/%s", folder_path(), name);
}

struct sound_facts
measure_sound(const char *name)
{
  char path[256];
  float frame[16];
  double sum = 0;
  SF_INFO info = {0};
  struct sound_facts facts = {.is_finite = true};
  snprintf(path, sizeof(path), "%s/%s", folder_path(), name);
  SNDFILE *const file = sf_open(path, SFM_READ, &info);
  ck_assert_msg(file && info.channels <= 16, "%s cannot be read", name);
  while (sf_readf_float(file, frame, 1) == 1) {
    for (int i = 0; i < info.channels; ++i) {
      const double level = fabs((double)frame[i]);
      facts.peak = level > facts.peak ? level : facts.peak;
      facts.is_finite &= isfinite(frame[i]) != 0;
      sum += level * level;
    }
  }
  sf_close(file);
  facts.rate = info.samplerate;
  facts.channels = info.channels;
  facts.length_s = (double)info.frames / info.samplerate;
  facts.rms = sqrt(sum / ((double)info.frames * info.channels + 1));
  return facts;
}

/** Bytes that are read one after the other. */
struct reader {
  const uint8_t *at, *end;
};

static uint32_t
read_number(struct reader *r, unsigned bytes)
{
  uint32_t number = 0;
  while (bytes-- && r->at < r->end) {
    number = number << 8 | *r->at++;
  }
  return number;
}

static uint32_t
read_length(struct reader *r)
{
  uint32_t number = 0;
  while (r->at < r->end) {
    const uint8_t byte = *r->at++;
    number = number << 7 | (byte & 0x7F);
    if (!(byte & 0x80)) {
      break;
    }
  }
  return number;
}

static void
read_meta(struct reader *r, struct midi_facts *midi)
{
  const uint32_t kind = read_number(r, 1);
  const uint32_t size = read_length(r);
  const uint8_t *const next = r->at + size;
  if (kind == 0x51) {
    midi->tempo_bpm = 60e6 / read_number(r, 3);
  } else if (kind == 0x58) {
    midi->meter_beats = (int)read_number(r, 1);
    midi->meter_unit = 1 << read_number(r, 1);
  }
  r->at = next;
}

/** The sounding note of a key, or NULL. */
static struct midi_note *
find_sounding(struct midi_facts *midi, uint8_t channel, uint8_t key)
{
  for (unsigned i = 0; i < midi->notes; ++i) {
    struct midi_note *const n = &midi->note[i];
    if (n->channel == channel && n->key == key && n->end < 0) {
      return n;
    }
  }
  return NULL;
}

static void
read_message(struct reader *r,
             uint8_t status,
             int32_t tick,
             struct midi_facts *midi)
{
  const uint8_t kind = status & 0xF0;
  const uint8_t key = (uint8_t)read_number(r, 1);
  struct midi_channel *const channel = &midi->channel[status & 15];
  if (kind == 0xC0 || kind == 0xD0) {
    channel->program = key;
    return;
  }
  const uint8_t value = (uint8_t)read_number(r, 1);
  if (kind == 0x90 && value && midi->notes < MIDI_NOTES) {
    midi->note[midi->notes++] =
      (struct midi_note){tick, -1, (uint8_t)(status & 15), key, value};
  } else if (kind == 0x80 || kind == 0x90) {
    struct midi_note *const n = find_sounding(midi, status & 15, key);
    if (n) {
      n->end = tick;
    } else {
      ++midi->unmatched;
    }
  } else if (kind == 0xB0) {
    ++channel->values[key];
  } else if (kind == 0xE0) {
    ++channel->bends;
    channel->early_bends += !channel->values[6];
  }
}

static void
read_track(struct reader *file, struct midi_facts *midi)
{
  ck_assert_uint_eq(read_number(file, 4), 0x4D54726B); /* MTrk */
  const uint32_t size = read_number(file, 4);
  ck_assert(size <= (size_t)(file->end - file->at));
  struct reader r = {file->at, file->at + size};
  int32_t tick = 0;
  uint8_t last = 0;
  while (r.at < r.end) {
    tick += (int32_t)read_length(&r);
    /* Other programs leave a status out that is the same as before. */
    const bool is_told = *r.at & 0x80;
    const uint8_t status = is_told ? (uint8_t)read_number(&r, 1) : last;
    ck_assert_msg(status & 0x80, "no status byte");
    last = status;
    if (status == 0xFF) {
      read_meta(&r, midi);
    } else {
      read_message(&r, status, tick, midi);
    }
  }
  file->at += size;
}

void
read_midi(const char *name, struct midi_facts *midi)
{
  static uint8_t bytes[1 << 20];
  const size_t size = read_file(name, bytes, sizeof(bytes));
  struct reader r = {bytes, bytes + size};
  memset(midi, 0, sizeof(*midi));
  for (int i = 0; i < 16; ++i) {
    midi->channel[i].program = -1;
  }
  ck_assert_msg(size > 14, "%s cannot be read", name);
  ck_assert_uint_eq(read_number(&r, 4), 0x4D546864); /* MThd */
  ck_assert_uint_eq(read_number(&r, 4), 6);
  midi->type = (int)read_number(&r, 2);
  midi->tracks = (int)read_number(&r, 2);
  midi->division = (int)read_number(&r, 2);
  for (int i = 0; i < midi->tracks; ++i) {
    read_track(&r, midi);
  }
  for (unsigned i = 0; i < midi->notes; ++i) {
    midi->unmatched += midi->note[i].end < 0;
  }
}

bool
are_same(const char *a, const char *b)
{
  static uint8_t first[1 << 24], second[1 << 24];
  const size_t size = read_file(a, first, sizeof(first));
  return size && size == read_file(b, second, sizeof(second)) &&
         !memcmp(first, second, size);
}

/* By channel and key, then in the order of time: a tick of rounding does not
   move a note among those of its key. */
static int
by_key(const void *a, const void *b)
{
  const struct midi_note *const x = (const struct midi_note *)a;
  const struct midi_note *const y = (const struct midi_note *)b;
  if (x->channel != y->channel) {
    return x->channel - y->channel;
  }
  return x->key != y->key ? x->key - y->key
                          : (x->start > y->start) - (x->start < y->start);
}

bool
have_same_notes(const char *a, const char *b)
{
  static struct midi_facts first, second;
  read_midi(a, &first);
  read_midi(b, &second);
  qsort(first.note, first.notes, sizeof(first.note[0]), by_key);
  qsort(second.note, second.notes, sizeof(second.note[0]), by_key);
  bool are_same = first.notes > 10 && first.notes == second.notes;
  for (unsigned i = 0; are_same && i < first.notes; ++i) {
    const struct midi_note *const x = &first.note[i];
    const struct midi_note *const y = &second.note[i];
    are_same = x->channel == y->channel && x->key == y->key &&
               x->velocity == y->velocity &&
               labs((long)(x->start - y->start)) <= 1 &&
               labs((long)(x->end - y->end)) <= 1;
  }
  return are_same;
}
