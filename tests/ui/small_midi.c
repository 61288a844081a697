// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "small_midi.h"

#include <stdio.h>
#include <stdlib.h>

void
small_midi_write(const char *path)
{
  static const unsigned char head[] = {
    'M', 'T', 'h', 'd', 0, 0, 0, 6, 0, 0, 0, 1, 0, 24, /* ticks a beat */
    'M', 'T', 'r', 'k', 0, 0, 0, 76};
  static const unsigned char chords[3][3] = {
    {57, 60, 64}, {53, 57, 60}, {48, 52, 55}};
  static const unsigned char end[] = {0, 0xFF, 0x2F, 0};
  FILE *const file = fopen(path, "wb");
  if (!file) {
    abort();
  }
  fwrite(head, 1, sizeof(head), file);
  for (unsigned i = 0; i < 3; ++i) {
    for (unsigned k = 0; k < 3; ++k) {
      const unsigned char on[] = {0, 0x90, chords[i][k], 80};
      fwrite(on, 1, sizeof(on), file);
    }
    for (unsigned k = 0; k < 3; ++k) {
      const unsigned char off[] = {k ? 0 : 48, 0x80, chords[i][k], 0};
      fwrite(off, 1, sizeof(off), file);
    }
  }
  fwrite(end, 1, sizeof(end), file);
  if (fclose(file)) {
    abort();
  }
}
