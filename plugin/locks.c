// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "locks.h"

#include <stdio.h>
#include <string.h>

#include "name_words.h"

/** The lane that a text begins with, or YEOUN_LANES. */
static unsigned
take_lane(const char **text)
{
  for (unsigned lane = 0; lane < YEOUN_LANES; ++lane) {
    const char *const name = yeoun_lane_name(lane);
    const size_t length = strlen(name);
    const char end = strncmp(*text, name, length) ? 'x' : (*text)[length];
    if (end == '\0' || end == ' ' || end == '=') {
      *text += length;
      return lane;
    }
  }
  return YEOUN_LANES;
}

/** Read "=12", if it is there; false when it is no take. */
static bool
take_take(const char **text, uint8_t *take)
{
  if (**text != '=') {
    return true;
  }
  unsigned read = 0;
  const char *const start = ++*text;
  for (; **text >= '0' && **text <= '9' && read < YEOUN_TAKES; ++*text) {
    read = read * 10 + (unsigned)(**text - '0');
  }
  *take = (uint8_t)read;
  return *text > start && read < YEOUN_TAKES;
}

bool
yeoun_locks_read(const char *text,
                 const uint8_t take[YEOUN_LANES],
                 struct yeoun_memory *memory)
{
  uint8_t locked[YEOUN_LANES];
  unsigned locks = 0;
  for (unsigned i = 0; i < YEOUN_LANES; ++i) {
    locked[i] = memory->locks >> i & 1U ? memory->locked_take[i] : take[i];
  }
  for (;;) {
    while (*text == ' ') {
      ++text;
    }
    if (!*text) {
      break;
    }
    const unsigned lane = take_lane(&text);
    if (lane == YEOUN_LANES || !take_take(&text, &locked[lane]) ||
        (*text && *text != ' ')) {
      return false;
    }
    locks |= 1U << lane;
  }
  memory->locks = (uint8_t)locks;
  memcpy(memory->locked_take, locked, sizeof(locked));
  return true;
}

size_t
yeoun_locks_write(const struct yeoun_memory *memory, char *text, size_t size)
{
  size_t length = 0;
  if (size) {
    text[0] = '\0';
  }
  for (unsigned i = 0; i < YEOUN_LANES; ++i) {
    if (memory->locks >> i & 1U && length < size) {
      length += (size_t)snprintf(text + length,
                                 size - length,
                                 "%s%s=%u",
                                 length ? " " : "",
                                 yeoun_lane_name(i),
                                 memory->locked_take[i]);
    }
  }
  return length < size ? length : size ? size - 1 : 0;
}
