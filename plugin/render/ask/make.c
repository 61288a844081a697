// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "make.h"

#include <string.h>

static const struct {
  const char *name;
  unsigned make;
} names[] = {
  {"mix", 0},
  {"midi", YEOUN_MAKE_MIDI},
  {"stems", YEOUN_MAKE_STEMS},
  {"loop", YEOUN_MAKE_LOOP},
  {"score", YEOUN_MAKE_SCORE},
  {"picture", YEOUN_MAKE_PICTURE},
  {"session", YEOUN_MAKE_SESSION},
};

const char *
yeoun_make_name(unsigned make)
{
  const size_t count = sizeof(names) / sizeof(names[0]);
  size_t i = 0;
  while (i < count && names[i].make != make) {
    ++i;
  }
  return i < count ? names[i].name : NULL;
}

bool
yeoun_makes_read(const char *text, unsigned *makes)
{
  const size_t count = sizeof(names) / sizeof(names[0]);
  *makes = 0;
  while (*text) {
    const size_t length = strcspn(text, " ,");
    size_t i = 0;
    while (i < count && (strlen(names[i].name) != length ||
                         strncmp(text, names[i].name, length) != 0)) {
      ++i;
    }
    if (i == count) {
      return false;
    }
    *makes |= names[i].make;
    text += length + strspn(text + length, " ,");
  }
  *makes |= *makes & YEOUN_MAKE_SESSION ? YEOUN_MAKE_STEMS : 0;
  return true;
}
