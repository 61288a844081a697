// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "key_name.h"

#include <stdio.h>

/* The modes of a signature stand in fifths: Lydian one sharp more than major,
   Mixolydian one less, ... */
static const struct {
  const char *name;
  int8_t from_major;
} modes[YEOUN_MODES] = {
  {"major", 0},
  {"Dorian", -2},
  {"Phrygian", -4},
  {"Lydian", 1},
  {"Mixolydian", -1},
  {"minor", -3},
  {"Locrian", -5},
};

int8_t
yeoun_key_sharps(struct yeoun_key key)
{
  int sharps = (key.tonic * 7) % 12 + modes[key.mode % YEOUN_MODES].from_major;
  sharps = (sharps + 24) % 12;
  return (int8_t)(sharps > 6 ? sharps - 12 : sharps);
}

int8_t
yeoun_key_sharps_as_typed(struct yeoun_key key, const struct yeoun_theme *theme)
{
  /* Bits of the black keys. */
  const unsigned black = 1U << 1 | 1U << 3 | 1U << 6 | 1U << 8 | 1U << 10;
  const int8_t sharps = yeoun_key_sharps(key);
  for (unsigned i = 0; i < theme->chords; ++i) {
    const struct yeoun_chord *const chord = &theme->chord[i];
    if (black >> chord->root & 1) {
      return (int8_t)(sharps == 6 && chord->is_flat     ? -6
                      : sharps == -5 && !chord->is_flat ? 7
                                                        : sharps);
    }
  }
  return sharps;
}

void
yeoun_key_name(struct yeoun_key key, int sharps, char *text, size_t size)
{
  static const char *const sharp[12] = {
    "C", "C#", "D", "D#", "E", "F", "F#", "G", "G#", "A", "A#", "B"};
  static const char *const flat[12] = {
    "C", "Db", "D", "Eb", "E", "F", "Gb", "G", "Ab", "A", "Bb", "B"};
  const char *const tonic = (sharps < 0 ? flat : sharp)[key.tonic % 12];
  snprintf(text, size, "%s %s", tonic, modes[key.mode % YEOUN_MODES].name);
}

const char *
yeoun_key_mode(struct yeoun_key key)
{
  static const char *const names[YEOUN_MODES] = {
    "major", "dorian", "phrygian", "lydian", "mixolydian", "minor", "locrian"};
  return names[key.mode % YEOUN_MODES];
}
