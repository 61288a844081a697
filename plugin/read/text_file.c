// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "text_file.h"

#include <errno.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define MOST_BYTES (16U << 20)

bool
yeoun_text_file_read(const char *path,
                     struct yeoun_text_file *file,
                     struct yeoun_fault *fault)
{
  FILE *const stream = fopen(path, "rb");
  *file = (struct yeoun_text_file){0};
  if (!stream) {
    yeoun_fault_note(fault, "%s: %s", path, strerror(errno));
    return false;
  }
  bool is_good = true;
  size_t capacity = 0;
  while (is_good && !feof(stream) && !ferror(stream)) {
    capacity = 2 * capacity + 65536;
    char *const grown = (char *)realloc(file->text, capacity + 1);
    is_good = grown && capacity <= 2 * (size_t)MOST_BYTES;
    file->text = grown ? grown : file->text;
    if (is_good) {
      file->size += (unsigned)fread(
        file->text + file->size, 1, capacity - file->size, stream);
      file->text[file->size] = '\0';
    }
  }
  is_good = is_good && !ferror(stream) && file->size <= MOST_BYTES;
  fclose(stream);
  if (!is_good) {
    yeoun_fault_note(
      fault, "%s: it cannot be read, or is larger than 16 MiB", path);
    yeoun_text_file_free(file);
  }
  return is_good;
}

/** Write one letter as UTF-8; returns its bytes. */
static unsigned
write_letter(char *to, uint32_t letter)
{
  if (letter < 0x80) {
    to[0] = (char)letter;
    return 1;
  }
  const unsigned more = letter < 0x800 ? 1 : letter < 0x10000 ? 2 : 3;
  to[0] = (char)((0xF0U << (3 - more)) | letter >> (6 * more));
  for (unsigned i = 1; i <= more; ++i) {
    to[i] = (char)(0x80U | (letter >> (6 * (more - i)) & 0x3FU));
  }
  return more + 1;
}

static bool
decode_16(struct yeoun_text_file *file, bool is_big)
{
  char *const text = (char *)malloc((size_t)file->size * 2 + 4);
  unsigned size = 0;
  uint32_t high = 0;
  for (unsigned i = 2; text && i + 1 < file->size; i += 2) {
    const uint32_t a = (unsigned char)file->text[i];
    const uint32_t b = (unsigned char)file->text[i + 1];
    const uint32_t unit = is_big ? a << 8 | b : b << 8 | a;
    if (unit >= 0xD800 && unit < 0xDC00) {
      high = unit;
    } else if (unit) {
      const bool is_low = unit >= 0xDC00 && unit < 0xE000;
      size += is_low && !high
                ? 0
                : write_letter(text + size,
                               is_low ? 0x10000 + ((high - 0xD800) << 10) +
                                          (unit - 0xDC00)
                                      : unit);
      high = 0;
    }
  }
  if (text) {
    text[size] = '\0';
    free(file->text);
    *file = (struct yeoun_text_file){text, size};
  }
  return text;
}

bool
yeoun_text_file_decode(struct yeoun_text_file *file)
{
  const char *const text = file->text;
  if (file->size >= 2 && !memcmp(text, "\xFF\xFE", 2)) {
    return decode_16(file, false);
  }
  if (file->size >= 2 && !memcmp(text, "\xFE\xFF", 2)) {
    return decode_16(file, true);
  }
  if (file->size >= 3 && !memcmp(text, "\xEF\xBB\xBF", 3)) {
    memmove(file->text, text + 3, file->size - 2);
    file->size -= 3;
  }
  return true;
}

void
yeoun_text_file_free(struct yeoun_text_file *file)
{
  free(file->text);
  *file = (struct yeoun_text_file){0};
}
