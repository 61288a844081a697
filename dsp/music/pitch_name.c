// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "pitch_name.h"

#include <string.h>

/* Of each letter: the pitch class of its white key, and the place of that on
   the line of fifths. */
static const uint8_t natural[YEOUN_LETTERS] = {0, 0, 2, 4, 5, 7, 9, 11};
static const int8_t place[YEOUN_LETTERS] = {0, 0, 2, 4, -1, 1, 3, 5};

/* The alphabet begins with A. */
static unsigned
letter_at(int index)
{
  return (unsigned)(index + 5) % 7 + YEOUN_LETTER_C;
}

bool
yeoun_pitch_name_read(const char *text, char a, struct yeoun_pitch_name *name)
{
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
               {"\uFF03\uFF03", 2}, /* wide number sign */
               {"\uFF03", 1},
               {"\u00D7", 2}, /* multiplication sign */
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
  const unsigned letter = letter_at(text[0] - a);
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
  name->length = length;
  name->pitch_class = (uint8_t)((natural[letter] + sign + 12) % 12);
  name->letter = (uint8_t)letter;
  return true;
}

size_t
yeoun_pitch_name_write(unsigned letter,
                       unsigned pitch_class,
                       char a,
                       char text[YEOUN_PITCH_NAME_SIZE])
{
  const bool is_told = letter > YEOUN_LETTER_NONE && letter < YEOUN_LETTERS;
  int sharps = is_told ? yeoun_letter_sharps(letter, pitch_class) : 3;
  if (sharps < -2 || sharps > 2) {
    letter = yeoun_letter_of_fifths(yeoun_fifths_from(-1, pitch_class));
    sharps = yeoun_letter_sharps(letter, pitch_class);
  }
  size_t length = 0;
  text[length++] = (char)(a + ((int)letter + 1) % 7);
  for (int i = 0; i < sharps || i < -sharps; ++i) {
    text[length++] = sharps > 0 ? '#' : 'b';
  }
  text[length] = '\0';
  return length;
}

int
yeoun_letter_sharps(unsigned letter, unsigned pitch_class)
{
  return (int)(pitch_class % 12 + 12U + 5U - natural[letter]) % 12 - 5;
}

int
yeoun_letter_fifths(unsigned letter, unsigned pitch_class)
{
  return place[letter] + 7 * yeoun_letter_sharps(letter, pitch_class);
}

unsigned
yeoun_letter_of_fifths(int fifths)
{
  static const uint8_t letters[7] = {YEOUN_LETTER_F,
                                     YEOUN_LETTER_C,
                                     YEOUN_LETTER_G,
                                     YEOUN_LETTER_D,
                                     YEOUN_LETTER_A,
                                     YEOUN_LETTER_E,
                                     YEOUN_LETTER_B};
  while (fifths < YEOUN_FIFTHS_LOW) {
    fifths += 12;
  }
  while (fifths > YEOUN_FIFTHS_HIGH) {
    fifths -= 12;
  }
  return letters[(fifths + 1 + 7 * 4) % 7];
}

int
yeoun_fifths_from(int low, unsigned pitch_class)
{
  while ((low * 7 + 12 * 100) % 12 != (int)(pitch_class % 12)) {
    ++low;
  }
  return low;
}
