// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "memory.h"

bool
yeoun_shelf_read(const char *text, struct yeoun_memory *memory)
{
  uint16_t shelf[YEOUN_SHELF] = {0};
  uint8_t kept = 0;
  for (;;) {
    while (*text == ' ') {
      ++text;
    }
    if (!*text) {
      break;
    }
    unsigned number = 0;
    const char *const start = text;
    for (; *text >= '0' && *text <= '9' && number < YEOUN_VARIATIONS; ++text) {
      number = number * 10 + (unsigned)(*text - '0');
    }
    if (text == start || number >= YEOUN_VARIATIONS || kept == YEOUN_SHELF ||
        (*text && *text != ' ')) {
      return false;
    }
    shelf[kept++] = (uint16_t)number;
  }
  for (unsigned i = 0; i < YEOUN_SHELF; ++i) {
    memory->shelf[i] = shelf[i];
  }
  memory->kept = kept;
  return true;
}

size_t
yeoun_shelf_write(const struct yeoun_memory *memory, char *text, size_t size)
{
  size_t length = 0;
  for (unsigned i = 0; i < memory->kept && length + 5 <= size; ++i) {
    const unsigned number = memory->shelf[i];
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

void
yeoun_memory_choose(struct yeoun_memory *memory,
                    uint8_t program,
                    uint16_t control)
{
  if (memory->kept && program >= memory->kept) {
    return;
  }
  memory->program = memory->kept ? memory->shelf[program] : program;
  memory->over = control;
  memory->has_program = true;
}

uint16_t
yeoun_memory_variation(struct yeoun_memory *memory, uint16_t control)
{
  memory->has_program = memory->has_program && control == memory->over;
  return memory->has_program ? memory->program : control;
}
