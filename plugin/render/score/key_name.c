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

void
yeoun_key_name(struct yeoun_key key, char *text, size_t size)
{
  static const char *const sharp[12] = {
    "C", "C#", "D", "D#", "E", "F", "F#", "G", "G#", "A", "A#", "B"};
  static const char *const flat[12] = {
    "C", "Db", "D", "Eb", "E", "F", "Gb", "G", "Ab", "A", "Bb", "B"};
  const char *const tonic =
    (yeoun_key_sharps(key) < 0 ? flat : sharp)[key.tonic % 12];
  snprintf(text, size, "%s %s", tonic, modes[key.mode % YEOUN_MODES].name);
}
