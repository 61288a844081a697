// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "shelf_sheet.h"

#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include "name.h"
#include "uris.h"

/** A text that grows; what does not fit makes it too long for good. */
struct sheet {
  char *text;
  size_t length, size;
  bool is_full;
};

static void
put(struct sheet *sheet, const char *part)
{
  const size_t length = strlen(part);
  sheet->is_full |= sheet->length + length + 1 > sheet->size;
  if (!sheet->is_full) {
    memcpy(sheet->text + sheet->length, part, length + 1);
    sheet->length += length;
  }
}

static void
put_number(struct sheet *sheet, unsigned number)
{
  char digits[12];
  snprintf(digits, sizeof(digits), "%u", number);
  put(sheet, digits);
}

/** A literal of Turtle: names hold no control characters. */
static void
put_literal(struct sheet *sheet, const char *text)
{
  put(sheet, "\"");
  for (; *text; ++text) {
    const char letter[] = {*text, '\0'};
    put(sheet, *text == '"' ? "\\\"" : *text == '\\' ? "\\\\" : letter);
  }
  put(sheet, "\"");
}

/** The place of the first variation that is for the same character. */
static unsigned
first_of(const struct yeoun_shelf *shelf, unsigned place)
{
  unsigned first = 0;
  while (!shelf->place[first].algorithm ||
         strcmp(shelf->place[first].character, shelf->place[place].character) !=
           0) {
    ++first;
  }
  return first;
}

static void
put_character(struct sheet *sheet,
              const struct yeoun_shelf *shelf,
              unsigned place)
{
  const char *const character = shelf->place[place].character;
  if (*character && first_of(shelf, place) == place) {
    put(sheet, "<#character-");
    put_number(sheet, place + 1);
    put(sheet, "> a y:Character ; y:name ");
    put_literal(sheet, character);
    put(sheet, " .\n");
  }
}

static void
put_cue(struct sheet *sheet, const struct yeoun_shelf *shelf, unsigned place)
{
  const struct yeoun_kept *const kept = &shelf->place[place];
  char name[YEOUN_NAME_SIZE];
  yeoun_name_write(&kept->request, kept->algorithm, name, sizeof(name));
  put(sheet, "<#kept-");
  put_number(sheet, place + 1);
  put(sheet, "> a y:MusicCue");
  if (*kept->character) {
    put(sheet, " ; y:from <#character-");
    put_number(sheet, first_of(shelf, place) + 1);
    put(sheet, ">");
  }
  put(sheet, " ;\n  y:name ");
  put_literal(sheet, name);
  put(sheet, " .\n");
}

size_t
yeoun_shelf_write_sheet(const struct yeoun_shelf *shelf,
                        char *text,
                        size_t size)
{
  struct sheet sheet = {text, 0, size, false};
  put(&sheet, "@prefix y: <" YEOUN_VOCABULARY "> .\n\n<> a y:CueSheet .\n");
  for (unsigned i = 0; i < shelf->count; ++i) {
    if (shelf->place[i].algorithm) {
      put_character(&sheet, shelf, i);
    }
  }
  for (unsigned i = 0; i < shelf->count; ++i) {
    if (shelf->place[i].algorithm) {
      put_cue(&sheet, shelf, i);
    }
  }
  if (sheet.is_full && size) {
    text[0] = '\0';
  }
  return sheet.is_full ? 0 : sheet.length;
}
