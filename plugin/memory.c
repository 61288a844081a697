// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "memory.h"

#include <string.h>

void
yeoun_memory_choose(struct yeoun_memory *memory,
                    uint8_t program,
                    uint16_t control)
{
  const struct yeoun_shelf *const shelf = &memory->shelf;
  if (shelf->count && program >= shelf->count) {
    return;
  }
  if (shelf->count) {
    memory->chosen = shelf->place[program];
  } else {
    memset(&memory->chosen, 0, sizeof(memory->chosen));
    memory->chosen.request.variation = program;
  }
  memory->choice =
    memory->chosen.algorithm ? YEOUN_CHOICE_REQUEST : YEOUN_CHOICE_NUMBER;
  memory->over = control;
}

void
yeoun_memory_adopt(struct yeoun_memory *memory,
                   const struct yeoun_request *request,
                   unsigned algorithm,
                   uint16_t control)
{
  const unsigned place = yeoun_shelf_find(&memory->shelf, request, algorithm);
  if (place < YEOUN_SHELF) {
    memory->chosen = memory->shelf.place[place];
  } else {
    memset(&memory->chosen, 0, sizeof(memory->chosen));
    memory->chosen.request = *request;
    /* Without its notes it is what today's composer makes of its name. */
    memory->chosen.request.kept = 0;
    memory->chosen.algorithm = YEOUN_ALGORITHM;
  }
  memory->choice = YEOUN_CHOICE_REQUEST;
  memory->over = control;
}

/** A whole request has a theme of its own, so another theme ends it. */
static bool
drop_request(struct yeoun_memory *memory)
{
  const bool is_dropped = memory->choice == YEOUN_CHOICE_REQUEST;
  memory->choice = is_dropped ? YEOUN_CHOICE_NONE : memory->choice;
  return is_dropped;
}

bool
yeoun_memory_follow_ports(struct yeoun_memory *memory)
{
  const bool is_other = memory->theme_rule != YEOUN_THEME_OF_PORTS;
  memory->theme_rule = YEOUN_THEME_OF_PORTS;
  return drop_request(memory) || is_other;
}

void
yeoun_memory_set_theme(struct yeoun_memory *memory,
                       const struct yeoun_theme *theme)
{
  memory->theme = *theme;
  memory->theme_rule = YEOUN_THEME_WRITTEN;
  drop_request(memory);
}

bool
yeoun_memory_set_ranges(struct yeoun_memory *memory,
                        const struct yeoun_bar_range *range,
                        unsigned ranges)
{
  struct yeoun_bar_range all[YEOUN_RANGES];
  unsigned count = 0;
  for (unsigned i = 0; i < memory->ranges; ++i) {
    if (memory->locks >> memory->range[i].lane & 1U) {
      all[count++] = memory->range[i];
    }
  }
  for (unsigned i = 0; i < ranges; ++i) {
    if (!(memory->locks >> range[i].lane & 1U)) {
      if (count == YEOUN_RANGES) {
        return false;
      }
      all[count++] = range[i];
    }
  }
  memcpy(memory->range, all, count * sizeof(*all));
  memory->ranges = (uint8_t)count;
  return true;
}

void
yeoun_memory_apply(struct yeoun_memory *memory, struct yeoun_controls *controls)
{
  if (controls->variation != memory->over) {
    memory->choice = YEOUN_CHOICE_NONE;
  }
  for (unsigned i = 0; i < YEOUN_LANES; ++i) {
    if (memory->locks >> i & 1U) {
      controls->take[i] = memory->locked_take[i];
    }
  }
  controls->ranges = memory->ranges;
  memcpy(
    controls->range, memory->range, memory->ranges * sizeof(*memory->range));
  if (memory->choice == YEOUN_CHOICE_NUMBER) {
    controls->variation = memory->chosen.request.variation;
  } else if (memory->choice == YEOUN_CHOICE_REQUEST) {
    controls->has_request = true;
    memcpy(
      &controls->request, &memory->chosen.request, sizeof(controls->request));
    controls->advance = YEOUN_ADVANCE_HOLD;
  }
}
