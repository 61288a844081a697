// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* Saves and restores the memory, in words and numbers that any version and any
   machine can read. */

#include <string.h>

#include "plugin.h"

/** Raised when the meaning of what is saved changes; older ones are read. */
#define VERSION 1

#define FLAGS (LV2_STATE_IS_POD | LV2_STATE_IS_PORTABLE)

/** Where a state is written to or read from. */
struct place {
  const struct yeoun_uris *uris;
  LV2_State_Store_Function store;
  LV2_State_Retrieve_Function retrieve;
  LV2_State_Handle handle;
};

static LV2_State_Status
store_number(const struct place *place, LV2_URID key, int32_t number)
{
  return place->store(
    place->handle, key, &number, sizeof(number), place->uris->atom_int, FLAGS);
}

static LV2_State_Status
store_text(const struct place *place, LV2_URID key, const char *text)
{
  return place->store(place->handle,
                      key,
                      text,
                      strlen(text) + 1,
                      place->uris->atom_string,
                      FLAGS);
}

/** A number, or `normal` where none is kept. */
static int32_t
retrieve_number(const struct place *place, LV2_URID key, int32_t normal)
{
  size_t size = 0;
  uint32_t type = 0;
  uint32_t flags = 0;
  const int32_t *const number =
    (const int32_t *)place->retrieve(place->handle, key, &size, &type, &flags);
  return number && type == place->uris->atom_int && size == sizeof(*number)
           ? *number
           : normal;
}

/** Copy a text; false where none is kept that fits. Some hosts count its final
    zero in its size, others do not. */
static bool
retrieve_text(const struct place *place,
              LV2_URID key,
              char *text,
              size_t capacity)
{
  size_t size = 0;
  uint32_t type = 0;
  uint32_t flags = 0;
  const char *const kept =
    (const char *)place->retrieve(place->handle, key, &size, &type, &flags);
  if (!kept || type != place->uris->atom_string) {
    return false;
  }
  const char *const end = (const char *)memchr(kept, 0, size);
  const size_t length = end ? (size_t)(end - kept) : size;
  if (length >= capacity) {
    return false;
  }
  memcpy(text, kept, length);
  text[length] = 0;
  return true;
}

static LV2_State_Status
save(LV2_Handle instance,
     LV2_State_Store_Function store,
     LV2_State_Handle handle,
     uint32_t flags,
     const LV2_Feature *const *features)
{
  struct plugin *const self = (struct plugin *)instance;
  struct yeoun_memory *const memory = &self->memory;
  const struct yeoun_uris *const uris = &self->uris;
  const struct place place = {uris, store, NULL, handle};
  (void)flags;
  (void)features;

  yeoun_mailbox_take(&self->played, memory);
  char theme[YEOUN_THEME_TEXT] = "";
  char shelf[YEOUN_SHELF_TEXT] = "";
  if (yeoun_theme_exists(&memory->theme)) {
    yeoun_theme_write(&memory->theme, theme, sizeof(theme));
  }
  yeoun_shelf_write(memory, shelf, sizeof(shelf));

  LV2_State_Status status = store_number(&place, uris->version, VERSION);
  status = status ? status : store_text(&place, uris->theme, theme);
  status = status ? status : store_text(&place, uris->shelf, shelf);
  status = status ? status
                  : store_number(&place, uris->theme_rule, memory->theme_rule);
  if (!status && memory->has_program) {
    status = store_number(&place, uris->program, memory->program);
    status = status ? status : store_number(&place, uris->over, memory->over);
  }
  return status;
}

/** Read a theme; an empty text means none. */
static bool
read_theme(struct plugin *self, const char *text, struct yeoun_theme *theme)
{
  if (!*text) {
    return true;
  }
  const enum yeoun_status status = yeoun_theme_read(text, theme).status;
  if (status) {
    lv2_log_error(&self->logger,
                  "yeoun: saved theme \"%s\": %s\n",
                  text,
                  yeoun_status_text(status));
  }
  return !status;
}

static LV2_State_Status
restore(LV2_Handle instance,
        LV2_State_Retrieve_Function retrieve,
        LV2_State_Handle handle,
        uint32_t flags,
        const LV2_Feature *const *features)
{
  struct plugin *const self = (struct plugin *)instance;
  const struct yeoun_uris *const uris = &self->uris;
  const struct place place = {uris, NULL, retrieve, handle};
  (void)flags;
  (void)features;

  if (!retrieve_number(&place, uris->version, 0)) {
    return LV2_STATE_SUCCESS; /* a preset of ports: what is kept stays */
  }
  struct yeoun_memory memory = {.theme_rule = YEOUN_THEME_BY_SOURCE};
  char theme[YEOUN_THEME_TEXT];
  char shelf[YEOUN_SHELF_TEXT];
  if (!retrieve_text(&place, uris->theme, theme, sizeof(theme)) ||
      !read_theme(self, theme, &memory.theme) ||
      (retrieve_text(&place, uris->shelf, shelf, sizeof(shelf)) &&
       !yeoun_shelf_read(shelf, &memory))) {
    return LV2_STATE_ERR_BAD_TYPE;
  }
  const int32_t rule =
    retrieve_number(&place, uris->theme_rule, YEOUN_THEME_BY_SOURCE);
  if (rule >= 0 && rule < YEOUN_THEME_BY_SOURCE) {
    memory.theme_rule = (uint8_t)rule;
  }
  const int32_t program = retrieve_number(&place, uris->program, -1);
  if (program >= 0 && program < YEOUN_VARIATIONS) {
    memory.has_program = true;
    memory.program = (uint16_t)program;
    memory.over = (uint16_t)retrieve_number(&place, uris->over, 0);
  }

  struct yeoun_memory older;
  yeoun_mailbox_take(&self->played, &older);
  self->memory = memory;
  yeoun_mailbox_post(&self->restored, &memory);
  return LV2_STATE_SUCCESS;
}

const LV2_State_Interface yeoun_state_interface = {save, restore};
