// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "ogg_pages.h"

#include <stdint.h>
#include <string.h>

/* Source: RFC 3533 (Ogg), ch. 6. */
enum { SERIAL = 14, SUM = 22, SEGMENTS = 26, TABLE = 27 };

#define LARGEST (TABLE + 255 + 255 * 255)

static void
put_word(uint8_t *to, uint32_t word)
{
  for (unsigned i = 0; i < 4; ++i) {
    to[i] = (uint8_t)(word >> 8 * i);
  }
}

/** CRC of a page, the field of it being 0. */
static uint32_t
sum_of(const uint8_t *page, size_t size)
{
  uint32_t sum = 0;
  for (size_t i = 0; i < size; ++i) {
    sum ^= (uint32_t)page[i] << 24;
    for (int bit = 0; bit < 8; ++bit) {
      sum = sum << 1 ^ (sum >> 31 ? 0x04C11DB7U : 0);
    }
  }
  return sum;
}

/** Read one page. Returns its bytes; 0: there is none. */
static size_t
read_page(FILE *file, uint8_t page[LARGEST])
{
  if (fread(page, 1, TABLE, file) != TABLE || memcmp(page, "OggS", 4) != 0) {
    return 0;
  }
  const size_t segments = page[SEGMENTS];
  size_t size = 0;
  if (fread(page + TABLE, 1, segments, file) != segments) {
    return 0;
  }
  for (size_t i = 0; i < segments; ++i) {
    size += page[TABLE + i];
  }
  return fread(page + TABLE + segments, 1, size, file) == size
           ? TABLE + segments + size
           : 0;
}

bool
yeoun_ogg_pages_settle(FILE *file)
{
  static uint8_t page[LARGEST];
  off_t at = 0;
  size_t size = 0;
  while (!fseeko(file, at, SEEK_SET) && (size = read_page(file, page))) {
    put_word(page + SERIAL, 1);
    put_word(page + SUM, 0);
    put_word(page + SUM, sum_of(page, size));
    if (fseeko(file, at, SEEK_SET) || fwrite(page, 1, size, file) != size) {
      return false;
    }
    at += (off_t)size;
  }
  return !fseeko(file, 0, SEEK_END) && at && ftello(file) == at;
}
