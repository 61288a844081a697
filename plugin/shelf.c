// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "shelf.h"

#include <string.h>

/** Read a number of up to three digits, and the blanks after it; false where
    there is none. */
static bool
take_number(const char **text, uint16_t *number)
{
  const char *const start = *text;
  unsigned read = 0;
  for (; **text >= '0' && **text <= '9' && read < YEOUN_VARIATIONS; ++*text) {
    read = read * 10 + (unsigned)(**text - '0');
  }
  if (*text == start || read >= YEOUN_VARIATIONS || (**text && **text != ' ')) {
    return false;
  }
  while (**text == ' ') {
    ++*text;
  }
  *number = (uint16_t)read;
  return true;
}

/** What is meant by a number: each that is kept already once. */
static void
resolve(uint16_t number,
        const struct yeoun_kept *sounding,
        const struct yeoun_shelf *shelf,
        uint32_t *used,
        struct yeoun_kept *kept)
{
  for (unsigned i = 0; i < shelf->count; ++i) {
    if (shelf->place[i].request.variation == number && !(*used >> i & 1U)) {
      *used |= 1U << i;
      *kept = shelf->place[i];
      return;
    }
  }
  if (sounding && sounding->request.variation == number) {
    *kept = *sounding;
    return;
  }
  memset(kept, 0, sizeof(*kept));
  kept->request.variation = number;
}

bool
yeoun_shelf_read(const char *text,
                 const struct yeoun_kept *sounding,
                 struct yeoun_shelf *shelf)
{
  struct yeoun_shelf read;
  uint32_t used = 0;
  memset(&read, 0, sizeof(read));
  while (*text == ' ') {
    ++text;
  }
  while (*text) {
    uint16_t number = 0;
    if (read.count == YEOUN_SHELF || !take_number(&text, &number)) {
      return false;
    }
    resolve(number, sounding, shelf, &used, &read.place[read.count++]);
  }
  *shelf = read;
  return true;
}

size_t
yeoun_shelf_write(const struct yeoun_shelf *shelf, char *text, size_t size)
{
  size_t length = 0;
  for (unsigned i = 0; i < shelf->count && length + 5 <= size; ++i) {
    const unsigned number = shelf->place[i].request.variation;
    if (length) {
      text[length++] = ' ';
    }
    for (unsigned place = number < 10    ? 1
                          : number < 100 ? 10
                                         : 100;
         place;
         place /= 10) {
      text[length++] = (char)('0' + number / place % 10);
    }
  }
  if (size) {
    text[length] = 0;
  }
  return length;
}

unsigned
yeoun_shelf_find(const struct yeoun_shelf *shelf,
                 const struct yeoun_request *request,
                 unsigned algorithm)
{
  struct yeoun_request named = *request;
  unsigned i = 0;
  for (; i < shelf->count; ++i) {
    /* The number in the store is not part of the name. */
    named.kept = shelf->place[i].request.kept;
    if (shelf->place[i].algorithm == algorithm &&
        yeoun_request_equal(&shelf->place[i].request, &named)) {
      return i;
    }
  }
  return YEOUN_SHELF;
}

bool
yeoun_shelf_keep(struct yeoun_shelf *shelf, const struct yeoun_kept *kept)
{
  if (yeoun_shelf_find(shelf, &kept->request, kept->algorithm) < YEOUN_SHELF) {
    return true;
  }
  if (shelf->count == YEOUN_SHELF) {
    return false;
  }
  shelf->place[shelf->count++] = *kept;
  return true;
}

bool
yeoun_shelf_remove(struct yeoun_shelf *shelf, unsigned place)
{
  if (place >= shelf->count) {
    return false;
  }
  --shelf->count;
  memmove(&shelf->place[place],
          &shelf->place[place + 1],
          (shelf->count - place) * sizeof(*shelf->place));
  memset(&shelf->place[shelf->count], 0, sizeof(*shelf->place));
  return true;
}

bool
yeoun_shelf_cast(struct yeoun_shelf *shelf,
                 unsigned place,
                 const char *character)
{
  const size_t length = strnlen(character, YEOUN_CHARACTER_SIZE);
  if (place >= shelf->count || length == YEOUN_CHARACTER_SIZE) {
    return false;
  }
  for (size_t i = 0; i < length; ++i) {
    if ((uint8_t)character[i] < ' ' || character[i] == 0x7F) {
      return false;
    }
  }
  char *const name = shelf->place[place].character;
  memset(name, 0, YEOUN_CHARACTER_SIZE);
  memcpy(name, character, length);
  return true;
}
