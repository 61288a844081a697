// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "pitch_name.h"

#include <string.h>

bool
yeoun_pitch_name_read(const char *text, char a, struct yeoun_pitch_name *name)
{
  static const uint8_t pitch_classes[7] = {9, 11, 0, 2, 4, 5, 7};
  static const struct {
    const char *text;
    int semitones;
  } signs[] = {{"##", 2},
               {"bb", -2},
               {"x", 2},
               {"#", 1},
               {"b", -1},
               {"\u266F\u266F", 2},
               {"\u266D\u266D", -2},
               {"\u266F", 1},
               {"\u266D", -1},
               {"\u266E", 0},
               {"\U0001D12A", 2},
               {"\U0001D12B", -2},
               /* Standard Music Font Layout */
               {"\uE260", -1},
               {"\uE261", 0},
               {"\uE262", 1},
               {"\uE263", 2},
               {"\uE264", -2}};

  if (text[0] < a || text[0] > a + 6) {
    return false;
  }
  int pitch_class = pitch_classes[text[0] - a];
  int sign = 0;
  size_t length = 1;
  for (size_t i = 0; i < sizeof(signs) / sizeof(signs[0]); ++i) {
    const size_t size = strlen(signs[i].text);
    if (strncmp(text + 1, signs[i].text, size) != 0) {
      continue;
    }
    /* "Abb5" is an Ab with a flat fifth. */
    const bool is_degree =
      i == 1 && text[1 + size] >= '1' && text[1 + size] <= '9' && a == 'A';
    if (!is_degree) {
      sign = signs[i].semitones;
      length += size;
      break;
    }
  }
  pitch_class = (pitch_class + sign + 12) % 12;
  name->length = length;
  name->pitch_class = (uint8_t)pitch_class;
  name->is_black = (0x54A >> pitch_class & 1) != 0;
  name->is_flat = sign < 0;
  return true;
}
