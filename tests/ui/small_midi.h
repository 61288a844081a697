// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* A small MIDI file of others. */

#ifndef YEOUN_TESTS_UI_SMALL_MIDI_H
#define YEOUN_TESTS_UI_SMALL_MIDI_H

/** Write Am, F and C, two beats each, and nothing else. */
void
small_midi_write(const char *path);

#endif
