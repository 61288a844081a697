// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "letter.h"

size_t
yeoun_letter_read(const char *text, uint32_t *letter)
{
  static const uint32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
  const unsigned char c = (unsigned char)text[0];
  const size_t bytes = c < 0x80                ? 1
                       : c >= 0xC0 && c < 0xE0 ? 2
                       : c >= 0xE0 && c < 0xF0 ? 3
                       : c >= 0xF0 && c < 0xF8 ? 4
                                               : 0;
  uint32_t number = bytes < 2 ? c : c & (0x7FU >> bytes);
  for (size_t i = 1; i < bytes; ++i) {
    const unsigned char next = (unsigned char)text[i];
    if ((next & 0xC0) != 0x80) {
      return 0;
    }
    number = number << 6 | (next & 0x3F);
  }
  if (!bytes || number < least[bytes] || number > 0x10FFFF ||
      (number >= 0xD800 && number < 0xE000)) {
    return 0;
  }
  *letter = number;
  return bytes;
}

/* UnicodeData.txt of Unicode 15.0, 2022. */
static const struct {
  uint32_t first, last;
} steering[] = {
  {0x0000, 0x001F},   {0x007F, 0x009F},   {0x00AD, 0x00AD},
  {0x0600, 0x0605},   {0x061C, 0x061C},   {0x06DD, 0x06DD},
  {0x070F, 0x070F},   {0x0890, 0x0891},   {0x08E2, 0x08E2},
  {0x180E, 0x180E},   {0x200B, 0x200F},   {0x2028, 0x202E},
  {0x2060, 0x2064},   {0x2066, 0x206F},   {0xFEFF, 0xFEFF},
  {0xFFF9, 0xFFFB},   {0x110BD, 0x110BD}, {0x110CD, 0x110CD},
  {0x13430, 0x1343F}, {0x1BCA0, 0x1BCA3}, {0x1D173, 0x1D17A},
  {0xE0001, 0xE0001}, {0xE0020, 0xE007F},
};

bool
yeoun_letter_steers(uint32_t letter)
{
  for (size_t i = 0; i < sizeof(steering) / sizeof(steering[0]); ++i) {
    if (letter >= steering[i].first && letter <= steering[i].last) {
      return true;
    }
  }
  return false;
}
