// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* What Yeoun Notes sent in Ardour, as jack_midi_dump captured it beside
   Ardour's own MIDI clock: each note, and at which of the host's beats it
   began. */

#ifndef YEOUN_TESTS_COMMAND_CAPTURED_H
#define YEOUN_TESTS_COMMAND_CAPTURED_H

#include <stdint.h>

#define CAPTURED_NOTES 2048

/** A note of a capture. */
struct captured_note {
  int64_t frame, end; /**< end is -1 while it sounds */
  double beat;        /**< quarters; NAN where the host's clock does not tell */
  uint8_t lane, key;
};

struct captured {
  unsigned notes, doubled, stuck, jumps;
  unsigned fragments; /**< shorter than 40 ms, and not cut off by the host,
                         which tells all notes off where it stops or locates */
  unsigned cut;       /**< shorter than that, and cut off by the host */
  int64_t clock;      /**< frame of its first clock, and what beat that is */
  double clock_beat;
  struct captured_note note[CAPTURED_NOTES];
};

/** Read a capture of the test's folder; aborts the test when there is none. */
void
read_captured(const char *name, struct captured *captured);

#endif
