// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "id3_tags.h"

#include <stdint.h>
#include <string.h>

/* Sources: M. Nilsson, ID3 tag version 2.3.0, 1999, and 2.4.0, 2000: the latter
   knows UTF-8, and writes the bytes of a frame in seven bits of each byte, as
   both do those of the tag. */

/* Bytes in which the tag lies: a title, a description and no more. */
#define LARGEST 65536

enum { HEAD = 10, VERSION = 3, SIZE = 6, FRAME_SIZE = 4, TEXT = 10, UTF_8 = 3 };

static uint32_t
read_number(const uint8_t *from, unsigned bits)
{
  uint32_t number = 0;
  for (unsigned i = 0; i < 4; ++i) {
    number = number << bits | from[i];
  }
  return number;
}

/** Make one frame that of a later version. Returns its bytes; 0: no more. */
static size_t
settle_frame(uint8_t *frame, size_t rest)
{
  const bool is_frame = rest > TEXT && frame[0] >= 'A' && frame[0] <= 'Z';
  const uint32_t size = is_frame ? read_number(frame + FRAME_SIZE, 8) : 0;
  if (!size || size > rest - TEXT) {
    return 0;
  }
  for (unsigned i = 0; i < 4; ++i) {
    frame[FRAME_SIZE + i] = (uint8_t)(size >> 7 * (3 - i) & 0x7F);
  }
  const bool is_text = frame[0] == 'T' || !memcmp(frame, "COMM", 4);
  if (is_text && !frame[TEXT]) {
    frame[TEXT] = UTF_8;
  }
  return TEXT + size;
}

bool
yeoun_id3_tags_settle(FILE *file)
{
  static uint8_t tag[LARGEST];
  if (fseeko(file, 0, SEEK_SET)) {
    return false;
  }
  const size_t read = fread(tag, 1, sizeof(tag), file);
  if (read < HEAD || memcmp(tag, "ID3", 3) != 0 || tag[VERSION] != 3) {
    return !ferror(file);
  }
  const size_t size = HEAD + read_number(tag + SIZE, 7);
  size_t at = HEAD;
  size_t bytes = 0;
  if (size > read) {
    return false;
  }
  tag[VERSION] = 4;
  while ((bytes = settle_frame(tag + at, size - at))) {
    at += bytes;
  }
  return !fseeko(file, 0, SEEK_SET) && fwrite(tag, 1, size, file) == size;
}
