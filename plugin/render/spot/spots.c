// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "spots.h"

#include <stdlib.h>
#include <string.h>

#include "render/ask/timecode.h"
#include "render/letter.h"
#include "render/say.h"

/** As much as there is room for, of letters that are seen. */
static void
copy_name(struct yeoun_spot *spot, const char *name)
{
  size_t length = 0;
  while (*name) {
    uint32_t letter = 0;
    const size_t bytes = yeoun_letter_read(name, &letter);
    const char *const from = bytes ? name : "_";
    const size_t size = bytes ? bytes : 1;
    if (length + size >= sizeof(spot->name)) {
      break;
    }
    if (!bytes || !yeoun_letter_steers(letter)) {
      memcpy(spot->name + length, from, size);
      length += size;
    }
    name += size;
  }
  while (length && spot->name[length - 1] == ' ') {
    --length;
  }
  spot->name[length] = '\0';
}

bool
yeoun_spots_add(struct yeoun_spots *spots,
                double from_s,
                double to_s,
                unsigned line,
                const char *name)
{
  if (spots->count == spots->capacity) {
    const unsigned capacity = 2 * spots->capacity + 64;
    struct yeoun_spot *const grown = (struct yeoun_spot *)realloc(
      spots->spot, capacity * sizeof(struct yeoun_spot));
    if (!grown) {
      yeoun_say("out of memory");
      return false;
    }
    spots->spot = grown;
    spots->capacity = capacity;
  }
  struct yeoun_spot *const spot = &spots->spot[spots->count++];
  *spot = (struct yeoun_spot){.from_s = from_s, .to_s = to_s, .line = line};
  copy_name(spot, name);
  return true;
}

void
yeoun_spots_free(struct yeoun_spots *spots)
{
  free(spots->spot);
  *spots = (struct yeoun_spots){0};
}

void
yeoun_spots_guess(struct yeoun_spots *spots, const char *text)
{
  static const char digits[] = "0123456789";
  bool is_drop = false;
  bool has_many = false;
  for (const char *c = text; *c && !spots->fps; ++c) {
    if (strspn(c, digits) == 2 && (c[2] == ':' || c[2] == ';') &&
        strspn(c + 3, digits) == 2 && (c[5] == ':' || c[5] == ';') &&
        strspn(c + 6, digits) == 2 && (c[8] == ':' || c[8] == ';') &&
        strspn(c + 9, digits) == 2) {
      is_drop = is_drop || c[8] == ';';
      has_many = has_many || atoi(c + 9) >= 25;
    }
  }
  if (!spots->fps) {
    spots->fps = yeoun_fps_find(is_drop ? "29.97df" : has_many ? "30" : "25");
    yeoun_say("%s: its frames a second are taken to be %s; --fps tells them",
              spots->path,
              yeoun_fps(spots->fps)->name);
  }
}
