// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* What commands leave behind: run one, then measure its sound files and read
   its MIDI files. */

#ifndef YEOUN_TESTS_COMMAND_FILES_H
#define YEOUN_TESTS_COMMAND_FILES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "../unit/folder.h"

/** A sound file. */
struct sound_facts {
  int rate, channels;
  double length_s;
  double peak, rms; /**< 1 = full scale */
  bool is_finite;
};

/** A note of a MIDI file. */
struct midi_note {
  int32_t start, end; /**< ticks */
  uint8_t channel, key, velocity;
};

#define MIDI_NOTES 8192

/** What a channel is told besides notes. */
struct midi_channel {
  int program;          /**< the last, or -1 */
  unsigned values[128]; /**< messages of each controller */
  unsigned bends;       /**< messages */
  unsigned early_bends; /**< of these, before their range */
};

/** A MIDI file. */
struct midi_facts {
  int type, division, tracks;
  double tempo_bpm;
  int meter_beats, meter_unit;
  unsigned notes;
  unsigned unmatched; /**< note-ons without an off, and offs without an on */
  struct midi_note note[MIDI_NOTES];
  struct midi_channel channel[16];
};

/** Run a shell command in the folder that was made; its output is in the file
   "log" there. Returns the exit status, or -1. */
int
run_command(const char *format, ...) __attribute__((format(printf, 1, 2)));

/** How a cue sheet of the tests begins: three lines. */
#define SHEET_HEAD                                                             \
  "@prefix y: <urn:yeoun:vocabulary#> .\n"                                     \
  "@prefix lv2: <http://lv2plug.in/ns/lv2core#> .\n"                           \
  "@prefix pset: <http://lv2plug.in/ns/ext/presets#> .\n"

/** Write sheet.ttl into the folder that was made, its head first: the first
   line of `body` is line 4. */
void
write_sheet(const char *body);

/** Render it with YEOUN_RENDER; as run_command(). */
int
render_sheet(const char *arguments);

/** Whether the log of the last command holds a text. */
bool
log_has(const char *text);

/** How many files in the folder end so. */
unsigned
count_files(const char *end);

/** Where a file of the folder lies. */
void
find_file(const char *name, char *path, size_t size);

/** Measure a sound file of the folder; aborts the test when there is none. */
struct sound_facts
measure_sound(const char *name);

/** Read a MIDI file of the folder; aborts the test when there is none. */
void
read_midi(const char *name, struct midi_facts *midi);

/** Whether two files of the folder are the same, to the bit. */
bool
are_same(const char *a, const char *b);

/** Whether two MIDI files of the folder have the same notes, more than ten, to
    the velocity and to a tick, since a frame of rounding may fall on either
   side of one; whatever else is in them. */
bool
have_same_notes(const char *a, const char *b);

#endif
