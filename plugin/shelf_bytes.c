// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "shelf_bytes.h"

#include <string.h>

#include "compose/compose.h"

/* Format, count, then for each entry: its number in two bytes; name, character
   and notes, each after its length in four bytes. All little-endian. */
#define FORMAT 1

static uint8_t *
put_number(uint8_t *at, uint32_t number, unsigned bytes)
{
  for (unsigned i = 0; i < bytes; ++i) {
    *at++ = (uint8_t)(number >> 8 * i);
  }
  return at;
}

static uint8_t *
put_bytes(uint8_t *at, const void *bytes, size_t size)
{
  at = put_number(at, (uint32_t)size, 4);
  memcpy(at, bytes, size);
  return at + size;
}

static uint8_t *
put_notes(uint8_t *at,
          const struct yeoun_kept *kept,
          struct yeoun_store *store,
          struct yeoun_shelf_desk *desk)
{
  const struct yeoun_stored *const stored =
    yeoun_store_look(store, kept->request.kept);
  if (stored) {
    at = put_bytes(at, stored->bytes, stored->size);
    yeoun_store_leave(stored);
    return at;
  }
  if (kept->algorithm != YEOUN_ALGORITHM) {
    return put_bytes(at, "", 0);
  }
  yeoun_compose(&kept->request, &desk->scratch, &desk->score);
  return put_bytes(
    at,
    desk->packed,
    yeoun_score_pack(&desk->score, desk->packed, sizeof(desk->packed)));
}

size_t
yeoun_shelf_pack(const struct yeoun_shelf *shelf,
                 struct yeoun_store *store,
                 struct yeoun_shelf_desk *desk,
                 uint8_t *bytes)
{
  uint8_t *at = bytes;
  *at++ = FORMAT;
  *at++ = shelf->count;
  for (unsigned i = 0; i < shelf->count; ++i) {
    const struct yeoun_kept *const kept = &shelf->place[i];
    char name[YEOUN_NAME_SIZE] = "";
    at = put_number(at, kept->request.variation, 2);
    if (kept->algorithm) {
      yeoun_name_write(&kept->request, kept->algorithm, name, sizeof(name));
    }
    at = put_bytes(at, name, strlen(name));
    at = put_bytes(at, kept->character, strlen(kept->character));
    at = *name ? put_notes(at, kept, store, desk) : put_bytes(at, "", 0);
  }
  return (size_t)(at - bytes);
}

/** Bytes that are read; what is missing is a fault for good. */
struct reader {
  const uint8_t *at, *end;
  bool is_bad;
};

static uint32_t
take_number(struct reader *reader, unsigned bytes)
{
  uint32_t number = 0;
  reader->is_bad |= reader->end - reader->at < (ptrdiff_t)bytes;
  for (unsigned i = 0; i < bytes && !reader->is_bad; ++i) {
    number |= (uint32_t)*reader->at++ << 8 * i;
  }
  return number;
}

/** Bytes after their length. */
static const uint8_t *
take_bytes(struct reader *reader, size_t *size)
{
  *size = take_number(reader, 4);
  reader->is_bad |= *size > (size_t)(reader->end - reader->at);
  *size = reader->is_bad ? 0 : *size;
  const uint8_t *const bytes = reader->at;
  reader->at += *size;
  return bytes;
}

/** A text after its length. */
static void
take_text(struct reader *reader, char *text, size_t capacity)
{
  size_t size = 0;
  const uint8_t *const bytes = take_bytes(reader, &size);
  reader->is_bad |= size >= capacity || memchr(bytes, 0, size) != NULL;
  size = reader->is_bad ? 0 : size;
  memcpy(text, bytes, size);
  text[size] = '\0';
}

static void
take_kept(struct reader *reader,
          struct yeoun_store *store,
          struct yeoun_shelf_desk *desk,
          struct yeoun_shelf *shelf,
          char *refused)
{
  struct yeoun_kept *const kept = &shelf->place[shelf->count++];
  char name[YEOUN_NAME_SIZE];
  char character[YEOUN_CHARACTER_SIZE];
  unsigned algorithm = 0;
  size_t size = 0;
  const uint32_t number = take_number(reader, 2);
  take_text(reader, name, sizeof(name));
  take_text(reader, character, sizeof(character));
  const uint8_t *const notes = take_bytes(reader, &size);
  kept->request.variation = (uint16_t)number;
  reader->is_bad |= number >= YEOUN_VARIATIONS ||
                    !yeoun_shelf_cast(shelf, shelf->count - 1U, character);
  if (reader->is_bad || !*name) {
    return;
  }
  if (!yeoun_name_read(name, &kept->request, &algorithm).status) {
    kept->algorithm = (uint16_t)algorithm;
    kept->request.kept =
      yeoun_store_put(store, algorithm, notes, size, &desk->score);
  } else if (!*refused) {
    memcpy(refused, name, sizeof(name));
  }
}

bool
yeoun_shelf_unpack(const uint8_t *bytes,
                   size_t size,
                   struct yeoun_store *store,
                   struct yeoun_shelf_desk *desk,
                   struct yeoun_shelf *shelf,
                   char *refused)
{
  struct reader reader = {bytes, bytes + size, false};
  struct yeoun_shelf *const read = &desk->shelf;
  memset(read, 0, sizeof(*read));
  refused[0] = '\0';
  reader.is_bad = take_number(&reader, 1) != FORMAT;
  const uint32_t count = take_number(&reader, 1);
  reader.is_bad |= count > YEOUN_SHELF;
  for (unsigned i = 0; i < count && !reader.is_bad; ++i) {
    take_kept(&reader, store, desk, read, refused);
  }
  if (reader.is_bad || reader.at != reader.end) {
    return false;
  }
  *shelf = *read;
  return true;
}
